import { useState } from 'react';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button } from '@mui/material';
import { ErrorNotice, JobProgress } from '../../components/index.js';
import { useAbility, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import type { ReportInput } from './report-input.js';
import { ExportReportMutation } from './report.graphql.js';

/** 导出 Excel: a job, with its progress and the file at its end. */
export const ExportButton = ({ input }: { readonly input: ReportInput }) => {
  const t = useText();
  const [job, setJob] = useState<string | null>(null);
  const { mutateAsync, isPending, error } = useWrite(ExportReportMutation);
  if (!useAbility().can('export', 'Report')) return null;
  const start = async () => {
    const { exportReport } = await mutateAsync({ input: { report: input } });
    setJob(exportReport.id);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon />}
        loading={isPending}
        // what went wrong is shown beside
        onClick={() => void start().catch(() => undefined)}
      >
        {t('pages.report.export')}
      </Button>
      <ErrorNotice error={error} />
      {job && <JobProgress key={job} id={job} />}
    </Box>
  );
};
