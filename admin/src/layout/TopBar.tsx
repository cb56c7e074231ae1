import { Suspense, useState, type RefObject } from 'react';
import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import { AppBar, Box, Chip, Dialog, DialogContent, IconButton, Toolbar, Typography } from '@mui/material';
import { useAbility, useViewer } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import { NotificationBell } from '../resources/notifications/index.js';
import { AsOfBadge } from './AsOfBadge.js';
import { GlobalSearch } from './GlobalSearch.js';
import { levelOf, placeOf } from './grant-name.js';
import { QuickSwitches } from './QuickSwitches.js';
import { TOP_BAR } from './theme.js';
import { useIsPhone } from './use-media.js';
import { UserMenu } from './UserMenu.js';

const Place = () => {
  const word = useEnumWords();
  const grant = useViewer()?.grant;
  if (!grant) return null;
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', minWidth: 0 }}>
      <Typography noWrap component="span">
        {placeOf(grant)}
      </Typography>
      <Chip size="small" variant="outlined" label={word('TenantLevelShort', levelOf(grant))} />
    </Box>
  );
};

const PhoneSearch = () => {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton color="inherit" aria-label={t('shell.search.open')} onClick={() => setOpen(true)}>
        <SearchIcon />
      </IconButton>
      <Dialog open={open} onClose={() => setOpen(false)} fullWidth aria-label={t('shell.search.label')}>
        <DialogContent>
          <GlobalSearch autoFocus onDone={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  );
};

interface TopBarProps {
  readonly menuOpen: boolean;
  readonly onToggleMenu: () => void;
  readonly onHelp: () => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** The bar on top of every page. */
export const TopBar = ({ menuOpen, onToggleMenu, onHelp, searchRef }: TopBarProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  // who reads no school has nothing to find and no day to choose
  const canSearch = useAbility().can('read', 'School');
  const search = isPhone ? <PhoneSearch /> : <GlobalSearch inputRef={searchRef} />;
  return (
    <AppBar position="sticky" color="inherit" elevation={0} className="no-print" aria-label={t('shell.topBar')}>
      <Toolbar
        variant="dense"
        disableGutters
        sx={{ minHeight: TOP_BAR, gap: 1, paddingInline: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        <IconButton
          color="inherit"
          aria-label={menuOpen ? t('shell.closeMenu') : t('shell.openMenu')}
          aria-expanded={menuOpen}
          onClick={onToggleMenu}
        >
          <MenuIcon />
        </IconButton>
        {!isPhone && (
          <Typography component="span" sx={{ fontWeight: 700, flexShrink: 0 }}>
            {t('shell.name')}
          </Typography>
        )}
        <Place />
        {!isPhone && canSearch && <AsOfBadge />}
        <Box sx={{ flexGrow: 1, display: 'flex', justifyContent: 'flex-end', minWidth: 0 }}>{canSearch && search}</Box>
        <Suspense fallback={null}>
          <NotificationBell />
        </Suspense>
        {!isPhone && <QuickSwitches />}
        <UserMenu onHelp={onHelp} />
      </Toolbar>
    </AppBar>
  );
};
