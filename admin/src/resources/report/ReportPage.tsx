import { useState } from 'react';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { useSearchParams } from 'react-router';
import { EmptyState, ErrorNotice, LoadingBlock, Section } from '../../components/index.js';
import { useAsOf, useOperation, useViewer } from '../../data/index.js';
import { formatDateTime, useEnumWords, useText, type EnumName } from '../../i18n/index.js';
import { useTenants } from '../parts/index.js';
import { Definitions } from './Definitions.js';
import { ExportButton } from './ExportButton.js';
import { readReport, writeReport, type ReportFilter, type ReportInput } from './report-input.js';
import { ReportForm } from './ReportForm.js';
import { ReportTable } from './ReportTable.js';
import { ReportQuery, type Report } from './report.graphql.js';

const LISTS: readonly [keyof ReportFilter, EnumName][] = [
  ['stage', 'SchoolStage'],
  ['orgType', 'PartyOrgType'],
  ['scope', 'ScopeKind'],
  ['rolloutState', 'RolloutState'],
];

/** The conditions in words: printed with the figures. */
function useConditionWords(filter: ReportFilter): string {
  const t = useText();
  const word = useEnumWords();
  const tenant = useTenants().find(({ id }) => id === filter.tenantId);
  const lists = LISTS.flatMap(([name, list]) => {
    const values = filter[name] as readonly string[] | null | undefined;
    return values?.length ? [values.map((value) => word(list, value)).join(t('common.listSeparator'))] : [];
  });
  return [tenant?.name, ...lists].filter(Boolean).join(' · ') || t('pages.report.allSchools');
}

interface ResultProps {
  readonly report: Report;
  readonly input: ReportInput;
  readonly ranAt: number;
}

const Result = ({ report, input, ranAt }: ResultProps) => {
  const t = useText();
  const today = useViewer()?.today;
  const tenants = useTenants();
  const conditions = useConditionWords(input.filter ?? {});
  const { asOf, compareTo, schools } = report;
  const facts = [
    t('pages.report.asOfTitle', { date: asOf }),
    ...(compareTo ? [t('pages.report.comparedTo', { date: compareTo })] : []),
    t('common.schools', { count: schools }),
    conditions,
    t('pages.report.ranAt', { time: formatDateTime(new Date(ranAt).toISOString()) }),
  ];
  // a city's id alone means its counties' schools too
  const isDirect = (key: string | null) =>
    input.groupBy === 'COUNTY' && key !== null && tenants.find(({ id }) => id === key)?.level === 'CITY';
  return (
    <>
      <Section
        title={t('pages.report.tableTitle', { date: asOf })}
        aside={
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Button startIcon={<PrintIcon />} onClick={() => window.print()}>
              {t('pages.report.print')}
            </Button>
            <ExportButton input={input} />
          </Box>
        }
      >
        <Typography variant="body2" role="status" sx={{ marginBottom: 1 }}>
          {facts.join(' · ')}
        </Typography>
        {schools === 0 && <EmptyState title={t('pages.report.noSchools')} />}
        {schools > 0 && (
          <ReportTable report={report} input={input} day={asOf === today ? null : asOf} isDirect={isDirect} />
        )}
      </Section>
      <Definitions />
    </>
  );
};

/** 跨校报表: group, conditions, day and day to compare with; then the table, its definitions and its Excel. */
export const ReportPage = () => {
  const t = useText();
  const asOf = useAsOf();
  const today = useViewer()?.today ?? null;
  const [params, setParams] = useSearchParams();
  const standard: ReportInput = { groupBy: 'COUNTY', asOf: asOf ?? today, compareTo: null, filter: {} };
  const input = readReport(params) ?? standard;
  const [draft, setDraft] = useState(input);
  const { data, error, isFetching, refetch, dataUpdatedAt } = useOperation(
    ReportQuery,
    { input },
    { keepPrevious: true },
  );
  const run = () => {
    const next = writeReport(draft);
    if (next.toString() === params.toString()) void refetch();
    else setParams(next);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={t('pages.report.title')} preferenceKey={false} />
      <ReportForm draft={draft} onChange={setDraft} onRun={run} isRunning={isFetching} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <LoadingBlock />}
      {data && !error && <Result report={data.crossSchoolReport} input={input} ranAt={dataUpdatedAt} />}
    </Box>
  );
};
