import DefaultIcon from '@mui/icons-material/ArticleOutlined';
import CloseIcon from '@mui/icons-material/ExpandLess';
import OpenIcon from '@mui/icons-material/ExpandMore';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import { Box, Collapse, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Tooltip } from '@mui/material';
import { LinkBase, useLocation, useStore, useTranslate } from 'react-admin';
import { showPath, useAbility, useViewer, type Grant, type MenuGroup } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { entryOf, MENU, reaches, type MenuEntry, type MenuSection } from './registry.js';

/** A thumb's height on a phone; on a desk all that is open fits 1366 × 768. */
const ENTRY = { xs: 44, sm: 36 } as const;

interface EntryLinkProps {
  readonly entry: Pick<MenuEntry, 'path' | 'to' | 'label' | 'icon'>;
  readonly narrow: boolean;
  readonly isCurrent: boolean;
  readonly indent?: boolean;
  readonly onNavigate?: () => void;
}

const EntryLink = ({ entry, narrow, isCurrent, indent, onNavigate }: EntryLinkProps) => {
  // labels of resources may be "School |||| Schools"
  const label = useTranslate()(entry.label, { smart_count: 2 });
  const Icon = entry.icon ?? DefaultIcon;
  return (
    <ListItem disablePadding>
      <Tooltip title={narrow ? label : ''} placement="right">
        <ListItemButton
          component={LinkBase}
          to={entry.to ?? entry.path}
          selected={isCurrent}
          aria-current={isCurrent ? 'page' : undefined}
          aria-label={label}
          onClick={onNavigate}
          sx={{ minHeight: ENTRY, paddingBlock: 0.25, paddingInlineStart: narrow || !indent ? 2 : 4 }}
        >
          <ListItemIcon sx={{ minWidth: narrow ? 0 : 36 }}>
            <Icon />
          </ListItemIcon>
          {!narrow && <ListItemText primary={label} slotProps={{ primary: { variant: 'body2' } }} />}
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
};

interface GroupProps extends Omit<SideMenuProps, 'onNavigate'> {
  readonly section: MenuSection;
  readonly current: MenuEntry | undefined;
  /** The group of the page that is shown. */
  readonly shown: MenuGroup | undefined;
  readonly onNavigate?: () => void;
}

/**
 * Which groups are open until somebody opens or folds them. All at a school; elsewhere the long group of the meetings and the
 * others take turns, so that the menu fits a screen of 768.
 */
function opensAtFirst(group: MenuGroup, shown: MenuGroup | undefined, grant: Grant | null | undefined): boolean {
  return Boolean(grant?.schoolId) || (group === 'meetings') === (shown === 'meetings');
}

/** Whether a group is open; what somebody opens or folds stays so. */
function useFold(group: MenuGroup, shown: MenuGroup | undefined) {
  const [chosen, setChosen] = useStore<Partial<Record<MenuGroup, boolean>>>('menu.groups', {});
  const grant = useViewer()?.grant;
  const open = chosen[group] ?? opensAtFirst(group, shown, grant);
  return { open, toggle: () => setChosen({ ...chosen, [group]: !open }) };
}

/** A group of several entries folds; one entry alone, or a narrow menu, needs no second level. */
const Group = ({ section, current, shown, narrow, onNavigate }: GroupProps) => {
  const t = useText();
  const { entries, group } = section;
  const { open, toggle } = useFold(group, shown);
  const links = entries.map((entry) => (
    <EntryLink
      key={entry.path}
      entry={entry}
      narrow={narrow}
      indent={entries.length > 1}
      isCurrent={entry === current}
      onNavigate={onNavigate}
    />
  ));
  if (narrow || entries.length === 1) return links;
  return (
    <>
      <ListItem disablePadding>
        <ListItemButton onClick={toggle} aria-expanded={open} sx={{ minHeight: ENTRY, paddingBlock: 0.25 }}>
          <ListItemText
            primary={t(`shell.groups.${group}`)}
            slotProps={{
              primary: {
                variant: 'body2',
                color: 'textSecondary',
                sx: { fontWeight: current && !open ? 600 : undefined },
              },
            }}
          />
          {open ? <CloseIcon fontSize="small" /> : <OpenIcon fontSize="small" />}
        </ListItemButton>
      </ListItem>
      <ListItem disablePadding sx={{ display: 'block' }}>
        <Collapse in={open}>
          <List disablePadding>{links}</List>
        </Collapse>
      </ListItem>
    </>
  );
};

interface SideMenuProps {
  /** Icons only. */
  readonly narrow: boolean;
  readonly onNavigate?: () => void;
}

const HOME = { path: '/', label: 'shell.home', icon: HomeIcon } as const;

/** Who belongs to one school is led to its page, not to a list of one. */
function forGrant(entry: MenuEntry, grant: Grant | null | undefined): MenuEntry {
  if (!grant?.schoolId || entry.path !== '/schools') return entry;
  return { ...entry, to: showPath('schools', grant.schoolId), label: 'home.school.title' };
}

/** The left menu: what the ability lets one read. */
export const SideMenu = ({ narrow, onNavigate }: SideMenuProps) => {
  const t = useText();
  const { can } = useAbility();
  const { pathname } = useLocation();
  const grant = useViewer()?.grant;
  const current = entryOf(pathname);
  const sections = MENU.map(({ group, entries }) => ({
    group,
    entries: entries
      .filter(({ action, subject, among }) => can(action, subject) && (!grant || reaches(grant, among)))
      .map((entry) => forGrant(entry, grant)),
  }));
  return (
    <Box component="nav" aria-label={t('shell.menu')}>
      <List disablePadding>
        <EntryLink entry={HOME} narrow={narrow} isCurrent={pathname === '/'} onNavigate={onNavigate} />
        {sections
          .filter(({ entries }) => entries.length > 0)
          .map((section) => (
            <Group
              key={section.group}
              section={section}
              current={section.entries.find(({ path }) => path === current?.path)}
              shown={current?.group}
              narrow={narrow}
              onNavigate={onNavigate}
            />
          ))}
      </List>
    </Box>
  );
};
