import { NumberLink } from '../components/index.js';
import { listPath, useAbility, useAsOf, useOperation } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { CompletionCard } from './CompletionCard.js';
import { Funnel } from './Funnel.js';
import { HeatGrid } from './HeatGrid.js';
import { CityHomeQuery, type Progress, type Staffing } from './home.graphql.js';
import { HomeFrame, Stack, TwoColumns } from './HomeFrame.js';
import { IdleCounties } from './IdleCounties.js';
import { Kpi, KpiCards } from './KpiCards.js';
import { LateList } from './LateList.js';
import { inScopePath, latePath, schoolsPath } from './links.js';
import { ReportLink } from './ReportLink.js';
import { FindingCounts, Vacancies } from './StaffingSections.js';
import { StartSteps } from './StartSteps.js';

interface CardsProps {
  readonly progress: Progress;
  readonly staffing: Staffing;
}

const Cards = ({ progress, staffing }: CardsProps) => {
  const t = useText();
  const { can } = useAbility();
  const { inScope, byReference, completion } = progress;
  const pendingPath = listPath('departures', { filter: { status: ['PENDING'] } });
  return (
    <KpiCards label={t('home.title')}>
      <Kpi label={t('home.cards.inScope')} note={t('home.cards.inScopeHelp', { byReference })}>
        <NumberLink to={inScopePath()} value={inScope} label={t('home.cards.inScope')} />
      </Kpi>
      <CompletionCard progress={progress} />
      <Kpi label={t('home.cards.late')}>
        <NumberLink
          to={latePath()}
          value={completion.denominator - completion.numerator}
          label={t('home.cards.late')}
        />
      </Kpi>
      <Kpi label={t('home.cards.hard')}>
        <NumberLink
          to={schoolsPath({ hasFindings: 'HARD' })}
          value={staffing.schoolsWithHardFindings}
          label={t('home.cards.hard')}
        />
      </Kpi>
      {can('read', 'StaffingDeparture') && (
        <Kpi label={t('home.cards.departures')}>
          <NumberLink to={pendingPath} value={staffing.departuresPending} label={t('home.cards.departures')} />
        </Kpi>
      )}
    </KpiCards>
  );
};

/** The home of a city: how far its counties have come, who is late, what the teams lack. */
export const CityHome = () => {
  const asOf = useAsOf();
  const { data, isPending, error, refetch } = useOperation(CityHomeQuery, { asOf });
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
              <Funnel progress={progress} />
              <IdleCounties counties={progress.counties} quiet={data.quietCounties} />
            </Stack>
            <LateList schools={data.lateSchools} />
          </TwoColumns>
          <HeatGrid progress={progress} />
          <TwoColumns>
            <Vacancies staffing={data.staffingOverview} />
            <FindingCounts staffing={data.staffingOverview} />
          </TwoColumns>
          <ReportLink />
        </>
      )}
    </HomeFrame>
  );
};
