import { useState } from 'react';
import PersonIcon from '@mui/icons-material/AccountCircleOutlined';
import { Box, Button, Divider, IconButton, Menu, MenuItem, Typography } from '@mui/material';
import { useLogout } from 'react-admin';
import { useViewer, type Viewer } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
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
      <Typography variant="caption" color="text.secondary">
        {t('shell.user.signedInAs')}
      </Typography>
      <Typography>
        {t('common.inParens', { text: viewer.account.displayName, note: viewer.account.username })}
      </Typography>
      {viewer.grant && (
        <>
          <Typography variant="caption" color="text.secondary">
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
  const [dialog, setDialog] = useState<'grants' | 'settings' | null>(null);
  if (!viewer) return null;
  const choose = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  const common = {
    'aria-haspopup': 'menu' as const,
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
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <WhoAmI viewer={viewer} />
        <Divider />
        {viewer.grants.length > 1 && (
          <MenuItem onClick={choose(() => confirmLeave(() => setDialog('grants')))}>{t('shell.user.grants')}</MenuItem>
        )}
        <MenuItem onClick={choose(() => setDialog('settings'))}>{t('shell.user.settings')}</MenuItem>
        <MenuItem onClick={choose(onHelp)}>{t('shell.user.help')}</MenuItem>
        <MenuItem onClick={choose(() => confirmLeave(() => void logout()))}>{t('shell.user.logout')}</MenuItem>
      </Menu>
      <GrantDialog open={dialog === 'grants'} onClose={() => setDialog(null)} />
      <DisplaySettings open={dialog === 'settings'} onClose={() => setDialog(null)} />
    </>
  );
};
