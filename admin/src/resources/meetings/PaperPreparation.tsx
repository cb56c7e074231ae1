import {
  CONFIDENTIALITIES,
  CONSULTATION_OPINIONS,
  HEAD_POSTS,
  HEARING_AUDIENCES,
  HEARING_CHANNELS,
} from '@zhixiao/domain';
import { Typography } from '@mui/material';
import { NumberInput, SelectInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CivilDateInput } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { EnumField, FieldGrid, ManyField, TextField, YesNoField } from '../parts/index.js';
import { RECORD_KINDS, TOPIC_MARKS } from './paper-form.js';
import { PaperDecisionsQuery } from './paper.graphql.js';
import { PaperRows } from './PaperRows.js';
import { PeopleField, PersonField, type Colleague } from './PersonField.js';

interface PreparationProps {
  readonly source: string;
  readonly schoolId: string;
  readonly people: readonly Colleague[];
}

type PartProps = Pick<PreparationProps, 'source' | 'people'>;

const Confirmation = ({ source, people }: PartProps) => {
  const t = useText();
  const by = useWatch({ name: `${source}.confirmedById` }) as string | null | undefined;
  return (
    <FieldGrid columns={3}>
      <PersonField source={`${source}.confirmedById`} label={t('paper.confirmedBy')} people={people} />
      <EnumField source={`${source}.confirmedAs`} of="HeadPost" values={HEAD_POSTS} label={t('paper.confirmedAs')} />
      <CivilDateInput source={`${source}.confirmedOn`} label={t('paper.confirmedOn')} isRequired={Boolean(by)} />
    </FieldGrid>
  );
};

/** 会前听取意见: as the paper states it; whose it is confirms it. */
const Opinion = ({ source, people }: PartProps) => {
  const t = useText();
  const by = useWatch({ name: `${source}.opinionById` }) as string | null | undefined;
  return (
    <>
      <FieldGrid columns={3}>
        <PersonField source={`${source}.opinionById`} label={t('paper.opinionBy')} people={people} />
        <EnumField
          source={`${source}.opinion`}
          of="ConsultationOpinion"
          values={CONSULTATION_OPINIONS}
          label={t('paper.opinion')}
          isRequired={Boolean(by)}
        />
        <CivilDateInput source={`${source}.opinionOn`} label={t('paper.opinionOn')} isRequired={Boolean(by)} />
      </FieldGrid>
      <TextField source={`${source}.opinionText`} label={t('paper.opinionText')} rows={1} max={2000} />
      <Typography variant="caption" color="textSecondary">
        {t('paper.opinionHelp')}
      </Typography>
    </>
  );
};

const Record = ({ source, people }: PartProps) => {
  const t = useText();
  const kind = useWatch({ name: `${source}.kind` }) as string | null | undefined;
  const isSigned = kind === 'COMMUNICATION';
  return (
    <>
      <FieldGrid columns={3}>
        <EnumField
          source={`${source}.kind`}
          of="TopicRecordKind"
          values={RECORD_KINDS}
          label={t('paper.recordKind')}
          isRequired
        />
        <CivilDateInput source={`${source}.heldOn`} label={t('paper.recordOn')} isRequired />
        <PeopleField
          source={`${source}.participantIds`}
          label={t(isSigned ? 'paper.signatories' : 'paper.participants')}
          people={people}
        />
        {kind === 'HEARING' && (
          <>
            <EnumField
              source={`${source}.channel`}
              of="HearingChannel"
              values={HEARING_CHANNELS}
              label={t('paper.channel')}
              isRequired
            />
            <EnumField
              source={`${source}.audience`}
              of="HearingAudience"
              values={HEARING_AUDIENCES}
              label={t('paper.audience')}
              isRequired
            />
            <YesNoField source={`${source}.approved`} label={t('paper.approved')} />
          </>
        )}
        {isSigned && <YesNoField source={`${source}.agreed`} label={t('paper.agreed')} isRequired />}
      </FieldGrid>
      <TextField source={`${source}.result`} label={t('paper.recordResult')} isRequired rows={1} max={5000} />
    </>
  );
};

/** What the decision has to do with others: it carries one of the party's out, or reconsiders one of its own body. */
const Decisions = ({ source, schoolId }: Pick<PreparationProps, 'source' | 'schoolId'>) => {
  const t = useText();
  const kind = useWatch({ name: source.replace(/topic$/, 'kind') }) as string | null;
  const meetingKind = useWatch({ name: 'kind' }) as string | null;
  const { data } = useOperation(PaperDecisionsQuery, { schoolId });
  const choicesOf = (isWanted: (body: string) => boolean) =>
    (data?.decisions.nodes ?? [])
      .filter(({ body }) => isWanted(body))
      .map(({ id, number, title }) => ({ id, name: `${number} ${title}` }));
  const carriesOut = meetingKind === 'PRINCIPAL_OFFICE';
  return (
    <FieldGrid>
      {carriesOut && (
        <SelectInput
          source={`${source}.implementsDecisionId`}
          label={t('paper.implements')}
          choices={choicesOf((body) => body === 'PARTY_ORG')}
          translateChoice={false}
          helperText={false}
          fullWidth
        />
      )}
      {kind === 'RECONSIDERATION' && (
        <SelectInput
          source={`${source}.reconsidersDecisionId`}
          label={t('paper.reconsiders')}
          choices={choicesOf((body) => body === meetingKind)}
          translateChoice={false}
          helperText={false}
          fullWidth
        />
      )}
    </FieldGrid>
  );
};

/** What the paper says of the time before the meeting: text, who confirmed it, opinions, records, and what was not done. */
export const PaperPreparation = ({ source, schoolId, people }: PreparationProps) => {
  const t = useText();
  return (
    <>
      <TextField source={`${source}.body`} label={t('paper.body')} rows={1} max={20_000} />
      <FieldGrid columns={3}>
        <NumberInput source={`${source}.amount`} label={t('paper.amount')} helperText={false} min={0} fullWidth />
        <PersonField source={`${source}.leadId`} label={t('paper.lead')} people={people} />
        <EnumField
          source={`${source}.confidentiality`}
          of="Confidentiality"
          values={CONFIDENTIALITIES}
          label={t('paper.confidentiality')}
        />
        <YesNoField source={`${source}.vitalInterest`} label={t('paper.vitalInterest')} />
        <YesNoField source={`${source}.specialised`} label={t('paper.specialised')} />
        <YesNoField source={`${source}.important`} label={t('paper.important')} />
        <YesNoField source={`${source}.twoThirds`} label={t('paper.twoThirds')} />
      </FieldGrid>
      <Confirmation source={source} people={people} />
      <Opinion source={source} people={people} />
      <PaperRows
        source={`${source}.records`}
        title="paper.records"
        one="paper.record"
        add="paper.addRecord"
        remove="paper.removeRecord"
        empty={{ kind: null, heldOn: null, result: null }}
      >
        {(record) => <Record source={record} people={people} />}
      </PaperRows>
      <Decisions source={source} schoolId={schoolId} />
      <ManyField
        source={`${source}.notDone`}
        of="TopicNotDone"
        values={TOPIC_MARKS}
        label={t('paper.notDone')}
        helperText={t('paper.notDoneHelp')}
      />
    </>
  );
};
