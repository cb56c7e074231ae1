import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import type { OwnKey } from '../schools/index.js';
import { findRules, settleRules } from './find-rules.js';
import { rulesOf } from './read-rules-fields.js';
import type { ChangeRulesInput } from './rules.input.js';

/**
 * Changes a version that is still a draft; what the Opinion doesn't allow may be written down here and is refused when it is
 * adopted.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function changeRules(ctx: WriteContext, input: ChangeRulesInput): Promise<OwnKey> {
  const found = await findRules(ctx, input, 'draft');
  if (found.status !== 'DRAFT') throw new RuleViolation('BAD_STATE', { status: found.status, allowed: ['DRAFT'] });
  const fields = rulesOf(found.meetingKind, input.fields);
  return settleRules(ctx, found, { action: 'rules.changed', set: { fields } });
}
