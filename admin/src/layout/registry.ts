import type { ComponentType } from 'react';
import type { SubjectName } from '@zhixiao/policy';
import { listPath, MENU_GROUPS, registerResource, type Grant, type MenuGroup, type Reach } from '../data/index.js';
import { pages, resources } from '../resources/index.js';

/** One entry of the left menu. */
export interface MenuEntry {
  readonly path: string;
  /** Where it leads, if elsewhere than to its list. */
  readonly to?: string;
  /** The key of its text. */
  readonly label: string;
  readonly icon?: ComponentType;
  readonly action: string;
  readonly subject: SubjectName;
  readonly group: MenuGroup;
  readonly hasOwnDay?: boolean;
  readonly order: number;
  readonly among?: Reach;
}

for (const { name, subject, adapter } of resources) registerResource(name, { subject, adapter });

function menuEntries(): MenuEntry[] {
  const ofResources = resources.flatMap(({ name, subject, icon, menu }) =>
    menu
      ? [
          {
            ...{ path: `/${name}`, label: `resources.${name}.name`, icon, action: 'read', subject, ...menu },
            to: menu.filter && listPath(name, { filter: menu.filter }),
          },
        ]
      : [],
  );
  const ofPages = pages.flatMap(({ name, path, icon, can, hasOwnDay, menu }) =>
    menu ? [{ path: `/${path}`, label: `pages.${name}.title`, icon, hasOwnDay, ...can, ...menu }] : [],
  );
  return [...ofResources, ...ofPages].sort((a, b) => a.order - b.order);
}

export interface MenuSection {
  readonly group: MenuGroup;
  readonly entries: readonly MenuEntry[];
}

/** The menu, group by group. Who sees which entry is asked when it is shown. */
export const MENU: readonly MenuSection[] = MENU_GROUPS.map((group) => ({
  group,
  entries: menuEntries().filter((entry) => entry.group === group),
}));

/** Whether an entry is of use under a grant. */
export function reaches({ schoolId, tenant }: Grant, among: Reach | undefined): boolean {
  if (among === undefined) return true;
  return !schoolId && (among === 'SCHOOLS' || tenant.level !== 'COUNTY');
}

/** The entry that a route belongs to. */
export function entryOf(pathname: string): MenuEntry | undefined {
  const [, first] = pathname.split('/');
  return MENU.flatMap(({ entries }) => entries).find(({ path }) => path === `/${first}`);
}
