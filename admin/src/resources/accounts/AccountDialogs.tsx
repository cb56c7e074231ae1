import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, TextField } from '../parts/index.js';
import { CreateAccountMutation, RenewActivationMutation, type NewAccount } from './account.graphql.js';
import { ActivationCode } from './ActivationCode.js';

interface DialogProps {
  readonly onClose: () => void;
  /** The next step: a role for the new account. */
  readonly onGrant: (username: string) => void;
}

/** After the code was seen: an account without a role can do nothing yet. */
const Made = ({ made, onClose, onGrant }: DialogProps & { readonly made: NewAccount }) => {
  const t = useText();
  return (
    <>
      <ActivationCode made={made} />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', marginTop: 2 }}>
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button variant="contained" onClick={() => onGrant(made.account.username)}>
          {t('resources.roleGrants.create.grant')}
        </Button>
      </Box>
    </>
  );
};

/** 新建账号: whoever makes it never knows a password, only the code that is shown once. */
export const CreateAccountDialog = (props: DialogProps) => {
  const t = useText();
  const [made, setMade] = useState<NewAccount | null>(null);
  const { mutateAsync } = useWrite(CreateAccountMutation);
  return (
    <ActionDialog title={t('resources.roleGrants.create.title')} onClose={props.onClose}>
      {made && <Made {...props} made={made} />}
      {!made && (
        <ActionForm
          initial={{ username: null, displayName: null }}
          submitLabel={t('resources.roleGrants.create.submit')}
          onCancel={props.onClose}
          onSubmit={async ({ username, displayName }) => {
            const input = { username: String(username ?? ''), displayName: String(displayName ?? '') };
            setMade((await mutateAsync({ input })).createAccount);
          }}
        >
          <Typography variant="body2" color="textSecondary">
            {t('resources.roleGrants.create.text')}
          </Typography>
          <TextField
            source="username"
            label={t('resources.roleGrants.fields.username')}
            helperText={t('resources.roleGrants.create.usernameHelp')}
            max={64}
            isRequired
          />
          <TextField source="displayName" label={t('resources.roleGrants.fields.accountName')} isRequired />
        </ActionForm>
      )}
    </ActionDialog>
  );
};

/** 换发启用码: for an account of one's own making that its person has not taken over yet. */
export const RenewActivationDialog = (props: DialogProps) => {
  const t = useText();
  const [made, setMade] = useState<NewAccount | null>(null);
  const { mutateAsync } = useWrite(RenewActivationMutation);
  return (
    <ActionDialog title={t('resources.roleGrants.renew.title')} onClose={props.onClose}>
      {made && <Made {...props} made={made} />}
      {!made && (
        <ActionForm
          initial={{ username: null }}
          submitLabel={t('resources.roleGrants.renew.submit')}
          onCancel={props.onClose}
          onSubmit={async ({ username }) => {
            setMade((await mutateAsync({ username: String(username ?? '') })).renewActivation);
          }}
        >
          <Typography variant="body2" color="textSecondary">
            {t('resources.roleGrants.renew.text')}
          </Typography>
          <TextField source="username" label={t('resources.roleGrants.fields.username')} max={64} isRequired />
        </ActionForm>
      )}
    </ActionDialog>
  );
};
