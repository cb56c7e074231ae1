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

/** The version that a form was opened with, and an organisation whose schools are concerned as well. */
export interface Expected {
  readonly version: number;
  readonly organizationId: string;
}

/**
 * Locks a school and every school that shares an organisation with it, in the order of their ids, as the rebuilding of
 * standing does: two writers never wait for each other.
 * @throws RuleViolation NOT_FOUND, CONFLICT with the version that the school has
 */
export async function lockSchool(
  ctx: WriteContext,
  school: OwnKey,
  expected: number | Expected,
): Promise<LockedSchool> {
  const { version, organizationId } =
    typeof expected === 'number' ? { version: expected, organizationId: null } : expected;
  const rows = await ctx.db.query<LockedSchool>(
    `SELECT id, version, opened_on::text AS "openedOn", closed_on::text AS "closedOn" FROM school
     WHERE tenant_id = $1 AND (id = $2 OR id IN (
       SELECT other.school_id FROM school_organization other
       WHERE other.tenant_id = $1 AND other.superseded_at IS NULL AND (other.organization_id = $3 OR other.organization_id IN (
         SELECT own.organization_id FROM school_organization own
         WHERE own.tenant_id = $1 AND own.school_id = $2 AND own.superseded_at IS NULL))))
     ORDER BY id FOR UPDATE`,
    [school.tenantId, school.id, organizationId],
  );
  const locked = rows.find(({ id }) => id === school.id);
  if (!locked) throw notFound();
  if (locked.version !== version) throw new RuleViolation('CONFLICT', { currentVersion: locked.version });
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
