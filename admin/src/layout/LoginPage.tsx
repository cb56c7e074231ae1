import { useState, type FormEvent, type KeyboardEvent } from 'react';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { Alert, Box, Button, IconButton, InputAdornment, TextField, Typography } from '@mui/material';
import { useLogin } from 'react-admin';
import { CardPage, ErrorNotice, PathLink } from '../components/index.js';
import { useText } from '../i18n/index.js';

/** Login as a form that password managers understand; a refusal names no field. */
function useLoginForm() {
  const login = useLogin();
  const [error, setError] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);
  const [isPending, setPending] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('username') ?? '').trim();
    const password = String(form.get('password') ?? '');
    setMissing(!username || !password);
    if (!username || !password) return;
    setPending(true);
    setError(null);
    login({ username, password })
      .catch(setError)
      .finally(() => setPending(false));
  };
  return { submit, error, missing, isPending };
}

const PasswordField = () => {
  const t = useText();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const toggle = (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        aria-label={visible ? t('shell.login.hide') : t('shell.login.show')}
        onClick={() => setVisible(!visible)}
      >
        {visible ? <HideIcon /> : <ShowIcon />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <TextField
      name="password"
      label={t('shell.login.password')}
      type={visible ? 'text' : 'password'}
      autoComplete="current-password"
      onKeyUp={watchCapsLock}
      helperText={capsLock ? t('shell.login.capsLock') : ' '}
      slotProps={{ input: { endAdornment: toggle } }}
      fullWidth
    />
  );
};

/** W1: account and password; what went wrong and what to do. */
export const LoginPage = () => {
  const t = useText();
  const { submit, error, missing, isPending } = useLoginForm();
  return (
    <CardPage title={t('shell.name')} text={t('shell.fullName')}>
      <form onSubmit={submit} noValidate aria-label={t('shell.login.title')}>
        {missing && <Alert severity="error">{t('shell.login.required')}</Alert>}
        <Box role="alert">
          <ErrorNotice error={error} />
        </Box>
        <TextField
          name="username"
          label={t('shell.login.username')}
          autoComplete="username"
          autoFocus
          fullWidth
          slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
        />
        <PasswordField />
        <Button type="submit" variant="contained" fullWidth disabled={isPending}>
          {isPending ? t('shell.login.submitting') : t('shell.login.submit')}
        </Button>
      </form>
      <Typography variant="caption" component="p" color="textSecondary">
        {t('shell.login.help')}{' '}
        <PathLink to="/activate" plain>
          {t('shell.login.activate')}
        </PathLink>
      </Typography>
    </CardPage>
  );
};
