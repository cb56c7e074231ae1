import type { TopicState } from '@zhixiao/domain';
import { Box } from '@mui/material';
import { StatusPill, type Tone } from '../../components/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';

const TONES: Readonly<Record<TopicState, Tone>> = {
  ...{
    DRAFT: 'grey',
    PROPOSED: 'blue',
    INVESTIGATED: 'blue',
    DELIBERATED: 'blue',
    CONSULTED: 'blue',
    HELD_BACK: 'red',
  },
  ...{ CONFIRMED: 'green', HEARD: 'green', DECIDED: 'green', ASSIGNED: 'green', EXECUTED: 'green', REPORTED: 'green' },
  ...{ POSTPONED: 'yellow', NOTED: 'grey', FORWARDED: 'blue', WITHDRAWN: 'grey' },
};

/** How far a topic is. */
export const TopicPill = ({ state }: { readonly state: TopicState }) => (
  <StatusPill tone={TONES[state]}>{useEnumWords()('TopicState', state)}</StatusPill>
);

interface MarksProps {
  readonly restricted: boolean;
  readonly enteredAfterwards: boolean;
}

/** What one must know of a topic beside its state: who may read it, and that it comes from paper. */
export const TopicMarks = ({ restricted, enteredAfterwards }: MarksProps) => {
  const t = useText();
  if (!restricted && !enteredAfterwards) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
      {restricted && <StatusPill tone="yellow">{t('resources.topics.restricted')}</StatusPill>}
      {enteredAfterwards && <StatusPill tone="grey">{t('resources.topics.afterwards')}</StatusPill>}
    </Box>
  );
};
