import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { badInput, type OwnKey } from './checked-input.js';

export interface LockedSchool {
  readonly id: string;
  readonly version: number;
  readonly openedOn: CivilDate;
  readonly closedOn: CivilDate | null;
}

/**
 * Locks a school and every school that shares an organisation with it, in the order of their ids, as the rebuilding of
 * standing does: two writers never wait for each other.
 * @throws RuleViolation NOT_FOUND, CONFLICT with the version that the school has
 */
export async function lockSchool(ctx: WriteContext, school: OwnKey, expectedVersion: number): Promise<LockedSchool> {
  const rows = await ctx.db.query<LockedSchool>(
    `SELECT id, version, opened_on::text AS "openedOn", closed_on::text AS "closedOn" FROM school
     WHERE tenant_id = $1 AND (id = $2 OR id IN (
       SELECT other.school_id FROM school_organization own JOIN school_organization other
         ON other.tenant_id = own.tenant_id AND other.organization_id = own.organization_id
       WHERE own.tenant_id = $1 AND own.school_id = $2 AND own.superseded_at IS NULL AND other.superseded_at IS NULL))
     ORDER BY id FOR UPDATE`,
    [school.tenantId, school.id],
  );
  const locked = rows.find(({ id }) => id === school.id);
  if (!locked) throw notFound();
  if (locked.version !== expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: locked.version });
  return locked;
}

/**
 * Locks schools of the own tenant in the order of their ids, before anything is written that refers to them: a lock that is
 * raised later would wait for a writer who waits for this one.
 */
export async function lockSchools(ctx: WriteContext, schoolIds: readonly string[]): Promise<void> {
  await ctx.db.query('SELECT id FROM school WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE', [
    ctx.grant.tenantId,
    [...new Set(schoolIds)],
  ]);
}

/** @throws RuleViolation BAD_INPUT for a day on which the school is not */
export function withinLifeOf(school: Pick<LockedSchool, 'openedOn' | 'closedOn'>, field: string, day: CivilDate): void {
  if (day < school.openedOn) throw badInput(field, 'BEFORE_SCHOOL_OPENED');
  if (school.closedOn !== null && day >= school.closedOn) throw badInput(field, 'AFTER_SCHOOL_CLOSED');
}
