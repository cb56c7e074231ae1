import { Box, Typography } from '@mui/material';
import { checkName, clauseText, SeverityPill, StatusPill } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import type { TopicRow } from './topic.graphql.js';

const SHOWN = 3;
/** States in which something may still be missing. */
const OPEN_STATES = [
  'DRAFT',
  'PROPOSED',
  'INVESTIGATED',
  'DELIBERATED',
  'CONSULTED',
  'HELD_BACK',
  'CONFIRMED',
  'HEARD',
];

/** What stands between a topic and its next step, each with its source. */
export const BlocksCell = ({ gates, state }: Pick<TopicRow, 'gates' | 'state'>) => {
  const t = useText();
  if (!OPEN_STATES.includes(state)) return t('common.none');
  const blocking = gates.filter(({ blocks }) => blocks);
  if (blocking.length === 0) return <StatusPill tone="green">{t('resources.topics.ready')}</StatusPill>;
  const more = blocking.length - SHOWN;
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {blocking.slice(0, SHOWN).map(({ checkId, clause, severity }) => (
        <Box component="li" key={checkId} sx={{ display: 'flex', gap: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
          <SeverityPill severity={severity} />
          <span>{checkName(checkId, t)}</span>
          <Typography component="span" variant="caption" color="text.secondary">
            {clauseText(clause, t)}
          </Typography>
        </Box>
      ))}
      {more > 0 && <li>{t('resources.topics.more', { count: more })}</li>}
    </Box>
  );
};
