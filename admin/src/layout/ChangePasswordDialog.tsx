import { useState, type FormEvent } from 'react';
import { passwordRefusal } from '@zhixiao/policy';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useNotify } from 'react-admin';
import { ErrorNotice } from '../components/index.js';
import { changeOwnPassword, useViewer } from '../data/index.js';
import { useText } from '../i18n/index.js';

interface Typed {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}
const NOTHING: Typed = { current: '', next: '', again: '' };

/** What is wrong before anything is sent. */
function useProblem({ current, next, again }: Typed): string | null {
  const t = useText();
  const username = useViewer()?.account.username ?? '';
  if (!current || !next) return t('shell.password.required');
  const refusal = passwordRefusal(next, username) ?? (next === current ? 'SAME_AS_BEFORE' : null);
  if (refusal) return t(`resources.shared.inputErrors.${refusal}`);
  return next === again ? null : t('shell.password.different');
}

function useChange(typed: Typed, onDone: () => void) {
  const t = useText();
  const notify = useNotify();
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const send = () => {
    setPending(true);
    setError(null);
    changeOwnPassword({ current: typed.current, new: typed.next })
      .then(() => {
        notify(t('shell.password.done'), { type: 'success' });
        onDone();
      })
      .catch(setError)
      .finally(() => setPending(false));
  };
  return { send, error, isPending };
}

const PasswordForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText();
  const [typed, setTyped] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const problem = useProblem(typed);
  const { send, error, isPending } = useChange(typed, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem === null) send();
  };
  const field = (name: keyof Typed, autoComplete: string) => (
    <TextField
      label={t(`shell.password.${name}`)}
      name={name}
      value={typed[name]}
      type="password"
      autoComplete={autoComplete}
      onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      helperText={name === 'next' ? t('shell.password.help') : undefined}
      fullWidth
    />
  );
  return (
    <form onSubmit={submit} noValidate aria-label={t('shell.password.title')}>
      <DialogContent>
        {tried && problem && <Alert severity="error">{problem}</Alert>}
        {problem === null && <ErrorNotice error={error} />}
        {field('current', 'current-password')}
        {field('next', 'new-password')}
        {field('again', 'new-password')}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="contained" loading={isPending}>
          {t('shell.password.submit')}
        </Button>
      </DialogActions>
    </form>
  );
};

interface ChangePasswordDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 修改密码: by whoever knows the one that the account has; every other device is logged out by it. */
export const ChangePasswordDialog = ({ open, onClose }: ChangePasswordDialogProps) => {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="change-password">
      <DialogTitle id="change-password">{t('shell.password.title')}</DialogTitle>
      <PasswordForm onClose={onClose} />
    </Dialog>
  );
};
