import { useState } from 'react';
import { VOTE_FORMS, type VoteForm as Form } from '@zhixiao/domain';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { ErrorNotice } from '../../components/index.js';
import { useUnsavedForm, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { RecordVoteMutation } from './item-acts.graphql.js';
import type { Item } from './meeting.graphql.js';

const COUNTS = ['votesFor', 'votesAgainst', 'votesAbstained'] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], string>>;

/** A comma of either script, or a space. */
const TELLERS_APART = /[\u3001,\uff0c\s]+/;

const textOf = (count: number | null): string => (count === null ? '' : String(count));
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));

interface CountFieldsProps {
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}

const CountFields = ({ counts, onChange }: CountFieldsProps) => {
  const t = useText();
  return COUNTS.map((name) => (
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
function useSumText(item: Item, counts: Counts): string {
  const t = useText();
  const sum = COUNTS.reduce((total, name) => total + (numberOf(counts[name]) ?? 0), 0);
  const { entitled } = item;
  if (entitled === null) return '';
  const isRight = sum === entitled;
  return t(isRight ? 'resources.meetings.vote.sumRight' : 'resources.meetings.vote.sum', { sum, entitled });
}

/** 表决: counted as numbers (口头、举手、无记名 with tellers), or opened so that each votes by name. */
export const VoteForm = ({ item }: { readonly item: Item }) => {
  const t = useText();
  const word = useEnumWords();
  const [form, setForm] = useState<Form>(item.voteForm ?? 'SHOW_OF_HANDS');
  const [tellers, setTellers] = useState(item.tellers.join(t('common.listSeparator')));
  const [counts, setCounts] = useState<Counts>({
    votesFor: textOf(item.votesFor),
    votesAgainst: textOf(item.votesAgainst ?? 0),
    votesAbstained: textOf(item.votesAbstained ?? 0),
  });
  const { mutate, isPending, error } = useWrite(RecordVoteMutation);
  const sumText = useSumText(item, counts);
  const isByName = form === 'OPEN_BALLOT';
  useUnsavedForm({ isDirty: !isByName && counts.votesFor !== textOf(item.votesFor) });
  const numbers = {
    votesFor: numberOf(counts.votesFor),
    votesAgainst: numberOf(counts.votesAgainst),
    votesAbstained: numberOf(counts.votesAbstained),
  };
  const names = tellers.split(TELLERS_APART).filter(Boolean);
  const record = () =>
    mutate({
      input: { itemId: item.id, expectedVersion: item.version, form, ...(isByName ? {} : numbers), tellers: names },
    });
  return (
    <Box role="group" aria-label={t('resources.meetings.vote.record', { title: item.title })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          select
          size="small"
          margin="none"
          label={t('resources.meetings.vote.form')}
          value={form}
          onChange={({ target }) => setForm(target.value as Form)}
          sx={{ width: 140 }}
        >
          {VOTE_FORMS.map((one) => (
            <MenuItem key={one} value={one}>
              {word('VoteForm', one)}
            </MenuItem>
          ))}
        </TextField>
        {!isByName && <CountFields counts={counts} onChange={setCounts} />}
        {form === 'SECRET_BALLOT' && (
          <TextField
            size="small"
            margin="none"
            label={t('resources.meetings.vote.tellers')}
            value={tellers}
            required
            onChange={({ target }) => setTellers(target.value)}
          />
        )}
        <Button variant="outlined" loading={isPending} onClick={record}>
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
