import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import type { OwnKey } from '../schools/index.js';
import { actorOf } from './actor-of.js';
import { findRules, settleRules, stateAfter, type FoundRules } from './find-rules.js';
import type { SubmitRulesInput } from './rules.input.js';

/**
 * The school sends its adopted rules to the education authority for review and filing (意见（七）).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, RULE_VIOLATED
 */
export async function submitRules(ctx: WriteContext, input: SubmitRulesInput): Promise<OwnKey> {
  const found = await findRules(ctx, input, 'submit');
  await refuseOvertaken(ctx, found);
  const status = await stateAfter(ctx, found, { type: 'SUBMIT', by: actorOf(ctx) });
  const { accountId, accountName } = ctx.grant;
  const set = { status, submittedOn: ctx.today, submittedBy: accountName, submittedByAccount: accountId };
  const key = await settleRules(ctx, found, { action: 'rules.submitted', set });
  const subject = { type: 'RulesOfProcedure', tenantId: key.tenantId, id: key.id, schoolId: found.schoolId } as const;
  ctx.notify({ kind: 'RULES_SUBMITTED', subject, whoMay: ['review', 'RulesOfProcedure'] });
  return key;
}

/** A version that a newer one has overtaken stays where it is. */
async function refuseOvertaken(ctx: WriteContext, { key, schoolId, meetingKind, number }: FoundRules): Promise<void> {
  const newer = await ctx.db.query(
    'SELECT 1 AS ok FROM rules_of_procedure WHERE tenant_id = $1 AND school_id = $2 AND meeting_kind = $3 AND number > $4 LIMIT 1',
    [key.tenantId, schoolId, meetingKind, number],
  );
  if (newer.length > 0) throw new RuleViolation('BAD_STATE', { reason: 'NEWER_VERSION' });
}
