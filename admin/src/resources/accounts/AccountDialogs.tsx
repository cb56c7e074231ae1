import { useState, type ReactNode } from 'react';
import { Box, Button, Typography } from '@mui/material';
import type { FieldValues } from 'react-hook-form';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField, TextField } from '../parts/index.js';
import {
  CreateAccountMutation,
  RenewActivationMutation,
  ResetAccessMutation,
  type NewAccount,
} from './account.graphql.js';
import { ActivationCode } from './ActivationCode.js';

interface DialogProps {
  readonly onClose: () => void;
}

interface NewAccountProps extends DialogProps {
  /** The next step: an account without a role can do nothing yet. */
  readonly onGrant: (username: string) => void;
}

interface CodeDialogProps extends DialogProps {
  /** Its texts are those of this act. */
  readonly act: 'create' | 'renew' | 'reset';
  readonly initial: FieldValues;
  readonly isGrave?: boolean;
  /** Asks for the code. */
  readonly onSubmit: (values: FieldValues) => Promise<NewAccount>;
  readonly onGrant?: (username: string) => void;
  readonly children: ReactNode;
}

/** What ends with a code that is shown once: nobody but the person ever knows a password. */
const CodeDialog = ({ act, onClose, onGrant, onSubmit, children, ...form }: CodeDialogProps) => {
  const t = useText();
  const [made, setMade] = useState<NewAccount | null>(null);
  return (
    <ActionDialog title={t(`resources.roleGrants.${act}.title`)} onClose={onClose}>
      {made ? (
        <>
          <ActivationCode made={made} />
          <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', marginTop: 2 }}>
            <Button onClick={onClose}>{t('common.close')}</Button>
            {onGrant && (
              <Button variant="contained" onClick={() => onGrant(made.account.username)}>
                {t('resources.roleGrants.create.grant')}
              </Button>
            )}
          </Box>
        </>
      ) : (
        <ActionForm
          {...form}
          submitLabel={t(`resources.roleGrants.${act}.submit`)}
          onCancel={onClose}
          onSubmit={async (values) => setMade(await onSubmit(values))}
        >
          <Typography variant="body2" color="textSecondary">
            {t(`resources.roleGrants.${act}.text`)}
          </Typography>
          {children}
        </ActionForm>
      )}
    </ActionDialog>
  );
};

const UsernameField = ({ isNew = false }: { readonly isNew?: boolean }) => {
  const t = useText();
  return (
    <TextField
      source="username"
      label={t('resources.roleGrants.fields.username')}
      helperText={isNew ? t('resources.roleGrants.create.usernameHelp') : undefined}
      max={64}
      isRequired
    />
  );
};

/** 新建账号: whoever makes it never knows a password, only the code that is shown once. */
export const CreateAccountDialog = (props: NewAccountProps) => {
  const t = useText();
  const { mutateAsync } = useWrite(CreateAccountMutation);
  const make = async ({ username, displayName }: FieldValues) => {
    const input = { username: String(username ?? ''), displayName: String(displayName ?? '') };
    return (await mutateAsync({ input })).createAccount;
  };
  return (
    <CodeDialog {...props} act="create" initial={{ username: null, displayName: null }} onSubmit={make}>
      <UsernameField isNew />
      <TextField source="displayName" label={t('resources.roleGrants.fields.accountName')} isRequired />
    </CodeDialog>
  );
};

/** 换发启用码: for an account of one's own making that its person has not taken over yet. */
export const RenewActivationDialog = (props: NewAccountProps) => {
  const { mutateAsync } = useWrite(RenewActivationMutation);
  const renew = async ({ username }: FieldValues) =>
    (await mutateAsync({ username: String(username ?? '') })).renewActivation;
  return (
    <CodeDialog {...props} act="renew" initial={{ username: null }} onSubmit={renew}>
      <UsernameField />
    </CodeDialog>
  );
};

/** 重置登录: for who lost the password; it and every session end, and the person chooses another with the code. */
export const ResetAccessDialog = (props: DialogProps) => {
  const { mutateAsync } = useWrite(ResetAccessMutation);
  const reset = async ({ username, reason }: FieldValues) => {
    const input = { username: String(username ?? ''), reason: String(reason ?? '') };
    return (await mutateAsync({ input })).resetAccess;
  };
  return (
    <CodeDialog {...props} act="reset" initial={{ username: null, reason: null }} isGrave onSubmit={reset}>
      <UsernameField />
      <ReasonField />
    </CodeDialog>
  );
};
