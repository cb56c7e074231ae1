import { useState } from 'react';
import { classOfResult, isPartyKind, type ItemResult } from '@zhixiao/domain';
import { Box, Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { ErrorNotice, findingText, useWords } from '../../components/index.js';
import { useUnsavedForm, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { useActed, useFocusAfterAct } from './acted.js';
import { WriteItemMutation } from './item-acts.graphql.js';
import { blockersOf, isVotedOn, type ItemProps } from './item-parts.js';
import { useDecide } from './use-decide.js';
import { useVoteDraft, type VoteDraft } from './use-vote-draft.js';
import { isToRecord, resultsWith } from './vote-ahead.js';
import { VoteForm } from './VoteForm.js';

interface Draft {
  readonly discussion: string;
  readonly conclusion: string;
  readonly responsible: string;
  readonly dueOn: string;
  readonly chairSpokeLast: boolean;
}

const orNull = (text: string): string | null => text.trim() || null;

/** Why nothing can be decided now: which record or member is missing. */
const Blockers = ({ item }: ItemProps) => {
  const t = useText();
  const words = useWords();
  const blockers = blockersOf(item.findings);
  if (item.mayDecide || blockers.length === 0) return null;
  return (
    <Box role="status" aria-live="polite" id={`why-${item.id}`}>
      <Typography variant="body2" color="error" sx={{ fontWeight: 600 }}>
        {t('resources.meetings.decide.blocked')}
      </Typography>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5, fontSize: '0.8125rem' }}>
        {blockers.map((finding) => (
          <li key={finding.checkId}>{findingText(finding, words)}</li>
        ))}
      </Box>
    </Box>
  );
};

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (patch: Partial<Draft>) => void;
}

const Fields = ({ draft, onChange }: FieldsProps) => {
  const t = useText();
  const conclusion = useFocusAfterAct();
  const field = (name: 'discussion' | 'conclusion' | 'responsible') => ({
    label: t(`resources.meetings.item.${name}`),
    value: draft[name],
    margin: 'none' as const,
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
  return (
    <>
      <TextField {...field('discussion')} multiline minRows={1} />
      <TextField
        {...field('conclusion')}
        multiline
        minRows={1}
        required
        inputRef={conclusion}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <TextField {...field('responsible')} sx={{ flex: '1 1 180px' }} />
        <TextField
          type="date"
          margin="none"
          label={t('resources.meetings.item.dueOn')}
          value={draft.dueOn}
          onChange={({ target }) => onChange({ dueOn: target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Box>
    </>
  );
};

interface ResultButtonsProps extends ItemProps {
  /** The vote as it is typed, where there is one. */
  readonly draft: VoteDraft | null;
  readonly isPending: boolean;
  readonly onDecide: (result: ItemResult) => void;
}

/** What is written down together with the result: the counts, as they are typed. */
const WithVote = ({ item, draft }: Pick<ResultButtonsProps, 'item' | 'draft'>) => {
  const t = useText();
  const word = useEnumWords();
  if (!draft || !isToRecord(item, draft.vote)) return null;
  const { form, votesFor, votesAgainst, votesAbstained } = draft.vote;
  const counts = { form: word('VoteForm', form), votesFor, against: votesAgainst, abstained: votesAbstained };
  return (
    <Typography variant="body2" role="status">
      {t('resources.meetings.decide.withVote', { vote: t('resources.meetings.vote.counts', counts) })}
    </Typography>
  );
};

/** The results that the server allows now, or will with the vote as it is typed; one press says the result. */
const ResultButtons = ({ meeting, item, hands, draft, isPending, onDecide }: ResultButtonsProps) => {
  const t = useText();
  const word = useEnumWords();
  // at the principal's meeting what decides is the principal's own word (意见（六）)
  const mine = (result: ItemResult): boolean =>
    meeting.kind !== 'PRINCIPAL_OFFICE' || hands.isHead || classOfResult(result) !== 'DECIDING';
  const results = (draft ? resultsWith(item, draft.vote) : item.allowedResults).filter(mine);
  const decides = results.some((result) => classOfResult(result) === 'DECIDING');
  const hint = isVotedOn(meeting, item) && item.voteForm === null ? 'voteFirst' : 'none';
  return (
    <Box role="group" aria-label={t('resources.meetings.decide.results', { title: item.title })}>
      {results.length === 0 && <Typography variant="body2">{t(`resources.meetings.decide.${hint}`)}</Typography>}
      {decides && <WithVote item={item} draft={draft} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {results.map((result) => (
          <Button
            key={result}
            variant={classOfResult(result) === 'DECIDING' || results.length === 1 ? 'contained' : 'outlined'}
            color={result === 'REJECTED' ? 'error' : 'primary'}
            disabled={isPending}
            onClick={() => onDecide(result)}
          >
            {word('ItemResult', result)}
          </Button>
        ))}
      </Box>
    </Box>
  );
};

/** 表决与结论: the counts, what was discussed and concluded, who is responsible; then one of the results that are possible. */
export const DecideForm = (props: ItemProps) => {
  const { meeting, item } = props;
  const t = useText();
  const [draft, setDraft] = useState<Draft>({
    ...{ discussion: item.discussion, conclusion: item.conclusion, responsible: item.responsible ?? '' },
    ...{ dueOn: item.dueOn ?? '', chairSpokeLast: item.chairSpokeLast ?? false },
  });
  const [isDirty, setDirty] = useState(false);
  const typed = useVoteDraft(item);
  const vote = isVotedOn(meeting, item) ? typed : null;
  const decide = useDecide(item, vote);
  const acted = useActed();
  const write = useWrite(WriteItemMutation);
  useUnsavedForm({ isDirty: isDirty && !decide.isSuccess });
  const change = (patch: Partial<Draft>) => {
    setDraft({ ...draft, ...patch });
    setDirty(true);
  };
  const said = {
    responsible: orNull(draft.responsible),
    dueOn: orNull(draft.dueOn),
    chairSpokeLast: draft.chairSpokeLast || null,
  };
  const save = () => {
    const { discussion, conclusion } = draft;
    const input = { ...said, itemId: item.id, expectedVersion: item.version, discussion, conclusion };
    write.mutate({ input }, { onSuccess: () => setDirty(false) });
  };
  const decideAs = async (result: ItemResult) => {
    if (await decide.decide({ ...said, result, conclusion: draft.conclusion.trim() })) acted();
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, borderTop: 1, borderColor: 'divider', paddingTop: 1 }}>
      <Blockers {...props} />
      {vote && <VoteForm item={item} draft={vote} />}
      <Fields draft={draft} onChange={change} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {isPartyKind(meeting.kind) && item.topicId && (
          <FormControlLabel
            control={
              <Checkbox checked={draft.chairSpokeLast} onChange={(_, chairSpokeLast) => change({ chairSpokeLast })} />
            }
            label={t('resources.meetings.decide.chairSpokeLast')}
          />
        )}
        <Button size="small" loading={write.isPending} onClick={save}>
          {t('resources.meetings.decide.save')}
        </Button>
      </Box>
      <ResultButtons
        {...props}
        draft={vote}
        isPending={decide.isPending}
        onDecide={(result) => void decideAs(result)}
      />
      <Box aria-live="assertive">
        <ErrorNotice error={decide.error ?? write.error} />
      </Box>
    </Box>
  );
};
