import { useState } from 'react';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { hrefOf } from '../../data/index.js';
import { formatDateTime, useText } from '../../i18n/index.js';
import type { NewAccount } from './account.graphql.js';

/** Where the person takes the account over. The name stands in the part of the address that stays in the browser. */
function activationAddress(username: string): string {
  const path = `/activate?${new URLSearchParams({ username }).toString()}`;
  return `${location.origin}${location.pathname}${hrefOf(path)}`;
}

/** The code that is shown this once, to be handed to the person whom the account is for. */
export const ActivationCode = ({ made }: { readonly made: NewAccount }) => {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const { account, activationCode, activationEndsAt } = made;
  const address = activationAddress(account.username);
  const letter = t('resources.roleGrants.activation.letter', {
    ...{ name: account.displayName, username: account.username, code: activationCode, address },
    until: formatDateTime(activationEndsAt),
  });
  if (activationCode === null) return <Alert severity="warning">{t('resources.roleGrants.activation.gone')}</Alert>;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Alert severity="warning">{t('resources.roleGrants.activation.once')}</Alert>
      <Typography variant="body2">{t('resources.roleGrants.activation.code')}</Typography>
      <Typography component="output" aria-live="polite" sx={{ fontFamily: 'monospace', fontSize: '1.25rem' }}>
        {activationCode}
      </Typography>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {letter}
      </Typography>
      <Box>
        <Button
          startIcon={<CopyIcon />}
          variant="outlined"
          onClick={() => void navigator.clipboard.writeText(letter).then(() => setCopied(true))}
        >
          {t(copied ? 'resources.roleGrants.activation.copied' : 'resources.roleGrants.activation.copy')}
        </Button>
      </Box>
    </Box>
  );
};
