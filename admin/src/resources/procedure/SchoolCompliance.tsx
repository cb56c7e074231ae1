import { Typography } from '@mui/material';
import { EmptyState, ErrorNotice, LoadingBlock, RateText, Section } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { Facts } from '../parts/index.js';
import { ComplianceTable } from './ComplianceTable.js';
import { SchoolProcedureQuery, type MeetingFigures } from './procedure.graphql.js';

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

interface SchoolComplianceProps {
  readonly schoolId: string;
}

/** How a school keeps the procedure this term: check by check, and the figures of its meetings. */
export const SchoolCompliance = ({ schoolId }: SchoolComplianceProps) => {
  const t = useText();
  const { data, error } = useOperation(SchoolProcedureQuery, { schoolId });
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
          <ComplianceTable checks={checks} of={{ schoolId, from, to }} />
        )}
      </Section>
      <Section title={t('pages.procedure.statistics')} aside={<Typography variant="body2">{period}</Typography>}>
        <Figures figures={meetingStatistics.total} />
      </Section>
    </>
  );
};
