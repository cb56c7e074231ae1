import { Box, ButtonBase, Typography } from '@mui/material';
import { formatNumber, useText } from '../../i18n/index.js';
import { countOf, OUTCOMES, type Outcome } from './import-counts.js';
import type { Batch } from './import.graphql.js';
import { useOutcomeWord } from './use-outcome-word.js';

interface TilesProps {
  readonly batch: Pick<Batch, 'counts' | 'status'>;
  readonly chosen: Outcome | null;
  readonly onChoose: (outcome: Outcome | null) => void;
}

/** How many rows came out how; a tile shows its rows. */
export const Tiles = ({ batch: { counts, status }, chosen, onChoose }: TilesProps) => {
  const t = useText();
  const word = useOutcomeWord(status);
  const all = OUTCOMES.reduce((sum, outcome) => sum + countOf(counts, outcome.toLowerCase()), 0);
  const tile = (outcome: Outcome | null, name: string, count: number) => (
    <ButtonBase
      key={name}
      aria-pressed={chosen === outcome}
      onClick={() => onChoose(outcome)}
      sx={{
        display: 'block',
        padding: 1,
        border: chosen === outcome ? 2 : 1,
        borderColor: chosen === outcome ? 'primary.main' : 'divider',
        borderRadius: 1,
        textAlign: 'start',
      }}
    >
      <Typography variant="body2" component="span" sx={{ display: 'block' }} color="textSecondary">
        {name}
      </Typography>
      <Typography component="span" sx={{ fontSize: '1.25rem', fontWeight: 600 }}>
        {formatNumber(count)}
      </Typography>
    </ButtonBase>
  );
  return (
    <Box
      role="group"
      aria-label={t('resources.imports.tiles')}
      sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(100px, 1fr))' }}
    >
      {tile(null, t('resources.imports.allRows'), all)}
      {OUTCOMES.map((outcome) => tile(outcome, word(outcome), countOf(counts, outcome.toLowerCase())))}
    </Box>
  );
};
