import { addDays } from '@zhixiao/domain';
import { ErrorNotice, LoadingBlock, NumberLink, useDayShown } from '../components/index.js';
import { listPath, useAbility, useAsOf, useOperation, type SchemaType } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { CompletionCard } from './CompletionCard.js';
import { Funnel } from './Funnel.js';
import { CountyHomeQuery, CountyWorkQuery, type Progress, type Staffing } from './home.graphql.js';
import { HomeFrame, Stack, TwoColumns } from './HomeFrame.js';
import { Kpi, KpiCards } from './KpiCards.js';
import { inScopePath, schoolsPath } from './links.js';
import { ReportLink } from './ReportLink.js';
import { FindingCounts, Vacancies } from './StaffingSections.js';
import { StartSteps } from './StartSteps.js';
import { EndingTenures, TenuresOver } from './TenureSections.js';
import { RecentImports, WaitingDepartures } from './WorkSections.js';

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

/** The list behind a number of tenures, the first to end on top. */
function tenuresPath(filter: Pick<SchemaType<'AppointmentFilter'>, 'tenureEndsFrom' | 'tenureEndsBefore'>): string {
  return listPath('appointments', {
    filter: { current: true, ...filter },
    sort: { field: 'tenureEnds', order: 'ASC' },
  });
}

/** What waits: tenures that are over or ending, departures to approve, recent imports. */
const Work = () => {
  const asOf = useAsOf();
  const today = useDayShown();
  const { can } = useAbility();
  const tenureBy = addDays(today, SOON);
  const { data, error, refetch } = useOperation(CountyWorkQuery, {
    ...{ asOf, today, tenureBy },
    departures: can('read', 'StaffingDeparture'),
    imports: can('read', 'Import'),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock />;
  const { over, ending, departures, importBatches } = data;
  const endingPath = tenuresPath({ tenureEndsFrom: today, tenureEndsBefore: tenureBy });
  return (
    <>
      <TenuresOver tenures={over.nodes} total={over.totalCount} path={tenuresPath({ tenureEndsBefore: today })} />
      <EndingTenures tenures={ending.nodes} total={ending.totalCount} path={endingPath} />
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
          <StartSteps progress={progress} />
          <TwoColumns>
            <Stack>
              <Vacancies staffing={data.staffingOverview} />
              <FindingCounts staffing={data.staffingOverview} />
              <Funnel progress={progress} />
            </Stack>
            <Stack>
              <Work />
            </Stack>
          </TwoColumns>
          <ReportLink />
        </>
      )}
    </HomeFrame>
  );
};
