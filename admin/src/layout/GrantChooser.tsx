import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Paper, Typography } from '@mui/material';
import { useLogout } from 'react-admin';
import { EmptyState } from '../components/index.js';
import { useViewer } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { GrantList } from './GrantList.js';

/** Shown after login instead of the pages while no grant is in use: several to choose from, or none at all. */
export const GrantChooser = () => {
  const t = useText();
  const logout = useLogout();
  const hasGrants = (useViewer()?.grants.length ?? 0) > 0;
  return (
    <Box component="main" id="main-content" sx={{ display: 'grid', placeItems: 'center', padding: 2 }}>
      <Paper variant="outlined" sx={{ width: '100%', maxWidth: 480, padding: 2 }}>
        {hasGrants ? (
          <>
            <Typography variant="h1">{t('shell.grants.title')}</Typography>
            <Typography color="textSecondary">{t('shell.grants.text')}</Typography>
            <GrantList />
          </>
        ) : (
          <EmptyState title={t('shell.grants.none')}>{t('shell.grants.noneHelp')}</EmptyState>
        )}
        <Button onClick={() => void logout()}>{t('shell.user.logout')}</Button>
      </Paper>
    </Box>
  );
};

interface GrantDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Switches the grant in use. */
export const GrantDialog = ({ open, onClose }: GrantDialogProps) => {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="grants-title" fullWidth maxWidth="xs">
      <DialogTitle id="grants-title">{t('shell.user.grants')}</DialogTitle>
      <DialogContent>
        <GrantList onDone={onClose} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
};
