import { useCallback } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useLogout } from 'react-admin';
import { loadViewer } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { stayActive, useIdle } from './use-idle.js';

/** Warns two minutes before an idle session ends, then logs out. */
export const IdleGuard = () => {
  const t = useText();
  const logout = useLogout();
  const keepAlive = useCallback(() => void loadViewer().catch(() => undefined), []);
  const onTimeout = useCallback(() => void logout({ isIdle: true }), [logout]);
  const seconds = useIdle({ keepAlive, onTimeout });
  const stay = () => {
    stayActive();
    keepAlive();
  };
  return (
    <Dialog open={seconds !== null} role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-text">
      <DialogTitle id="idle-title">{t('shell.idle.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText id="idle-text">{t('shell.idle.text', { seconds: seconds ?? 0 })}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void logout()}>{t('shell.idle.leave')}</Button>
        <Button variant="contained" autoFocus onClick={stay}>
          {t('shell.idle.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
