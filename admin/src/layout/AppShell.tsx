import { Suspense, useRef, useState, type ReactNode } from 'react';
import { Alert, Box, Drawer, Link } from '@mui/material';
import { ErrorBoundary } from 'react-error-boundary';
import { useNavigate, useStore } from 'react-admin';
import { LoadingBlock } from '../components/index.js';
import { useAbility, useViewer } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { AsOfBadge, AsOfBanner } from './AsOfBadge.js';
import { CrashPage } from './error-pages.js';
import { GrantChooser } from './GrantChooser.js';
import { IdleGuard } from './IdleGuard.js';
import { MuiTexts } from './MuiTexts.js';
import { PageHeader } from './PageHeader.js';
import { ShortcutHelp } from './ShortcutHelp.js';
import { SideMenu } from './SideMenu.js';
import { MENU_CLOSED, MENU_WIDTH, TOP_BAR } from './theme.js';
import { TopBar } from './TopBar.js';
import { UnsavedDialogProvider, useConfirmLeave } from './UnsavedDialog.js';
import { useArrival } from './use-arrival.js';
import { useApplyDensity } from './use-density.js';
import { useApplyLanguage } from './use-language.js';
import { useIsPhone } from './use-media.js';
import { useShortcuts } from './use-shortcuts.js';

/** The first thing that Tab reaches. The hash belongs to the router, so the link moves the focus itself. */
const SkipLink = () => {
  const t = useText();
  return (
    <Link
      href="#main-content"
      className="no-print"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main-content')?.focus();
      }}
      sx={{
        position: 'absolute',
        insetInlineStart: 8,
        top: -60,
        zIndex: 2000,
        padding: 1,
        backgroundColor: 'background.paper',
        '&:focus': { top: 8 },
      }}
    >
      {t('shell.skip')}
    </Link>
  );
};

const DemoBanner = () => {
  const t = useText();
  if (!useViewer()?.demo) return null;
  return (
    <Alert
      severity="info"
      icon={false}
      sx={{
        borderRadius: 0,
        paddingBlock: 0,
        justifyContent: 'center',
        '& .MuiAlert-message': { paddingBlock: '2px' },
      }}
    >
      {t('shell.demo')}
    </Alert>
  );
};

const Main = ({ children }: { readonly children: ReactNode }) => {
  const isPhone = useIsPhone();
  const readsSchools = useAbility().can('read', 'School');
  return (
    <Box
      component="main"
      id="main-content"
      tabIndex={-1}
      sx={{ flexGrow: 1, minWidth: 0, paddingInline: { xs: 1, sm: 2 }, paddingBottom: 4, outline: 'none' }}
    >
      {isPhone && readsSchools && (
        <Box className="no-print" sx={{ paddingTop: 1 }}>
          <AsOfBadge />
        </Box>
      )}
      <AsOfBanner />
      <PageHeader />
      <ErrorBoundary FallbackComponent={CrashPage}>
        <Suspense fallback={<LoadingBlock />}>{children}</Suspense>
      </ErrorBoundary>
    </Box>
  );
};

interface SideProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const Side = ({ open, onClose }: SideProps) => {
  const isPhone = useIsPhone();
  if (isPhone) {
    return (
      <Drawer open={open} onClose={onClose} slotProps={{ paper: { sx: { width: 260 } } }}>
        <SideMenu narrow={false} onNavigate={onClose} />
      </Drawer>
    );
  }
  return (
    <Box
      className="no-print"
      sx={{
        width: open ? MENU_WIDTH : MENU_CLOSED,
        flexShrink: 0,
        position: 'sticky',
        top: TOP_BAR,
        height: `calc(100vh - ${TOP_BAR}px)`,
        overflowY: 'auto',
        overflowX: 'hidden',
        borderInlineEnd: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
      }}
    >
      <SideMenu narrow={!open} />
    </Box>
  );
};

const Frame = ({ children }: { readonly children: ReactNode }) => {
  const navigate = useNavigate();
  const confirmLeave = useConfirmLeave();
  const isPhone = useIsPhone();
  const [wide, setWide] = useStore<boolean>('menu.open', true);
  const [drawer, setDrawer] = useState(false);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const open = isPhone ? drawer : wide;
  useArrival();
  useShortcuts({
    onSearch: () => search.current?.focus(),
    onHome: () => confirmLeave(() => navigate('/')),
    onHelp: () => setHelp(true),
  });
  return (
    <>
      <TopBar
        menuOpen={open}
        onToggleMenu={() => (isPhone ? setDrawer(!drawer) : setWide(!wide))}
        onHelp={() => setHelp(true)}
        searchRef={search}
      />
      <DemoBanner />
      <Box sx={{ display: 'flex' }}>
        <Side open={open} onClose={() => setDrawer(false)} />
        <Main>{children}</Main>
      </Box>
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
};

/** The frame around every page: top bar, menu, title, and what may interrupt (idle, unsaved changes). */
export const AppShell = ({ children }: { readonly children?: ReactNode }) => {
  useApplyDensity();
  useApplyLanguage();
  const hasGrant = Boolean(useViewer()?.grant);
  return (
    <MuiTexts>
      <UnsavedDialogProvider>
        <SkipLink />
        <IdleGuard />
        {hasGrant ? <Frame>{children}</Frame> : <GrantChooser />}
      </UnsavedDialogProvider>
    </MuiTexts>
  );
};
