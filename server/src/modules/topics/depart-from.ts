import { PROCEDURE_CHECK_IDS, type ProcedureCheckId, type ProcedureFinding } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { badInput, filledText } from '../schools/index.js';
import { finderOf, type DepartureTarget } from './departure-targets.js';
import { ProceduralDeparture } from './procedural-departure.entity.js';
import type { DepartFromInput } from './topic.input.js';

/**
 * Departs from what is 一般 in a topic, a meeting or an item, with a reason: the head of the meeting accepts, at once or what
 * somebody else asked for. 应当 can't be departed from, but by reference (参照执行).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT, BAD_STATE, RULE_VIOLATED
 */
export async function departFrom(ctx: WriteContext, input: DepartFromInput): Promise<ProceduralDeparture> {
  const checkId = PROCEDURE_CHECK_IDS.find((id) => id === input.checkId);
  if (!checkId) throw badInput('checkId', 'UNKNOWN_CHECK');
  const reason = filledText('reason', input.reason);
  const target = await finderOf(input.subjectType)(ctx, input.subjectId);
  const asked = await askedFor(ctx, target.id, checkId);
  refuseSettled(asked, target);
  if (!asked) refuseUnlessOpen(await target.findings(), checkId);
  const departure = asked ?? (await request(ctx, target, { subjectType: input.subjectType, checkId, reason }));
  const settled = target.mayAccept ? await accept(ctx, departure) : departure;
  const action = `procedural-departure.${settled.approvedOn ? 'accepted' : 'requested'}`;
  const entry = { action, subjectType: target.type, subjectId: target.id, schoolId: target.schoolId };
  ctx.audit({ ...entry, after: { checkId }, reason: target.restricted ? null : reason });
  await target.done({ action, checkId, accepted: settled.approvedOn !== null });
  return settled;
}

async function askedFor(
  ctx: WriteContext,
  subjectId: string,
  checkId: ProcedureCheckId,
): Promise<ProceduralDeparture | undefined> {
  const [row] = await ctx.db.query<ProceduralDeparture>(
    `SELECT tenant_id AS "tenantId", id, school_id AS "schoolId", subject_type AS "subjectType", subject_id AS "subjectId",
       check_id AS "checkId", reason, requested_on::text AS "requestedOn", requested_by AS "requestedBy",
       requested_by_name AS "requestedByName", approved_on::text AS "approvedOn", approved_by AS "approvedBy",
       approved_by_name AS "approvedByName", restricted, version
     FROM procedural_departure WHERE tenant_id = $1 AND subject_id = $2 AND check_id = $3 FOR UPDATE`,
    [ctx.grant.tenantId, subjectId, checkId],
  );
  return row;
}

function refuseSettled(asked: ProceduralDeparture | undefined, { mayAccept }: DepartureTarget): void {
  if (asked?.approvedOn) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_ACCEPTED' });
  if (asked && !mayAccept) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_REQUESTED' });
}

/** What the filed rules forbid outright (PM-10 never) is no question of accepting. */
function refuseUnlessOpen(findings: readonly ProcedureFinding[], checkId: ProcedureCheckId): void {
  const finding = findings.find((one) => one.checkId === checkId && one.outcome === 'FAIL');
  if (!finding) throw new RuleViolation('BAD_STATE', { reason: 'NOT_OPEN', checkId });
  if (finding.severity === 'DEFAULT' && !finding.params['never']) return;
  const { clause, severity, params } = finding;
  throw new RuleViolation('RULE_VIOLATED', {}, [{ checkId, clause, severity, params, path: ['checkId'] }]);
}

type Requested = Pick<ProceduralDeparture, 'subjectType' | 'checkId' | 'reason'>;

async function request(ctx: WriteContext, target: DepartureTarget, asked: Requested): Promise<ProceduralDeparture> {
  const { tenantId, accountId: requestedBy, accountName: requestedByName } = ctx.grant;
  const { id: subjectId, schoolId, restricted } = target;
  const row = {
    ...{ tenantId, id: newId(), schoolId, ...asked, subjectId, requestedOn: ctx.today, requestedBy, requestedByName },
    ...{ approvedOn: null, approvedBy: null, approvedByName: null, restricted, version: 1 },
  };
  await ctx.db.insert(ProceduralDeparture, row);
  return row;
}

async function accept(ctx: WriteContext, departure: ProceduralDeparture): Promise<ProceduralDeparture> {
  const { tenantId, accountId: approvedBy, accountName: approvedByName } = ctx.grant;
  const set = { approvedOn: ctx.today, approvedBy, approvedByName, version: departure.version + 1 };
  await ctx.db.update(ProceduralDeparture, { tenantId, id: departure.id }, set);
  return { ...departure, ...set };
}
