import type { ReactNode } from 'react';
import type { RuledMeetingKind, RulesOfProcedure } from '@zhixiao/domain';
import { Box, Paper } from '@mui/material';
import type { FieldValues } from 'react-hook-form';
import type { MatterFields } from '../matters/index.js';
import { ActionForm } from '../parts/index.js';
import { LiveCheck } from './RulesCheck.js';
import { RulesFields } from './RulesFields.js';
import { formOf, rulesOfForm } from './rules-values.js';

interface RulesFormProps {
  readonly rules: RulesOfProcedure;
  readonly types: readonly MatterFields[];
  readonly submitLabel: string;
  readonly onSubmit: (rules: RulesOfProcedure) => Promise<unknown>;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** The rules as a form, the check beside it following each change. */
export const RulesForm = ({ rules, types, submitLabel, onSubmit, onCancel, children }: RulesFormProps) => {
  const meetingKind: RuledMeetingKind = rules.meetingKind;
  return (
    <ActionForm
      initial={formOf(rules)}
      submitLabel={submitLabel}
      onCancel={onCancel}
      onSubmit={(values: FieldValues) => onSubmit(rulesOfForm(values, meetingKind))}
    >
      {children}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <Paper variant="outlined" sx={{ padding: { xs: 1, sm: 2 }, minWidth: 0 }}>
          <RulesFields meetingKind={meetingKind} types={types} />
        </Paper>
        <Box sx={{ position: { md: 'sticky' }, top: { md: 64 } }}>
          <LiveCheck meetingKind={meetingKind} types={types} />
        </Box>
      </Box>
    </ActionForm>
  );
};
