import { VOTE_FORMS, type VoteForm as Form } from '@zhixiao/domain';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { ErrorNotice } from '../../components/index.js';
import { useUnsavedForm, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { RecordVoteMutation } from './item-acts.graphql.js';
import type { Item } from './meeting.graphql.js';
import { VOTE_COUNTS, type VoteCounts, type VoteDraft } from './use-vote-draft.js';
import { voteInput } from './use-decide.js';

interface CountFieldsProps {
  readonly counts: VoteCounts;
  readonly onChange: (counts: VoteCounts) => void;
}

const CountFields = ({ counts, onChange }: CountFieldsProps) => {
  const t = useText();
  return VOTE_COUNTS.map((name) => (
    <TextField
      key={name}
      type="number"
      size="small"
      margin="none"
      label={t(`resources.meetings.vote.${name}`)}
      value={counts[name]}
      onChange={({ target }) => onChange({ ...counts, [name]: target.value })}
      sx={{ width: 90 }}
      slotProps={{ htmlInput: { min: 0, inputMode: 'numeric' } }}
    />
  ));
};

/** Why the counts can't be right: the sum is exactly those entitled. */
function useSumText({ entitled }: Item, { vote }: VoteDraft): string {
  const t = useText();
  const sum = VOTE_COUNTS.reduce((total, name) => total + (vote[name] ?? 0), 0);
  if (entitled === null) return '';
  const isRight = sum === entitled;
  return t(isRight ? 'resources.meetings.vote.sumRight' : 'resources.meetings.vote.sum', { sum, entitled });
}

interface VoteFormProps {
  readonly item: Item;
  readonly draft: VoteDraft;
}

/** 表决: counted as numbers (口头、举手、无记名 with tellers), or opened so that each votes by name. */
export const VoteForm = ({ item, draft }: VoteFormProps) => {
  const t = useText();
  const word = useEnumWords();
  const { form, counts, tellers, vote, isTouched, change } = draft;
  const { mutate, isPending, error } = useWrite(RecordVoteMutation);
  const sumText = useSumText(item, draft);
  const isByName = form === 'OPEN_BALLOT';
  useUnsavedForm({ isDirty: !isByName && isTouched && vote.votesFor !== item.votesFor });
  return (
    <Box role="group" aria-label={t('resources.meetings.vote.record', { title: item.title })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          select
          size="small"
          margin="none"
          label={t('resources.meetings.vote.form')}
          value={form}
          onChange={({ target }) => change({ form: target.value as Form })}
          sx={{ width: 140 }}
        >
          {VOTE_FORMS.map((one) => (
            <MenuItem key={one} value={one}>
              {word('VoteForm', one)}
            </MenuItem>
          ))}
        </TextField>
        {!isByName && <CountFields counts={counts} onChange={(next) => change({ counts: next })} />}
        {form === 'SECRET_BALLOT' && (
          <TextField
            size="small"
            margin="none"
            label={t('resources.meetings.vote.tellers')}
            value={tellers}
            required
            onChange={({ target }) => change({ tellers: target.value })}
          />
        )}
        <Button variant="outlined" loading={isPending} onClick={() => mutate({ input: voteInput(item, vote) })}>
          {t(isByName ? 'resources.meetings.vote.openBallot' : 'resources.meetings.vote.submit')}
        </Button>
      </Box>
      {!isByName && (
        <Typography variant="caption" component="div" role="status">
          {sumText}
        </Typography>
      )}
      <ErrorNotice error={error} />
    </Box>
  );
};
