import { useState } from 'react';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { downloadFile, useOperation, type ResultOf } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { ErrorNotice } from './ErrorNotice.js';
import { JobQuery } from './job.graphql.js';
import { JobPill } from './pills.js';

const POLL = 1000;

type Job = NonNullable<ResultOf<typeof JobQuery>['job']>;

const isOver = (job: Job | null | undefined): boolean => job?.status === 'DONE' || job?.status === 'FAILED';

/** A job, asked about every second until it is over. */
function useJob(id: string | null | undefined) {
  const [over, setOver] = useState<string | null>(null);
  const polls = Boolean(id) && over !== id;
  const result = useOperation(JobQuery, { id: id ?? '' }, { enabled: Boolean(id), refetchInterval: polls && POLL });
  const job = result.data?.job ?? null;
  if (id && over !== id && isOver(job)) setOver(id);
  return { job, error: result.error, isOver: isOver(job) };
}

const JobFile = ({ file }: { readonly file: NonNullable<Job['file']> }) => {
  const t = useText();
  const [error, setError] = useState<unknown>(null);
  const download = () => downloadFile(file.downloadPath, file.name).then(() => setError(null), setError);
  return (
    <>
      <Button variant="contained" onClick={() => void download()}>
        {t('common.job.download')} {file.name}
      </Button>
      <ErrorNotice error={error} />
    </>
  );
};

/** How far a job is, read out as it goes; at its end the file, or why it failed. */
export const JobProgress = ({ id }: { readonly id: string }) => {
  const t = useText();
  const { job, error } = useJob(id);
  if (error) return <ErrorNotice error={error} />;
  if (!job) return <LinearProgress aria-label={t('common.job.title')} />;
  const { done, total, status, message } = job;
  const share = total ? Math.min(100, (100 * done) / total) : undefined;
  const text = total ? t('common.job.of', { done, total }) : t('common.job.done', { done });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box role="status" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <JobPill status={status} />
        <Typography variant="body2">{text}</Typography>
      </Box>
      {status === 'FAILED' && <Alert severity="error">{message ?? t('common.job.failed')}</Alert>}
      {!isOver(job) && (
        <LinearProgress
          aria-label={t('common.job.title')}
          variant={share === undefined ? 'indeterminate' : 'determinate'}
          value={share}
        />
      )}
      {job.file && <JobFile file={job.file} />}
    </Box>
  );
};
