import type {
  CivilDate,
  FilingAct,
  FilingState,
  RuledMeetingKind,
  RulesOfProcedure as RulesText,
} from '@zhixiao/domain';
import { nextFilingState } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { ActionOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { keyOf, type OwnKey } from '../schools/index.js';
import { layerRows, layersOf } from './catalogue-of.js';
import { refusalOf } from './refusal-of.js';
import { RulesOfProcedure } from './rules-of-procedure.entity.js';

/** A version of a school's rules, locked. */
export interface FoundRules {
  readonly key: OwnKey;
  readonly schoolId: string;
  readonly meetingKind: RuledMeetingKind;
  readonly number: number;
  readonly status: FilingState;
  readonly fields: RulesText;
  readonly submittedByAccount: string | null;
  readonly createdAt: CivilDate;
  readonly adoptedOn: CivilDate | null;
  readonly submittedOn: CivilDate | null;
  readonly version: number;
}

export interface RulesTarget {
  readonly id: string;
  readonly expectedVersion: number;
}

const FIND_SQL = `SELECT school_id AS "schoolId", meeting_kind AS "meetingKind", number, status, fields,
  submitted_by_account AS "submittedByAccount", created_at::date::text AS "createdAt", adopted_on::text AS "adoptedOn",
  submitted_on::text AS "submittedOn", version FROM rules_of_procedure WHERE tenant_id = $1 AND id = $2`;

/**
 * The version that is to be changed, adopted, submitted or reviewed.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function findRules(
  ctx: WriteContext,
  target: RulesTarget,
  action: Exclude<ActionOf<'RulesOfProcedure'>, 'read'>,
): Promise<FoundRules> {
  const key = keyOf('RulesOfProcedure', target.id);
  const values = [key.tenantId, key.id];
  const [seen] = await ctx.db.query<{ schoolId: string }>(FIND_SQL, values);
  const subject = seen && subjectOf('RulesOfProcedure', { tenantId: key.tenantId, schoolId: seen.schoolId });
  if (!subject || !ctx.ability.can('read', subject)) throw notFound();
  if (!ctx.ability.can(action, subject)) throw forbiddenFor(action);
  const [row] = await ctx.db.query<Omit<FoundRules, 'key'>>(`${FIND_SQL} FOR UPDATE`, values);
  if (!row) throw notFound();
  if (row.version !== target.expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: row.version });
  return { ...row, key };
}

/** SOD-6 意见（七）: a school never files its own rules; whoever else may not is simply not asked. */
function forbiddenFor(action: string): RuleViolation {
  return new RuleViolation('FORBIDDEN', action === 'review' ? { reason: 'SOD-6' } : {});
}

/**
 * The state after the act, as the domain says it.
 * @throws RuleViolation BAD_STATE, FORBIDDEN, BAD_INPUT, RULE_VIOLATED (looser than the Opinion, SOD-11)
 */
export async function stateAfter(ctx: WriteContext, found: FoundRules, act: FilingAct): Promise<FilingState> {
  const handedDown = layersOf(await layerRows(ctx, found.key.tenantId));
  const next = nextFilingState({ state: found.status, rules: found.fields, handedDown }, act);
  if (!next.ok) throw refusalOf(next.violation);
  return next.state;
}

export interface FilingOutcome {
  /** e.g. `rules.adopted` */
  readonly action: string;
  readonly set: Partial<RulesOfProcedure>;
  readonly reason?: string | null;
}

/** Writes what became of a version, remembers it and sends word of it. */
export async function settleRules(ctx: WriteContext, found: FoundRules, outcome: FilingOutcome): Promise<OwnKey> {
  const { key, schoolId, status, version, meetingKind, number } = found;
  const { action, set, reason = null } = outcome;
  const where = { tenantId: key.tenantId, id: key.id, version };
  const changed = await ctx.db.update(RulesOfProcedure, where, { ...set, version: version + 1 });
  if (changed === 0) throw new RuleViolation('CONFLICT', { currentVersion: version + 1 });
  const before = { status, ...('fields' in set ? { fields: found.fields } : {}) };
  const entry = { action, subjectType: 'RulesOfProcedure', subjectId: key.id, schoolId, reason };
  ctx.audit({ ...entry, before, after: { meetingKind, number, ...set } });
  ctx.live('RulesOfProcedure', key.id, schoolId);
  return key;
}
