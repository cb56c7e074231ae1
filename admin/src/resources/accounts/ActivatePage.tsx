import { useState, type FormEvent } from 'react';
import { passwordRefusal } from '@zhixiao/policy';
import { Alert, Box, Button, TextField } from '@mui/material';
import { useSearchParams } from 'react-router';
import { CardPage, ErrorNotice, PathLink } from '../../components/index.js';
import { isServerError, useActivate } from '../../data/index.js';
import { useText } from '../../i18n/index.js';

interface Typed {
  readonly username: string;
  readonly code: string;
  readonly password: string;
  readonly again: string;
}

/** Which field is wrong, and why. */
function useProblem(typed: Typed): string | null {
  const t = useText();
  if (!typed.username || !typed.code || !typed.password) return t('pages.activate.required');
  const refusal = passwordRefusal(typed.password, typed.username);
  if (refusal) return t(`resources.shared.inputErrors.${refusal}`);
  return typed.password === typed.again ? null : t('pages.activate.different');
}

function useActivation(typed: Typed) {
  const activate = useActivate();
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const send = () => {
    const { username, code, password } = typed;
    setPending(true);
    setError(null);
    activate({ username, code, password })
      .catch(setError)
      .finally(() => setPending(false));
  };
  return { send, error, isPending };
}

/** A name or a code that does not fit, or one that was used: the server does not say which. */
const Refusal = ({ error }: { readonly error: unknown }) => {
  const t = useText();
  if (isServerError(error) && error.code === 'LOGIN_FAILED') {
    return <Alert severity="error">{t('pages.activate.failed')}</Alert>;
  }
  return <ErrorNotice error={error} />;
};

const ActivateForm = () => {
  const t = useText();
  const [params] = useSearchParams();
  const [typed, setTyped] = useState({ username: params.get('username') ?? '', code: '', password: '', again: '' });
  const [tried, setTried] = useState(false);
  const problem = useProblem(typed);
  const { send, error, isPending } = useActivation(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem === null) send();
  };
  const field = (name: keyof Typed, props: { readonly type?: string; readonly autoComplete: string }) => (
    <TextField
      label={t(`pages.activate.${name}`)}
      name={name}
      value={typed[name]}
      type={props.type}
      autoComplete={props.autoComplete}
      onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      helperText={name === 'password' ? t('pages.activate.passwordHelp') : undefined}
      fullWidth
      slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
    />
  );
  return (
    <form onSubmit={submit} noValidate aria-label={t('pages.activate.title')}>
      {tried && problem && <Alert severity="error">{problem}</Alert>}
      {problem === null && <Refusal error={error} />}
      {field('username', { autoComplete: 'username' })}
      {field('code', { autoComplete: 'one-time-code' })}
      {field('password', { type: 'password', autoComplete: 'new-password' })}
      {field('again', { type: 'password', autoComplete: 'new-password' })}
      <Button type="submit" variant="contained" fullWidth loading={isPending}>
        {t('pages.activate.submit')}
      </Button>
    </form>
  );
};

/** 启用账号: the person takes the account over with the code and a password that nobody else knows. Without a login. */
export const ActivatePage = () => {
  const t = useText();
  return (
    <CardPage title={t('pages.activate.title')} text={t('pages.activate.text')}>
      <ActivateForm />
      <Box sx={{ marginTop: 1 }}>
        <PathLink to="/login">{t('pages.activate.login')}</PathLink>
      </Box>
    </CardPage>
  );
};
