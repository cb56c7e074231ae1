import { addDays } from '@zhixiao/domain';
import { ErrorNotice, NumberLink, useDayShown } from '../components/index.js';
import { listPath, useAbility, useAsOf, useOperation } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { CompletionCard } from './CompletionCard.js';
import { Funnel } from './Funnel.js';
import { CountyHomeQuery, CountyWorkQuery, type Progress, type Staffing } from './home.graphql.js';
import { HomeFrame, TwoColumns } from './HomeFrame.js';
import { Kpi, KpiCards } from './KpiCards.js';
import { inScopePath, schoolsPath } from './links.js';
import { ReportLink } from './ReportLink.js';
import { FindingCounts, Vacancies } from './StaffingSections.js';
import { StartSteps } from './StartSteps.js';
import { EndingTenures, RecentImports, WaitingDepartures } from './WorkSections.js';

const SOON = 60;

interface CardsProps {
  readonly progress: Progress;
  readonly staffing: Staffing;
}

const Cards = ({ progress, staffing }: CardsProps) => {
  const t = useText();
  const { schools, inScope, byReference } = progress;
  return (
    <KpiCards label={t('home.title')}>
      <Kpi label={t('home.cards.schools')}>
        <NumberLink to={schoolsPath({})} value={schools} label={t('home.cards.schools')} />
      </Kpi>
      <Kpi label={t('home.cards.inScope')} note={t('home.cards.inScopeHelp', { byReference })}>
        <NumberLink to={inScopePath()} value={inScope} label={t('home.cards.inScope')} />
      </Kpi>
      <CompletionCard progress={progress} />
      <Kpi label={t('home.cards.hard')}>
        <NumberLink
          to={schoolsPath({ hasFindings: 'HARD' })}
          value={staffing.schoolsWithHardFindings}
          label={t('home.cards.hard')}
        />
      </Kpi>
    </KpiCards>
  );
};

/** What waits: tenures ending, departures to approve, recent imports. */
const Work = () => {
  const asOf = useAsOf();
  const day = useDayShown();
  const { can } = useAbility();
  const tenureBy = addDays(day, SOON);
  const { data, error, refetch } = useOperation(CountyWorkQuery, {
    asOf,
    tenureBy,
    departures: can('read', 'StaffingDeparture'),
    imports: can('read', 'Import'),
  });
  const tenuresPath = listPath('appointments', {
    filter: { current: true, tenureEndsBefore: tenureBy },
    sort: { field: 'tenureEnds', order: 'ASC' },
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { appointments, departures, importBatches } = data;
  return (
    <>
      <EndingTenures tenures={appointments.nodes} total={appointments.totalCount} path={tenuresPath} />
      {departures && <WaitingDepartures departures={departures.nodes} total={departures.totalCount} />}
      {importBatches && <RecentImports imports={importBatches.nodes} />}
    </>
  );
};

/** The home of a county: what its schools lack today and what waits to be done. */
export const CountyHome = () => {
  const asOf = useAsOf();
  const { data, isPending, error, refetch } = useOperation(CountyHomeQuery, { asOf });
  const progress = data?.rolloutOverview;
  return (
    <HomeFrame
      isPending={isPending}
      error={error}
      onRetry={() => void refetch()}
      asOf={progress?.asOf}
      compareTo={progress?.compareTo}
    >
      {data && progress && (
        <>
          <Cards progress={progress} staffing={data.staffingOverview} />
          {progress.schools === 0 && <StartSteps />}
          <TwoColumns>
            <Vacancies staffing={data.staffingOverview} />
            <FindingCounts staffing={data.staffingOverview} />
            <Funnel progress={progress} />
            <Work />
          </TwoColumns>
          <ReportLink />
        </>
      )}
    </HomeFrame>
  );
};
