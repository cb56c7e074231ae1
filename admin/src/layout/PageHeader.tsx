import { useEffect, useRef } from 'react';
import { Box, Breadcrumbs, Typography } from '@mui/material';
import { useLocation, useTranslate } from 'react-admin';
import { PathLink, useDayShown } from '../components/index.js';
import { useViewer } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { placeOf } from './grant-name.js';
import { entryOf, type MenuEntry } from './registry.js';

/** The browser's title follows the page's. */
function useDocumentTitle(suffix: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = heading.current;
    if (!element) return undefined;
    const update = () => {
      const title = element.textContent;
      document.title = title ? `${title} · ${suffix}` : suffix;
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [suffix]);
  return heading;
}

/** On paper, under the title: whose figures, of which day, printed by whom. */
const PrintedBy = ({ hasOwnDay }: Pick<MenuEntry, 'hasOwnDay'>) => {
  const t = useText();
  const date = useDayShown();
  const viewer = useViewer();
  if (!viewer?.grant) return null;
  const person = viewer.account.displayName;
  const place = placeOf(viewer.grant);
  const text = hasOwnDay ? t('shell.printedBy', { place, person }) : t('shell.printed', { place, date, person });
  return <div className="print-only">{text}</div>;
};

/** Where one is, and the page's title: pages put it there with react-admin's `<Title title="…" />`. */
export const PageHeader = () => {
  const t = useText();
  const translate = useTranslate();
  const { pathname } = useLocation();
  const heading = useDocumentTitle(t('shell.name'));
  const entry = entryOf(pathname);
  const schoolId = useViewer()?.grant?.schoolId;
  // a list of one school leads nowhere
  const leadsToList = entry && pathname !== entry.path && !(schoolId && entry.path === '/schools');
  const group = entry && t(`shell.groups.${entry.group}`);
  const list = entry && translate(entry.label, { smart_count: 2 });
  // a group is often named like its only entry: once is enough
  const showsGroup = !(pathname !== entry?.path && group === list);
  return (
    <Box sx={{ paddingBlock: 1 }}>
      {pathname !== '/' && (
        <Breadcrumbs aria-label={t('shell.breadcrumb')} className="no-print" sx={{ fontSize: '0.8125rem' }}>
          <PathLink to="/">{t('shell.home')}</PathLink>
          {group && showsGroup && <Typography variant="body2">{group}</Typography>}
          {leadsToList && <PathLink to={entry.path}>{list}</PathLink>}
        </Breadcrumbs>
      )}
      <Typography variant="h1" id="react-admin-title" ref={heading} sx={{ minHeight: '1.4em' }} />
      <PrintedBy hasOwnDay={entry?.hasOwnDay} />
    </Box>
  );
};
