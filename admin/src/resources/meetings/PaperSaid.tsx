import { DECISION_FORMS, STANCES, VOTE_CHOICES, VOTE_FORMS } from '@zhixiao/domain';
import { Typography } from '@mui/material';
import { NumberInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useText } from '../../i18n/index.js';
import { CountField, EnumField, FieldGrid, ManyField, TextField, YesNoField } from '../parts/index.js';
import { ITEM_MARKS, type PaperItem } from './paper-form.js';
import { PaperRows } from './PaperRows.js';
import { PersonField, type Colleague } from './PersonField.js';

interface SaidProps {
  readonly source: string;
  readonly people: readonly Colleague[];
}

interface CountProps {
  readonly source: string;
  readonly name: 'votesFor' | 'votesAgainst' | 'votesAbstained';
}

/** All three numbers, or none. */
const VoteCount = ({ source, name }: CountProps) => {
  const t = useText();
  const { votesFor, votesAgainst, votesAbstained } = (useWatch({ name: source }) ?? {}) as Partial<PaperItem>;
  const isCounted = [votesFor, votesAgainst, votesAbstained].some((count) => count !== null && count !== undefined);
  const together = (count: number | null | undefined) =>
    isCounted && (count === null || count === undefined) ? t('paper.countsTogether') : undefined;
  return (
    <NumberInput
      source={`${source}.${name}`}
      label={t(`resources.meetings.vote.${name}`)}
      validate={together}
      helperText={false}
      min={0}
      step={1}
      fullWidth
    />
  );
};

/** A vote as it was taken: by name with its ballots, by paper with its tellers, else in numbers. */
export const PaperVote = ({ source, people }: SaidProps) => {
  const t = useText();
  const form = useWatch({ name: `${source}.voteForm` }) as string | null | undefined;
  const isOnPaper = form === 'SECRET_BALLOT' || form === 'OPEN_BALLOT';
  return (
    <>
      <FieldGrid columns={3}>
        <EnumField
          source={`${source}.voteForm`}
          of="VoteForm"
          values={VOTE_FORMS}
          label={t('resources.meetings.vote.form')}
        />
        <EnumField
          source={`${source}.decidedThrough`}
          of="DecisionForm"
          values={DECISION_FORMS}
          label={t('paper.decidedThrough')}
        />
        <YesNoField source={`${source}.chairSpokeLast`} label={t('resources.meetings.decide.chairSpokeLast')} />
        {form && (
          <>
            <VoteCount source={source} name="votesFor" />
            <VoteCount source={source} name="votesAgainst" />
            <VoteCount source={source} name="votesAbstained" />
          </>
        )}
        {isOnPaper && (
          <TextField source={`${source}.tellers`} label={t('paper.tellers')} helperText={t('paper.tellersHelp')} />
        )}
      </FieldGrid>
      {form === 'OPEN_BALLOT' && (
        <>
          <Typography variant="subtitle2">{t('paper.ballots')}</Typography>
          <FieldGrid columns={3}>
            {people.map(({ id, name }) => (
              <EnumField
                key={id}
                source={`${source}.ballots.${id}`}
                of="VoteChoice"
                values={VOTE_CHOICES}
                label={t('paper.ballotOf', { name })}
              />
            ))}
          </FieldGrid>
        </>
      )}
    </>
  );
};

/** Who withdrew and who said what. */
export const PaperSaid = ({ source, people }: SaidProps) => {
  const t = useText();
  return (
    <>
      <FieldGrid>
        <TextField source={`${source}.presenterName`} label={t('paper.presenter')} />
        <CountField
          source={`${source}.statedPresent`}
          label={t('paper.statedPresent')}
          helperText={t('paper.statedPresentHelp')}
        />
      </FieldGrid>
      <PaperRows
        source={`${source}.recusals`}
        title="paper.recusals"
        one="paper.recused"
        add="paper.addRecusal"
        remove="paper.removeRecusal"
        empty={{ personId: null, reason: null, stayed: null }}
      >
        {(one) => (
          <FieldGrid columns={3}>
            <PersonField source={`${one}.personId`} label={t('paper.recusedPerson')} people={people} isRequired />
            <TextField source={`${one}.reason`} label={t('paper.recusedReason')} isRequired max={500} />
            <YesNoField source={`${one}.stayed`} label={t('paper.stayed')} />
          </FieldGrid>
        )}
      </PaperRows>
      <PaperRows
        source={`${source}.opinions`}
        title="paper.opinions"
        one="paper.said"
        add="paper.addOpinion"
        remove="paper.removeOpinion"
        empty={{ personId: null, stance: null, text: null }}
      >
        {(one) => (
          <FieldGrid columns={3}>
            <PersonField source={`${one}.personId`} label={t('paper.saidBy')} people={people} isRequired />
            <EnumField source={`${one}.stance`} of="Stance" values={STANCES} label={t('paper.stance')} isRequired />
            <TextField source={`${one}.text`} label={t('paper.saidText')} max={2000} />
          </FieldGrid>
        )}
      </PaperRows>
      <TextField source={`${source}.discussion`} label={t('paper.discussion')} rows={1} max={20_000} />
      <ManyField
        source={`${source}.notDone`}
        of="ItemNotDone"
        values={ITEM_MARKS}
        label={t('paper.notDone')}
        helperText={t('paper.notDoneHelp')}
      />
    </>
  );
};
