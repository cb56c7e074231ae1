import { RULED_MEETING_KINDS, suggestedRules, type RuledMeetingKind } from '@zhixiao/domain';
import { Alert } from '@mui/material';
import { Title, useNavigate, useNotify } from 'react-admin';
import { useSearchParams } from 'react-router';
import { ErrorNotice, LoadingBlock } from '../../components/index.js';
import { showPath, useAbility, useOperation, useViewer, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { DraftRulesMutation, RulesVersionsQuery } from './rules.graphql.js';
import { RulesForm } from './RulesForm.js';
import { inputOf, rulesOf } from './rules-values.js';
import { useHandedDown } from './use-rule-words.js';

interface DraftProps {
  readonly schoolId: string;
  readonly tenantId: string;
  readonly meetingKind: RuledMeetingKind;
}

const Draft = ({ schoolId, tenantId, meetingKind }: DraftProps) => {
  const t = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const types = useHandedDown(tenantId);
  const { data, error } = useOperation(RulesVersionsQuery, { schoolId, meetingKind: [meetingKind] });
  const { mutateAsync } = useWrite(DraftRulesMutation);
  if (error) return <ErrorNotice error={error} />;
  if (!data || !types) return <LoadingBlock />;
  const latest = [...data.rulesOfProcedure.nodes].sort((a, b) => b.number - a.number)[0];
  return (
    <RulesForm
      rules={latest ? rulesOf(latest.fields, meetingKind) : suggestedRules(meetingKind)}
      types={types}
      submitLabel={t('resources.rulesOfProcedure.draft.submit')}
      onCancel={() => navigate('/rulesOfProcedure')}
      onSubmit={async (rules) => {
        const { draftRules } = await mutateAsync({ input: { schoolId, meetingKind, fields: inputOf(rules) } });
        notify(t('resources.rulesOfProcedure.draft.done'), { type: 'success' });
        navigate(showPath('rulesOfProcedure', draftRules.id));
      }}
    >
      <Alert severity="info">
        {t(latest ? 'resources.rulesOfProcedure.draft.fromLatest' : 'resources.rulesOfProcedure.draft.suggested')}
      </Alert>
    </RulesForm>
  );
};

/** 起草: a new version from the last one, the first from what is common. */
export const RulesCreate = () => {
  const t = useText();
  const word = useEnumWords();
  const [params] = useSearchParams();
  const { can } = useAbility();
  const grant = useViewer()?.grant;
  const meetingKind = RULED_MEETING_KINDS.find((kind) => kind === params.get('meetingKind')) ?? 'PARTY_ORG';
  const mayDraft =
    grant?.schoolId && can('draft', 'RulesOfProcedure', { id: grant.schoolId, schoolId: grant.schoolId });
  return (
    <>
      <Title
        title={t('resources.rulesOfProcedure.draft.title', { kind: word('RuledMeetingKind', meetingKind) })}
        preferenceKey={false}
      />
      {mayDraft ? (
        <Draft key={meetingKind} schoolId={grant.schoolId ?? ''} tenantId={grant.tenant.id} meetingKind={meetingKind} />
      ) : (
        <Alert severity="warning">{t('errors.FORBIDDEN')}</Alert>
      )}
    </>
  );
};
