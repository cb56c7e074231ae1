import type { ReactNode } from 'react';
import { Box, Paper } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { useDayShown } from '../../components/index.js';
import { NeedsPreview } from './NeedsPreview.js';
import { previewGates } from './preview-gates.js';
import { TopicFields } from './TopicFields.js';
import type { TopicSchool } from './topic-form.graphql.js';
import { draftOf } from './topic-values.js';

/** What the form says so far and what it will need: for the preview and for the button. */
export function usePreview(asked: TopicSchool) {
  const today = useDayShown();
  const draft = draftOf(useWatch(), asked.matterTypes);
  return { draft, preview: draft && previewGates(draft, asked, today) };
}

interface TopicFormLayoutProps {
  readonly asked: TopicSchool;
  readonly schoolId: string;
  readonly opensFurther?: boolean;
  /** Below the fields. */
  readonly children?: ReactNode;
}

/** The fields of a topic with what it needs beside them. */
export const TopicFormLayout = ({ asked, schoolId, opensFurther, children }: TopicFormLayoutProps) => {
  const { draft, preview } = usePreview(asked);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
        alignItems: 'start',
      }}
    >
      <Paper variant="outlined" sx={{ padding: { xs: 1, sm: 2 }, minWidth: 0 }}>
        <TopicFields schoolId={schoolId} types={asked.matterTypes} opensFurther={opensFurther} />
        {children}
      </Paper>
      <NeedsPreview draft={draft} preview={preview} />
    </Box>
  );
};
