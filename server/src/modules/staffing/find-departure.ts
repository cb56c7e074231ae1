import type { CivilDate, StaffingCheckId } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { keyOf, type OwnKey } from '../schools/index.js';
import { StaffingDeparture, type DepartureStatus } from './departure.entity.js';
import type { Target } from './find-appointment.js';

export interface FoundDeparture {
  readonly key: OwnKey;
  readonly schoolId: string;
  readonly checkId: StaffingCheckId;
  readonly status: DepartureStatus;
  readonly requestedOn: CivilDate;
  readonly requestedByAccount: string;
  /** of the acting account or its person: a matter of one's own */
  readonly isOwn: boolean;
}

/**
 * The departure that is to be approved or withdrawn.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function findDeparture(
  ctx: WriteContext,
  target: Target,
  action: 'approve' | 'withdraw',
): Promise<FoundDeparture> {
  const key = keyOf('StaffingDeparture', target.id);
  const [row] = await ctx.db.query<Omit<FoundDeparture, 'key'> & { version: number }>(FIND_SQL, [
    key.tenantId,
    key.id,
    ctx.grant.accountId,
    ctx.today,
  ]);
  if (!row) throw notFound();
  const subject = subjectOf('StaffingDeparture', { tenantId: key.tenantId, schoolId: row.schoolId });
  if (!ctx.ability.can(action, subject)) {
    throw ctx.ability.can('read', subject) ? new RuleViolation('FORBIDDEN') : notFound();
  }
  if (row.version !== target.expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: row.version });
  return { ...row, key };
}

/** One's own: requested by oneself, about oneself, or of a school where one sits in the team today. */
const FIND_SQL = `SELECT d.school_id AS "schoolId", d.check_id AS "checkId", d.status, d.requested_on::text AS "requestedOn",
  d.requested_by_account AS "requestedByAccount", d.version,
  d.requested_by_account = $3 OR EXISTS (
    SELECT 1 FROM account_person l WHERE l.tenant_id = $1 AND l.account_id = $3 AND (l.person_id = d.person_id OR EXISTS (
      SELECT 1 FROM appointment a WHERE a.tenant_id = $1 AND a.school_id = d.school_id AND a.person_id = l.person_id
        AND a.superseded_at IS NULL AND a.valid @> $4::date))) AS "isOwn"
FROM staffing_departure d WHERE d.tenant_id = $1 AND d.id = $2`;

/**
 * Writes what became of a departure, if it still is the one that was found.
 * @throws RuleViolation CONFLICT
 */
export async function settleDeparture(
  ctx: WriteContext,
  target: { readonly found: FoundDeparture; readonly expectedVersion: number },
  outcome: Partial<StaffingDeparture>,
): Promise<void> {
  const { found, expectedVersion: version } = target;
  const where = { tenantId: found.key.tenantId, id: found.key.id, version };
  const changed = await ctx.db.update(StaffingDeparture, where, { ...outcome, version: version + 1 });
  if (changed === 0) throw new RuleViolation('CONFLICT', { currentVersion: version + 1 });
  ctx.standing.touch(found.schoolId);
}
