import type { ComponentType, LazyExoticComponent } from 'react';
import type { SubjectName } from '@zhixiao/policy';
import type { ResourceAdapter } from './resource-adapter.js';

/** The groups of the left menu, top to bottom. */
export const MENU_GROUPS = ['rollout', 'schools', 'staffing', 'meetings', 'reports', 'imports', 'system'] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

/** A page of a resource; `lazy(() => import('./SchoolList.js').then(({ SchoolList }) => ({ default: SchoolList })))`. */
type Page = LazyExoticComponent<ComponentType> | ComponentType;

interface MenuPlace {
  readonly group: MenuGroup;
  /** Position within the group. */
  readonly order: number;
  /** How far a grant must reach for the entry to be of use: it compares schools, or counties. The page itself stays open. */
  readonly among?: Reach;
  /** What the list is narrowed down by when it is opened from the menu. */
  readonly filter?: Readonly<Record<string, unknown>>;
}

/** What a grant reaches beyond one of: the people of one school see no list of schools, a county none of counties. */
export type Reach = 'SCHOOLS' | 'TENANTS';

/** One resource: its pages, its data, and its place in the menu. The menu text is `resources.<name>.name`. */
export interface AdminResource {
  readonly name: string;
  readonly subject: SubjectName;
  readonly adapter?: ResourceAdapter;
  readonly icon?: ComponentType;
  readonly list?: Page;
  readonly show?: Page;
  readonly create?: Page;
  readonly edit?: Page;
  readonly recordRepresentation?: string;
  readonly menu?: MenuPlace;
}

/** A page that is no resource (the report, the settings). The menu text and title is `pages.<name>.title`. */
export interface AdminPage {
  readonly name: string;
  /** Without the slash: `report` lives at `#/report`. */
  readonly path: string;
  readonly page: Page;
  /** Its figures are of a day chosen on the page, not of the day that all pages show: it says that day itself. */
  readonly hasOwnDay?: boolean;
  /** Who may see it. */
  readonly can: { readonly action: string; readonly subject: SubjectName };
  readonly icon?: ComponentType;
  readonly menu?: MenuPlace;
}
