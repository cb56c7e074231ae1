import { useState } from 'react';
import PersonIcon from '@mui/icons-material/AccountCircleOutlined';
import { Box, Button, Divider, IconButton, MenuItem, MenuList, Popover, Typography } from '@mui/material';
import { useLogout } from 'react-admin';
import { useViewer, type Viewer } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import { ChangePasswordDialog } from './ChangePasswordDialog.js';
import { DisplaySettings } from './DisplaySettings.js';
import { GrantDialog } from './GrantChooser.js';
import { grantName } from './grant-name.js';
import { useConfirmLeave } from './UnsavedDialog.js';
import { useIsPhone } from './use-media.js';

const WhoAmI = ({ viewer }: { readonly viewer: Viewer }) => {
  const t = useText();
  const word = useEnumWords();
  return (
    <Box sx={{ paddingInline: 2, paddingBlock: 1 }}>
      <Typography variant="caption" color="textSecondary">
        {t('shell.user.signedInAs')}
      </Typography>
      <Typography>
        {t('common.inParens', { text: viewer.account.displayName, note: viewer.account.username })}
      </Typography>
      {viewer.grant && (
        <>
          <Typography variant="caption" color="textSecondary">
            {t('shell.user.current')}
          </Typography>
          <Typography variant="body2">{grantName(viewer.grant, word)}</Typography>
        </>
      )}
    </Box>
  );
};

interface UserMenuProps {
  readonly onHelp: () => void;
}

/** Who is logged in and under which grant; switching, display, help, logging out. */
export const UserMenu = ({ onHelp }: UserMenuProps) => {
  const t = useText();
  const viewer = useViewer();
  const isPhone = useIsPhone();
  const logout = useLogout();
  const confirmLeave = useConfirmLeave();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'grants' | 'settings' | 'password' | null>(null);
  if (!viewer) return null;
  const choose = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  const common = {
    'aria-haspopup': 'dialog' as const,
    'aria-label': `${t('shell.user.menu')} ${viewer.account.displayName}`,
    onClick: ({ currentTarget }: { currentTarget: HTMLElement }) => setAnchor(currentTarget),
  };
  return (
    <>
      {isPhone ? (
        <IconButton color="inherit" {...common}>
          <PersonIcon />
        </IconButton>
      ) : (
        <Button color="inherit" startIcon={<PersonIcon />} {...common} sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
          {viewer.account.displayName}
        </Button>
      )}
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('shell.user.menu') } }}
      >
        <WhoAmI viewer={viewer} />
        <Divider />
        <MenuList autoFocusItem aria-label={t('shell.user.menu')}>
          {viewer.grants.length > 1 && (
            <MenuItem onClick={choose(() => confirmLeave(() => setDialog('grants')))}>
              {t('shell.user.grants')}
            </MenuItem>
          )}
          <MenuItem onClick={choose(() => setDialog('settings'))}>{t('shell.user.settings')}</MenuItem>
          <MenuItem onClick={choose(() => setDialog('password'))}>{t('shell.user.password')}</MenuItem>
          <MenuItem onClick={choose(onHelp)}>{t('shell.user.help')}</MenuItem>
          <MenuItem onClick={choose(() => confirmLeave(() => void logout()))}>{t('shell.user.logout')}</MenuItem>
        </MenuList>
      </Popover>
      <GrantDialog open={dialog === 'grants'} onClose={() => setDialog(null)} />
      <ChangePasswordDialog open={dialog === 'password'} onClose={() => setDialog(null)} />
      <DisplaySettings open={dialog === 'settings'} onClose={() => setDialog(null)} />
    </>
  );
};
