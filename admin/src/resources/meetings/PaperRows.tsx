import type { ReactNode } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useFieldArray } from 'react-hook-form';
import { useText, type TextKey } from '../../i18n/index.js';

type RowText = Extract<TextKey, `paper.${string}`>;

interface PaperRowsProps {
  readonly source: string;
  readonly title: RowText;
  /** Names one of them, by its number. */
  readonly one: RowText;
  readonly add: RowText;
  readonly remove: RowText;
  readonly empty: Readonly<Record<string, unknown>>;
  readonly children: (source: string) => ReactNode;
}

/** As many of a kind as the paper has: each a group with its own number, added and removed. */
export const PaperRows = ({ source, title, one, add, remove, empty, children }: PaperRowsProps) => {
  const t = useText();
  const { fields, append, remove: drop } = useFieldArray({ name: source });
  return (
    <Box role="group" aria-label={t(title)} sx={{ paddingBlock: 0.5 }}>
      <Typography variant="subtitle2">{t(title)}</Typography>
      {fields.map(({ id }, index) => (
        <Box key={id} role="group" aria-label={t(one, { number: index + 1 })}>
          {children(`${source}.${index}`)}
          <Button size="small" aria-label={t(remove, { number: index + 1 })} onClick={() => drop(index)}>
            {t('paper.remove')}
          </Button>
        </Box>
      ))}
      <Button size="small" variant="outlined" onClick={() => append(empty)}>
        {t(add)}
      </Button>
    </Box>
  );
};
