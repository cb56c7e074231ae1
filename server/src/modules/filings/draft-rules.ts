import { suggestedRules, type FilingState, type RulesOfProcedure as RulesText } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { keyOf, lockSchools, refusalAtSchool, type OwnKey } from '../schools/index.js';
import { rulesOf } from './read-rules-fields.js';
import { RulesOfProcedure } from './rules-of-procedure.entity.js';
import type { DraftRulesInput } from './rules.input.js';

interface Latest {
  readonly number: number;
  readonly status: FilingState;
  readonly fields: RulesText;
}

/** While a version is being written or reviewed there is no other. */
const UNDER_WAY: readonly FilingState[] = ['DRAFT', 'SUBMITTED'];

/**
 * Begins the next version of a school's rules of procedure, with the text of the last one, or with what schools commonly say.
 * A version that was returned keeps its text: what the school makes of the review is a new one.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function draftRules(ctx: WriteContext, input: DraftRulesInput): Promise<OwnKey> {
  const school = keyOf('School', input.schoolId);
  const { tenantId, id: schoolId } = school;
  const subject = subjectOf('RulesOfProcedure', { tenantId, schoolId });
  if (!ctx.ability.can('draft', subject)) throw await refusalAtSchool(ctx, school);
  const { meetingKind } = input;
  await lockSchools(ctx, [schoolId]);
  const [latest] = await ctx.db.query<Latest>(
    `SELECT number, status, fields FROM rules_of_procedure WHERE tenant_id = $1 AND school_id = $2 AND meeting_kind = $3
     ORDER BY number DESC LIMIT 1`,
    [tenantId, schoolId, meetingKind],
  );
  if (latest && UNDER_WAY.includes(latest.status)) {
    throw new RuleViolation('BAD_STATE', { reason: 'VERSION_UNDER_WAY', status: latest.status, number: latest.number });
  }
  const fields = input.fields ? rulesOf(meetingKind, input.fields) : (latest?.fields ?? suggestedRules(meetingKind));
  const id = newId();
  const { accountId: createdBy, accountName: createdByName } = ctx.grant;
  const row = { schoolId, meetingKind, number: (latest?.number ?? 0) + 1, status: 'DRAFT' as const, fields };
  await ctx.db.insert(RulesOfProcedure, { tenantId, id, ...row, createdBy, createdByName });
  const entry = { action: 'rules.drafted', subjectType: 'RulesOfProcedure', subjectId: id, schoolId };
  ctx.audit({ ...entry, after: { meetingKind, number: row.number } });
  ctx.live('RulesOfProcedure', id, schoolId);
  return { type: 'RulesOfProcedure', tenantId, id };
}
