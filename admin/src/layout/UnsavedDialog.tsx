import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { hasUnsavedForms } from '../data/index.js';
import { useText } from '../i18n/index.js';

type Act = () => void;

const LeaveContext = createContext<(act: Act) => void>((act) => act());

/** Does something that would lose unsaved changes: at once where there are none, else after asking. */
export function useConfirmLeave(): (act: Act) => void {
  return useContext(LeaveContext);
}

/** Holds the one dialog that asks about unsaved changes. */
export const UnsavedDialogProvider = ({ children }: { readonly children: ReactNode }) => {
  const t = useText();
  const [waiting, setWaiting] = useState<{ readonly act: Act } | null>(null);
  const confirmLeave = useCallback((act: Act) => {
    if (hasUnsavedForms()) setWaiting({ act });
    else act();
  }, []);
  const leave = () => {
    setWaiting(null);
    waiting?.act();
  };
  return (
    <LeaveContext value={confirmLeave}>
      {children}
      <Dialog open={waiting !== null} onClose={() => setWaiting(null)} aria-labelledby="unsaved-title">
        <DialogTitle id="unsaved-title">{t('common.unsaved.title')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('common.unsaved.text')}</DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button color="error" onClick={leave}>
            {t('common.unsaved.leave')}
          </Button>
          <Button variant="contained" autoFocus onClick={() => setWaiting(null)}>
            {t('common.unsaved.stay')}
          </Button>
        </DialogActions>
      </Dialog>
    </LeaveContext>
  );
};
