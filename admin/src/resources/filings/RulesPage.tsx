import { useState } from 'react';
import { Alert, Box } from '@mui/material';
import { Title, useNotify } from 'react-admin';
import { useParams } from 'react-router';
import { CivilDate, ErrorNotice, LoadingBlock, NotFound, PathLink, Section } from '../../components/index.js';
import { showPath, useAbility, useLive, useOperation, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { Attachments, Facts, type Fact } from '../parts/index.js';
import { FilingPill } from './filing-pill.js';
import { ChangeRulesMutation, RulesQuery, RulesVersionsQuery, type Rules } from './rules.graphql.js';
import { RulesActs } from './RulesActs.js';
import { RulesProblems } from './RulesCheck.js';
import { RulesCompare } from './RulesCompare.js';
import { RulesContent } from './RulesContent.js';
import { RulesForm } from './RulesForm.js';
import { inputOf, rulesOf } from './rules-values.js';
import { useHandedDown, useRuleWords } from './use-rule-words.js';

/** Attachments belong to the school until it has sent the version. */
const OPEN_TO_PAPERS = ['DRAFT', 'ADOPTED'];

function useFacts(rules: Rules): readonly Fact[] {
  const t = useText();
  const none = t('common.none');
  const label = (field: FactName) => t(`resources.rulesOfProcedure.fields.${field}`);
  const day = (field: FactName & keyof Rules) => ({
    label: label(field),
    value: <CivilDate value={rules[field] as string | null} />,
  });
  const text = (field: FactName & keyof Rules) => ({ label: label(field), value: String(rules[field] ?? none) });
  const { school } = rules;
  return [
    {
      label: label('school'),
      value: school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : none,
    },
    { label: label('status'), value: <FilingPill state={rules.status} /> },
    text('createdByName'),
    day('staffHeardOn'),
    day('adoptedOn'),
    text('adoptedAtMeeting'),
    day('submittedOn'),
    text('submittedBy'),
    day('reviewedOn'),
    text('reviewer'),
    text('filingNo'),
    day('filedOn'),
    day('inForceUntil'),
  ];
}

type FactName =
  | ('school' | 'status' | 'createdByName' | 'staffHeardOn' | 'adoptedOn' | 'adoptedAtMeeting' | 'submittedOn')
  | ('submittedBy' | 'reviewedOn' | 'reviewer' | 'filingNo' | 'filedOn' | 'inForceUntil');

const Versions = ({ rules }: { readonly rules: Rules }) => {
  const words = useRuleWords(rules.tenant.id);
  const { meetingKind, school } = rules;
  const variables = { schoolId: school?.id ?? '', meetingKind: [meetingKind] };
  const { data } = useOperation(RulesVersionsQuery, variables, { enabled: school !== null });
  const versions = [...(data?.rulesOfProcedure.nodes ?? [])].sort((a, b) => b.number - a.number);
  const current = versions.find(({ id }) => id === rules.id);
  if (!current) return null;
  const others = versions.filter(({ id }) => id !== rules.id);
  return <RulesCompare current={current} others={others} meetingKind={meetingKind} words={words} />;
};

const RulesView = ({ rules, onChange }: { readonly rules: Rules; readonly onChange: () => void }) => {
  const t = useText();
  const { can } = useAbility();
  const words = useRuleWords(rules.tenant.id);
  const types = useHandedDown(rules.tenant.id);
  const facts = useFacts(rules);
  const content = rulesOf(rules.fields, rules.meetingKind);
  const mayAttach = OPEN_TO_PAPERS.includes(rules.status) && can('draft', 'RulesOfProcedure', rules);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <RulesActs rules={rules} onChange={onChange} />
        {rules.reviewOpinion && (
          <Alert severity={rules.status === 'RETURNED' ? 'warning' : 'info'}>
            {t('resources.rulesOfProcedure.fields.reviewOpinion')} {rules.reviewOpinion}
          </Alert>
        )}
      </Box>
      <Section title={t('resources.rulesOfProcedure.facts')}>
        <Facts facts={facts} />
      </Section>
      {types && rules.status !== 'SUPERSEDED' && <RulesProblems rules={content} types={types} />}
      <RulesContent rules={content} words={words} />
      <Versions rules={rules} />
      <Attachments
        title={t('resources.rulesOfProcedure.attachments')}
        help={t('resources.rulesOfProcedure.attachmentsHelp')}
        rows={rules.attachments.nodes}
        upload={mayAttach ? { subject: rules.id, kinds: ['PAPER', 'SCAN', 'EVIDENCE'] } : null}
      />
    </Box>
  );
};

const ChangeForm = ({ rules, onDone }: { readonly rules: Rules; readonly onDone: () => void }) => {
  const t = useText();
  const notify = useNotify();
  const types = useHandedDown(rules.tenant.id);
  const { mutateAsync } = useWrite(ChangeRulesMutation);
  if (!types) return <LoadingBlock />;
  return (
    <RulesForm
      rules={rulesOf(rules.fields, rules.meetingKind)}
      types={types}
      submitLabel={t('resources.rulesOfProcedure.change.submit')}
      onCancel={onDone}
      onSubmit={async (changed) => {
        await mutateAsync({ input: { id: rules.id, expectedVersion: rules.version, fields: inputOf(changed) } });
        notify(t('resources.rulesOfProcedure.change.done'), { type: 'success' });
        onDone();
      }}
    />
  );
};

/** One version of a school's rules: what it says, how far its filing is, the versions beside each other. */
export const RulesPage = () => {
  const t = useText();
  const word = useEnumWords();
  const { id = '' } = useParams();
  const rulesId = decodeURIComponent(id);
  const [changes, setChanges] = useState(false);
  const { data, error, isPending, refetch } = useOperation(RulesQuery, { id: rulesId });
  useLive({ type: 'RulesOfProcedure', id: rulesId }, () => void refetch());
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  const rules = data.ruleOfProcedure;
  if (!rules) {
    return (
      <>
        <Title title={t('resources.rulesOfProcedure.notFound')} preferenceKey={false} />
        <NotFound list="/rulesOfProcedure" />
      </>
    );
  }
  const { number, meetingKind } = rules;
  return (
    <>
      <Title
        title={t('resources.rulesOfProcedure.title', { kind: word('RuledMeetingKind', meetingKind), number })}
        preferenceKey={false}
      />
      {changes && rules.status === 'DRAFT' ? (
        <ChangeForm rules={rules} onDone={() => setChanges(false)} />
      ) : (
        <RulesView rules={rules} onChange={() => setChanges(true)} />
      )}
    </>
  );
};
