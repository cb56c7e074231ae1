import { Box, Typography } from '@mui/material';
import {
  CivilDate,
  EmptyState,
  ErrorNotice,
  LoadingBlock,
  PathLink,
  RateText,
  Section,
} from '../../components/index.js';
import { listPath, showPath, useOperation } from '../../data/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { DecisionPill, LightPill } from '../decisions/index.js';
import { MeetingPill } from '../meetings/index.js';
import { Facts } from '../parts/index.js';
import { ComplianceTable } from './ComplianceTable.js';
import { HeldBackTable } from './HeldBackTable.js';
import { SchoolMeetingsQuery, SchoolProcedureQuery, type MeetingFigures } from './procedure.graphql.js';

interface SchoolProps {
  readonly school: { readonly id: string };
}

const COUNTS = [
  ...(['pmCount', 'omCount', 'pmItems', 'omItems', 'major', 'cadre', 'quorumFail', 'deferred'] as const),
  ...(['reconsider', 'staffHeard', 'expert', 'observers', 'firstTopic', 'overdue', 'comms'] as const),
];

/** L8 of the term: how often the school met and what about. */
const Figures = ({ figures }: { readonly figures: MeetingFigures }) => {
  const t = useText();
  const facts = COUNTS.map((key) => ({
    label: t(`pages.procedure.figures.${key}`),
    value: formatNumber(figures[key]),
  }));
  const attendance = { label: t('pages.procedure.figures.avgAttend'), value: <RateText rate={figures.avgAttend} /> };
  return <Facts facts={[...facts, attendance]} />;
};

const Compliance = ({ school }: SchoolProps) => {
  const t = useText();
  const { data, error } = useOperation(SchoolProcedureQuery, { schoolId: school.id });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  const { compliance, meetingStatistics } = data;
  const checks = compliance.groups.flatMap((group) => group.checks);
  const { from, to } = compliance;
  const period = t('pages.procedure.period', { from, to });
  return (
    <>
      <Section title={t('pages.procedure.compliance')} aside={<Typography variant="body2">{period}</Typography>}>
        <Typography variant="h2" component="p">
          <RateText rate={compliance.total.rate} />
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('pages.procedure.rateHelp')}
        </Typography>
        {checks.length === 0 ? (
          <EmptyState title={t('pages.procedure.noChecks')} />
        ) : (
          <ComplianceTable checks={checks} of={{ schoolId: school.id, from, to }} />
        )}
      </Section>
      <Section title={t('pages.procedure.statistics')} aside={<Typography variant="body2">{period}</Typography>}>
        <Figures figures={meetingStatistics.total} />
      </Section>
    </>
  );
};

const lineStyle = { display: 'flex', flexWrap: 'wrap', gap: 1, paddingBlock: 0.5, fontSize: '0.8125rem' } as const;
const listStyle = { listStyle: 'none', margin: 0, padding: 0 } as const;

const Latest = ({ school }: SchoolProps) => {
  const t = useText();
  const { data, error } = useOperation(SchoolMeetingsQuery, { id: school.id });
  if (error) return <ErrorNotice error={error} />;
  if (!data?.school) return <LoadingBlock />;
  const { meetings, decisions } = data.school;
  const filter = { schoolId: school.id };
  const all = (count: number) => t('pages.procedure.all', { count });
  return (
    <>
      <Section
        title={t('resources.meetings.name')}
        aside={<PathLink to={listPath('meetings', { filter })}>{all(meetings.totalCount)}</PathLink>}
      >
        <Box component="ul" aria-label={t('resources.meetings.name')} sx={listStyle}>
          {meetings.nodes.map(({ id, title, heldOn, state }) => (
            <Box component="li" key={id} sx={lineStyle}>
              <CivilDate value={heldOn} />
              <PathLink to={showPath('meetings', id)}>{title}</PathLink>
              <MeetingPill state={state} />
            </Box>
          ))}
        </Box>
      </Section>
      <Section
        title={t('resources.decisions.name')}
        aside={<PathLink to={listPath('decisions', { filter })}>{all(decisions.totalCount)}</PathLink>}
      >
        <Box component="ul" aria-label={t('resources.decisions.name')} sx={listStyle}>
          {decisions.nodes.map(({ id, number, title, state, light }) => (
            <Box component="li" key={id} sx={lineStyle}>
              {number}
              <PathLink to={showPath('decisions', id)}>{title}</PathLink>
              <DecisionPill state={state} />
              {light && <LightPill light={light} />}
            </Box>
          ))}
        </Box>
      </Section>
    </>
  );
};

/** 议事决策: how a school keeps the procedure this term, its latest meetings and decisions, and what was held back. */
export const ProcedureTab = ({ school }: SchoolProps) => {
  const t = useText();
  return (
    <>
      <Compliance school={school} />
      <Latest school={school} />
      <Section title={t('pages.procedure.heldBack')}>
        <HeldBackTable schoolId={school.id} />
      </Section>
    </>
  );
};
