import { useState } from 'react';
import { Box, Button, Paper } from '@mui/material';
import { Title } from 'react-admin';
import { useParams } from 'react-router';
import { EnumText, ErrorNotice, ImportPill, JobProgress, LoadingBlock, NotFound } from '../../components/index.js';
import { downloadFile, useOperation } from '../../data/index.js';
import { formatDate, formatDateTime, useText } from '../../i18n/index.js';
import { ConfirmPanel } from './ConfirmPanel.js';
import { countOf, type Outcome } from './import-counts.js';
import { ImportBatchQuery, type Batch } from './import.graphql.js';
import { ImportSteps, type StepName } from './ImportSteps.js';
import { ResultPanel } from './ResultPanel.js';
import { RowsTable } from './RowsTable.js';
import { Tiles } from './Tiles.js';
import { useImportRights } from './use-import-rights.js';

const POLL = 1500;

const isRunning = (batch: Batch | null | undefined): boolean =>
  batch?.status === 'CONFIRMING' || batch?.job?.status === 'QUEUED' || batch?.job?.status === 'RUNNING';

function stepOf(batch: Batch): StepName {
  if (batch.status === 'STAGED') return 'check';
  return isRunning(batch) ? 'confirm' : 'result';
}

/** The rows that were refused, with their reasons, to be put right and sent again. */
const RefusedRows = ({ batch }: { readonly batch: Batch }) => {
  const t = useText();
  const [error, setError] = useState<unknown>(null);
  if (countOf(batch.counts, 'rejected') === 0) return null;
  const fetchRows = () =>
    downloadFile(
      `/files/imports/${encodeURIComponent(batch.id)}/errors`,
      t('resources.imports.refusedFile', { file: batch.fileName.replace(/\.\w+$/, '') }),
    ).then(() => setError(null), setError);
  return (
    <>
      <Button onClick={() => void fetchRows()}>{t('resources.imports.refused')}</Button>
      <ErrorNotice error={error} />
    </>
  );
};

const Checked = ({ batch }: { readonly batch: Batch }) => {
  const rejected = countOf(batch.counts, 'rejected') > 0;
  const [outcome, setOutcome] = useState<Outcome | null>(rejected && batch.status === 'STAGED' ? 'REJECTED' : null);
  const { may } = useImportRights();
  const canFix = batch.status === 'STAGED' && may('create', batch);
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Tiles batch={batch} chosen={outcome} onChoose={setOutcome} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <RefusedRows batch={batch} />
      </Box>
      <RowsTable key={outcome ?? 'all'} batch={batch} outcome={outcome} canFix={canFix} />
    </Box>
  );
};

const BatchPage = ({ batch }: { readonly batch: Batch }) => {
  const t = useText();
  const { fileName, kind, status, dataAsOf, createdAt, createdBy, job } = batch;
  const running = isRunning(batch);
  const asOf = kind === 'MEETINGS' ? [] : [t('resources.imports.asOf', { date: formatDate(dataAsOf) })];
  const facts = [formatDateTime(createdAt), createdBy, ...asOf];
  return (
    <Paper
      variant="outlined"
      sx={{ padding: 2, minWidth: 0, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <Title title={fileName} preferenceKey={false} />
      <ImportSteps current={stepOf(batch)} />
      <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ImportPill status={status} /> <EnumText of="ImportKind" value={kind} /> · {facts.join(' · ')}
      </Box>
      {status === 'STAGED' && <ConfirmPanel batch={batch} />}
      {running && job && <JobProgress id={job.id} />}
      {!running && status !== 'STAGED' && status !== 'CONFIRMING' && <ResultPanel batch={batch} />}
      {!running && job?.status === 'FAILED' && <JobProgress id={job.id} />}
      <Checked batch={batch} />
    </Paper>
  );
};

/** One import: what was found row by row, confirming, its progress (the server's, so a reload loses nothing), its result. */
export const ImportPage = () => {
  const { id = '' } = useParams();
  const [polls, setPolls] = useState(true);
  const variables = { id: decodeURIComponent(id) };
  const { data, error, isPending } = useOperation(ImportBatchQuery, variables, { refetchInterval: polls && POLL });
  const batch = data?.importBatch;
  if (data && polls !== isRunning(batch)) setPolls(isRunning(batch));
  if (error) return <ErrorNotice error={error} />;
  if (isPending) return <LoadingBlock />;
  if (!batch) return <NotFound list="/imports" />;
  return <BatchPage batch={batch} />;
};
