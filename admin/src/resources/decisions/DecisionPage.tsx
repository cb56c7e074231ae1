import { Alert, Box, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { useParams } from 'react-router';
import {
  EnumText,
  ErrorNotice,
  FindingsPanel,
  LoadingBlock,
  NotFound,
  PathLink,
  Section,
} from '../../components/index.js';
import { showPath, useAsOf, useLive, useOperation } from '../../data/index.js';
import { formatDate, useText } from '../../i18n/index.js';
import { Attachments, Facts } from '../parts/index.js';
import { DecisionActs } from './DecisionActs.js';
import { DecisionPill } from './decision-pills.js';
import { DecisionQuery, type Decision } from './decision.graphql.js';
import { TasksSection } from './TasksSection.js';
import { useMayFollowUp } from './use-may-follow-up.js';

type LinkedDecision = NonNullable<Decision['supersedes']>;

interface ChainProps {
  readonly label: string;
  readonly decisions: readonly LinkedDecision[];
}

const Chain = ({ label, decisions }: ChainProps) => {
  if (decisions.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontSize: '0.8125rem' }}>
      <Typography variant="body2" color="textSecondary">
        {label}
      </Typography>
      {decisions.map(({ id, number, title, state }) => (
        <Box key={id} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <PathLink to={showPath('decisions', id)}>{`${number} ${title}`}</PathLink>
          <DecisionPill state={state} />
        </Box>
      ))}
    </Box>
  );
};

const listOf = (one: LinkedDecision | null): readonly LinkedDecision[] => (one ? [one] : []);

/** 复议: what a decision replaced and what replaced it; and the party decision that an office decision carries out. */
const Chains = ({ decision }: { readonly decision: Decision }) => {
  const t = useText();
  const { supersedes, supersededBy, partyDecision, implementedBy } = decision;
  if (!supersedes && !supersededBy && !partyDecision && implementedBy.length === 0) return null;
  return (
    <Section title={t('resources.decisions.chain.title')}>
      <Chain label={t('resources.decisions.chain.supersedes')} decisions={listOf(supersedes)} />
      <Chain label={t('resources.decisions.chain.supersededBy')} decisions={listOf(supersededBy)} />
      <Chain label={t('resources.decisions.chain.partyDecision')} decisions={listOf(partyDecision)} />
      <Chain label={t('resources.decisions.chain.implementedBy')} decisions={implementedBy} />
    </Section>
  );
};

const About = ({ decision }: { readonly decision: Decision }) => {
  const t = useText();
  const none = t('common.none');
  const label = (
    field:
      | 'number'
      | 'school'
      | 'body'
      | 'state'
      | 'result'
      | 'category'
      | 'confidentiality'
      | 'decidedOn'
      | 'decidedBy'
      | 'responsible'
      | 'dueOn'
      | 'disclosure'
      | 'publishedOn'
      | 'superior'
      | 'meeting'
      | 'topic',
  ) => t(`resources.decisions.fields.${field}`);
  const { school, meeting, topic, publishedOn, publishedWhere, superiorOn, superiorDocumentNo } = decision;
  return (
    <Facts
      facts={[
        { label: label('number'), value: decision.number },
        { label: label('state'), value: <DecisionPill state={decision.state} /> },
        {
          label: label('school'),
          value: school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : none,
        },
        { label: label('body'), value: <EnumText of="MeetingKind" value={decision.body} /> },
        {
          label: label('meeting'),
          value: meeting ? <PathLink to={showPath('meetings', meeting.id)}>{meeting.title}</PathLink> : none,
        },
        {
          label: label('topic'),
          value: topic ? <PathLink to={showPath('topics', topic.id)}>{topic.title}</PathLink> : none,
        },
        { label: label('decidedOn'), value: formatDate(decision.decidedOn) },
        { label: label('decidedBy'), value: decision.decidedByName ?? none },
        { label: label('result'), value: <EnumText of="ItemResult" value={decision.result} /> },
        { label: label('category'), value: <EnumText of="MatterCategory" value={decision.category} /> },
        { label: label('confidentiality'), value: <EnumText of="Confidentiality" value={decision.confidentiality} /> },
        { label: label('responsible'), value: decision.responsible ?? none },
        { label: label('dueOn'), value: formatDate(decision.dueOn) },
        { label: label('disclosure'), value: <EnumText of="DisclosureMark" value={decision.disclosure} /> },
        {
          label: label('publishedOn'),
          value: publishedOn ? t('common.inParens', { text: publishedOn, note: publishedWhere ?? none }) : none,
        },
        { label: label('superior'), value: superiorOn ? `${superiorOn} ${superiorDocumentNo ?? ''}` : none },
      ]}
    />
  );
};

const Reports = ({ decision }: { readonly decision: Decision }) => {
  const t = useText();
  return (
    <Section title={t('resources.decisions.execution.title')}>
      {decision.executionReports.length === 0 && (
        <Typography variant="body2">{t('resources.decisions.execution.none')}</Typography>
      )}
      <Box
        component="ul"
        aria-label={t('resources.decisions.execution.title')}
        sx={{ margin: 0, paddingInlineStart: 2.5 }}
      >
        {decision.executionReports.map(({ createdAt, reportedOn, reportedByName, text }) => (
          <Typography key={createdAt} component="li" variant="body2">
            {t('resources.decisions.execution.line', { on: reportedOn, name: reportedByName, text })}
          </Typography>
        ))}
      </Box>
    </Section>
  );
};

const Parts = ({ decision }: { readonly decision: Decision }) => {
  const t = useText();
  const may = useMayFollowUp(decision);
  const checks = decision.checks.filter(({ current }) => current);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {decision.state === 'SUPERSEDED' && <Alert severity="warning">{t('resources.decisions.superseded')}</Alert>}
      <About decision={decision} />
      <Section title={t('resources.decisions.fields.text')}>
        <Typography sx={{ whiteSpace: 'pre-wrap' }}>{decision.text}</Typography>
      </Section>
      <DecisionActs decision={decision} />
      <Chains decision={decision} />
      <TasksSection decision={decision} />
      <Reports decision={decision} />
      {checks.length > 0 && (
        <Section title={t('resources.decisions.checks')}>
          <FindingsPanel findings={checks} />
        </Section>
      )}
      <Attachments
        title={t('common.attachments.title')}
        rows={decision.attachments.nodes}
        upload={may.report || may.assign ? { subject: decision.id, kinds: ['SCAN', 'EVIDENCE', 'REPORT'] } : null}
      />
    </Box>
  );
};

/** A decision: what was decided, what it replaced, who carries it out, what was reported. */
export const DecisionPage = () => {
  const t = useText();
  const { id = '' } = useParams();
  const decisionId = decodeURIComponent(id);
  const { data, error, isPending, refetch } = useOperation(DecisionQuery, { id: decisionId, asOf: useAsOf() });
  useLive({ type: 'Decision', id: decisionId }, () => void refetch());
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  const { decision } = data;
  if (!decision) {
    return (
      <>
        <Title title={t('resources.decisions.notFound')} preferenceKey={false} />
        <NotFound list="/decisions" />
      </>
    );
  }
  return (
    <>
      <Title title={decision.title} preferenceKey={false} />
      <Parts decision={decision} />
    </>
  );
};
