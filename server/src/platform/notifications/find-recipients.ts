import type pg from 'pg';
import { rolesThatMay } from '@zhixiao/policy';
import type { ActionOf } from '@zhixiao/policy';
import type { SubjectType } from '../subject-type.js';
import type { NewNotification } from './new-notification.js';

/**
 * Accounts of people, holders of roles and accounts that were named, as far as they can sign in. The auth role asks, which
 * alone knows the accounts: a school's people see neither the grants of their county nor whom an account belongs to.
 * $1 tenant, $2 people, $3 roles, $4 school, $5 accounts, $6 day.
 */
const RECIPIENTS_SQL = `SELECT a.id FROM account a WHERE a.disabled_at IS NULL AND (a.id = ANY ($5::uuid[])
  OR a.id IN (SELECT l.account_id FROM account_person l WHERE l.tenant_id = $1 AND l.person_id = ANY ($2::uuid[]))
  OR a.id IN (SELECT g.account_id FROM role_grant g WHERE g.tenant_id = $1 AND g.role = ANY ($3::text[]) AND g.revoked_at IS NULL
    AND g.valid @> $6::date AND (g.school_id IS NULL OR g.school_id = $4::uuid)))`;

interface Asking {
  readonly auth: Pick<pg.Pool, 'query'>;
  readonly accountId: string;
  readonly today: string;
}

/** The accounts that a notification is for; none where nobody can be told. */
export async function findRecipients({ auth, accountId, today }: Asking, told: NewNotification): Promise<string[]> {
  const { subject, personIds = [], accountIds = [] } = told;
  const values = [subject.tenantId, personIds, rolesOf(told), subject.schoolId, accountIds, today];
  const { rows } = await auth.query<{ id: string }>(RECIPIENTS_SQL, values);
  return rows.map(({ id }) => id).filter((id) => id !== accountId || accountIds.includes(id));
}

function rolesOf({ whoMay, subject, restricted = false }: NewNotification): string[] {
  if (!whoMay) return [];
  const [action, type] = whoMay;
  const { tenantId, schoolId } = subject;
  return rolesThatMay(action as ActionOf<SubjectType>, type, { tenantId, schoolId, restricted });
}
