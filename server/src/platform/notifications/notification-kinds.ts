import { ID_PREFIXES } from '@zhixiao/domain';
import type { WriteContext } from '../context.js';
import type { SubjectType } from '../subject-type.js';
import type { NotificationParams } from './new-notification.js';

/** What people read of a kind outside the app; texts come from the module's dictionary. */
export interface NotificationKind {
  readonly title: string;
  /** `{name}` is filled in from params; without it the title stands alone */
  readonly line?: string;
}

/** Something to look for each morning under every grant of every account, e.g. what is due. */
export type DailyLook = (ctx: WriteContext) => Promise<void>;

export interface NotificationRegistration {
  readonly kinds?: Readonly<Record<string, NotificationKind>>;
  /** the one screen that a subject's notification leads to: `/topics/{id}/show`; {schoolId} and {tenantId} may stand there too */
  readonly routes?: Partial<Record<SubjectType, string>>;
  readonly daily?: readonly DailyLook[];
}

const kinds = new Map<string, NotificationKind>();
const routes = new Map<string, string>();
const looks: DailyLook[] = [];

/** Called by modules.ts, once for each module that tells people something. */
export function registerNotifications({
  kinds: more = {},
  routes: paths = {},
  daily = [],
}: NotificationRegistration): void {
  for (const [kind, texts] of Object.entries(more)) {
    if (kinds.has(kind)) throw new Error(`Notifications of kind ${kind} are registered twice`);
    kinds.set(kind, texts);
  }
  for (const [type, path] of Object.entries(paths)) {
    if (routes.has(type)) throw new Error(`The route of ${type} is registered twice`);
    routes.set(type, path);
  }
  looks.push(...daily);
}

/** @throws Error for a kind or a subject that nobody registered: a fault of ours, found by the first test that comes there */
export function requireRegistered(kind: string, type: SubjectType): void {
  if (!kinds.has(kind)) throw new Error(`No notifications of kind ${kind} are registered`);
  if (!routes.has(type)) throw new Error(`No route leads to a ${type}`);
}

export const dailyLooks = (): readonly DailyLook[] => looks;

/** What a message says: of a restricted matter, or of a kind that an older version knew, only that there is one. */
export function messageOf(
  kind: string,
  { params, restricted }: { readonly params: NotificationParams; readonly restricted: boolean },
): { readonly title: string; readonly line: string } {
  const { title = kind, line } = kinds.get(kind) ?? {};
  if (restricted || !line) return { title, line: title };
  return { title, line: line.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) };
}

interface Placed {
  readonly tenant: string;
  readonly subject: string;
  readonly school: string;
}

/** A path with its opaque ids, as SQL or as text. */
function fill(path: string, type: string, { tenant, subject, school }: Placed): string[] {
  const prefix = ID_PREFIXES[type as SubjectType];
  const parts: Readonly<Record<string, readonly string[]>> = {
    '{id}': [prefix, tenant, subject],
    '{schoolId}': [ID_PREFIXES.School, tenant, school],
    '{tenantId}': ['T', tenant],
  };
  const pieces = path.split(/(\{\w+\})/).filter(Boolean);
  return pieces.map((part) => {
    const known = parts[part];
    return known ? known.map((one, i) => (i === 0 ? quoted(one) : one)).join(` || '_' || `) : quoted(part);
  });
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The path of a notification's row, made by SQL; null for a subject that has none. */
export function pathSql(row: string): string {
  const placed = { tenant: `${row}.tenant_id`, subject: `${row}.subject_id`, school: `${row}.school_id` };
  const cases = [...routes].map(([type, path]) => `WHEN ${quoted(type)} THEN ${fill(path, type, placed).join(' || ')}`);
  return cases.length > 0 ? `(CASE ${row}.subject_type ${cases.join(' ')} END)` : 'NULL::text';
}
