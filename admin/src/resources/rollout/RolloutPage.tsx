import { Box, TextField } from '@mui/material';
import { isAdjusted, ROLLOUT_STATES } from '@zhixiao/domain';
import { Title } from 'react-admin';
import { useSearchParams } from 'react-router';
import { ErrorNotice, LoadingBlock, PathLink, RateText, Section } from '../../components/index.js';
import { listPath, useAsOf, useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { TenantSelect } from '../parts/index.js';
import { LateTable } from './LateTable.js';
import { RolloutProgressQuery } from './rollout.graphql.js';
import { StatesTable } from './StatesTable.js';

const LATE = ROLLOUT_STATES.filter((state) => !isAdjusted(state));

/** What the page is about, kept in its address. */
function useScope() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  return { tenantId: params.get('tenantId') ?? undefined, compareTo: params.get('compareTo') ?? undefined, set };
}

/** 推进进度: how many schools are in which state, county by county, and which have stood longest. */
export const RolloutPage = () => {
  const t = useText();
  const asOf = useAsOf();
  const { tenantId, compareTo, set } = useScope();
  const variables = { tenantId: tenantId ?? null, asOf, compareTo: compareTo ?? null };
  const { data, error, refetch } = useOperation(RolloutProgressQuery, variables, { keepPrevious: true });
  const all = listPath('schools', {
    filter: { tenantId, scope: ['IN_SCOPE'], rolloutState: LATE },
    sort: { field: 'rolloutSince', order: 'ASC' },
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Title title={t('pages.rollout.title')} preferenceKey={false} />
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <TenantSelect value={tenantId} onChange={(id) => set('tenantId', id)} />
        <TextField
          type="date"
          label={t('pages.rollout.compareTo')}
          margin="none"
          value={compareTo ?? ''}
          onChange={({ target }) => set('compareTo', target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Box>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <LoadingBlock />}
      {data && (
        <>
          <Section
            title={t('pages.rollout.states')}
            aside={
              <span>
                {t('pages.rollout.asOf', { date: data.rolloutOverview.asOf })} · {t('pages.rollout.completion')}{' '}
                <RateText rate={data.rolloutOverview.completion} />
              </span>
            }
          >
            <StatesTable overview={data.rolloutOverview} within={tenantId} />
          </Section>
          <Section
            title={t('pages.rollout.late.title')}
            aside={<PathLink to={all}>{t('pages.rollout.late.all')}</PathLink>}
          >
            <LateTable schools={data.lateSchools} />
          </Section>
        </>
      )}
    </Box>
  );
};
