import { VOTE_CHOICES } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import { ErrorNotice } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';
import { CastVoteMutation } from './item-acts.graphql.js';
import { mayCast, type ItemProps } from './item-parts.js';
import type { Item } from './meeting.graphql.js';

/** 记名投票: the own vote, changed until there is a result. */
const OwnBallot = ({ item, hands: { own } }: ItemProps) => {
  const t = useText();
  const word = useEnumWords();
  const isPhone = useIsPhone();
  const { mutate, isPending, error } = useWrite(CastVoteMutation);
  const mine = item.ballots.find(({ personId }) => personId === own?.personId)?.choice;
  return (
    <Box role="group" aria-label={t('resources.meetings.vote.own', { title: item.title })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {VOTE_CHOICES.map((choice) => (
          <Button
            key={choice}
            variant={mine === choice ? 'contained' : 'outlined'}
            aria-pressed={mine === choice}
            disabled={isPending}
            onClick={() => mutate({ input: { itemId: item.id, choice } })}
            sx={{ minHeight: isPhone ? 44 : undefined, minWidth: 88, flex: isPhone ? 1 : undefined }}
          >
            {word('VoteChoice', choice)}
          </Button>
        ))}
      </Box>
      <ErrorNotice error={error} />
    </Box>
  );
};

const Counts = ({ item }: { readonly item: Item }) => {
  const t = useText();
  const word = useEnumWords();
  const { voteForm, votesFor, votesAgainst, votesAbstained, tellers, votesNeeded } = item;
  if (!voteForm) return null;
  const form = word('VoteForm', voteForm);
  const counted = t('resources.meetings.vote.counts', {
    form,
    votesFor,
    against: votesAgainst,
    abstained: votesAbstained,
  });
  return (
    <Typography variant="body2" component="div">
      {votesFor === null ? t('resources.meetings.vote.running', { form, cast: item.ballots.length }) : counted}
      {votesNeeded !== null && ` ${t('resources.meetings.vote.needed', { count: votesNeeded })}`}
      {tellers.length > 0 &&
        ` ${t('resources.meetings.vote.tellersLine', { names: tellers.join(t('common.listSeparator')) })}`}
    </Typography>
  );
};

const Ballots = ({ item }: { readonly item: Item }) => {
  const t = useText();
  const word = useEnumWords();
  if (item.ballots.length === 0) return null;
  const votes = item.ballots.map(({ personName, choice }) =>
    t('common.inParens', { text: personName, note: word('VoteChoice', choice) }),
  );
  return <Typography variant="body2">{votes.join(t('common.listSeparator'))}</Typography>;
};

/** 表决: what was counted, who voted how where it is by name, and one's own vote. Of a secret ballot there are only numbers. */
export const ItemVote = (props: ItemProps) => {
  const { item } = props;
  if (!item.voteForm && !mayCast(props)) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }} aria-live="polite">
      <Counts item={item} />
      <Ballots item={item} />
      {mayCast(props) && <OwnBallot {...props} />}
    </Box>
  );
};
