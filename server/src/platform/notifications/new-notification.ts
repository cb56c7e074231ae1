import type { SubjectType } from '../subject-type.js';

/** What a notification is about; ids are those of the database. */
export interface NotifiedSubject {
  readonly type: SubjectType;
  readonly tenantId: number;
  readonly id: string;
  /** its school: people of a school see no notification without it */
  readonly schoolId: string | null;
}

/** What a use case wants to have told, and to whom. */
export interface NewNotification {
  /** as registered (registerNotifications) */
  readonly kind: string;
  readonly subject: NotifiedSubject;
  /** people of the subject's tenant, told by the accounts that are linked to them; whoever acts is not told */
  readonly personIds?: readonly string[];
  /** told even where it is the acting account */
  readonly accountIds?: readonly string[];
  /** holders of the granted roles that may do this to the subject; whoever acts is not told */
  readonly whoMay?: readonly [action: string, subject: SubjectType];
  /** fills the line that people read; short */
  readonly params?: NotificationParams;
  /** of a personnel or secret matter: what leaves the system names the kind only */
  readonly restricted?: boolean;
  /** the same account is told the same of the same subject only once for each value */
  readonly once?: string;
}

export type NotificationParams = Readonly<Record<string, string | number | null>>;
