import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { isServerError } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { findingText } from './finding-text.js';
import { reasonOf } from './refusal-text.js';
import { useWords } from './use-words.js';

interface ErrorNoticeProps {
  readonly error: unknown;
  /** Offers to try again. */
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** What went wrong, what to do now, and the request id for whoever is asked for help. Shows nothing without an error. */
export const ErrorNotice = ({ error, onRetry, children }: ErrorNoticeProps) => {
  const t = useText();
  const words = useWords();
  if (!error) return null;
  const code = isServerError(error) ? error.code : 'UNEXPECTED';
  const violations = isServerError(error) ? error.violations : [];
  const requestId = isServerError(error) ? error.requestId : null;
  const retry = onRetry && (
    <Button color="inherit" size="small" onClick={onRetry}>
      {t('errors.retry')}
    </Button>
  );
  return (
    <Alert severity="error" variant="outlined" action={retry} sx={{ marginBlock: 1 }}>
      <AlertTitle>{t(`errors.${code}`)}</AlertTitle>
      {reasonOf(error, words) ?? t(`errors.advice.${code}`)}
      {violations.length > 0 && (
        <Box component="ul" sx={{ margin: 0, paddingInlineStart: '1.2em' }}>
          {violations.map((violation) => (
            <li key={`${violation.checkId} ${String(violation.path)}`}>{findingText(violation, words)}</li>
          ))}
        </Box>
      )}
      {children}
      {requestId && (
        <Typography variant="caption" component="div">
          {t('errors.requestId')} {requestId}
        </Typography>
      )}
    </Alert>
  );
};
