import { Box, Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase, Title, useResetErrorBoundaryOnLocationChange } from 'react-admin';
import type { FallbackProps } from 'react-error-boundary';
import { ErrorNotice } from '../components/index.js';
import { useText } from '../i18n/index.js';

interface MessagePageProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

const MessagePage = ({ title, text, children }: MessagePageProps) => {
  const t = useText();
  return (
    <Paper variant="outlined" sx={{ padding: 3, maxWidth: 640 }}>
      <Title title={title} preferenceKey={false} />
      {text && <Typography sx={{ marginBottom: 2 }}>{text}</Typography>}
      {children}
      <Button component={LinkBase} to="/" variant="contained">
        {t('shell.errorPage.goHome')}
      </Button>
    </Paper>
  );
};

/** No such page. */
export const NotFoundPage = () => {
  const t = useText();
  return <MessagePage title={t('shell.errorPage.notFound')} text={t('shell.errorPage.notFoundText')} />;
};

/** The grant in use may not see this page. */
export const ForbiddenPage = () => {
  const t = useText();
  return <MessagePage title={t('shell.errorPage.forbidden')} text={t('shell.errorPage.forbiddenText')} />;
};

/** A page that failed: what to do, and the way home. The next page starts afresh. */
export const CrashPage = ({ error, resetErrorBoundary }: FallbackProps) => {
  const t = useText();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  return (
    <MessagePage title={t('shell.errorPage.crash')}>
      <ErrorNotice error={error} onRetry={resetErrorBoundary} />
    </MessagePage>
  );
};

interface OfflinePageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** The server could not be reached at the start. */
export const OfflinePage = ({ error, onRetry }: OfflinePageProps) => {
  const t = useText();
  return (
    <Box component="main" sx={{ display: 'grid', placeItems: 'center', minHeight: '100vh', padding: 2 }}>
      <Paper variant="outlined" sx={{ padding: 3, maxWidth: 480 }}>
        <Typography variant="h1">{t('shell.errorPage.offline')}</Typography>
        <Typography>{t('shell.errorPage.offlineText')}</Typography>
        <ErrorNotice error={error} />
        <Button variant="contained" onClick={onRetry}>
          {t('errors.retry')}
        </Button>
      </Paper>
    </Box>
  );
};
