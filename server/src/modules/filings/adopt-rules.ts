import type { WriteContext } from '../../platform/context.js';
import { badInput, filledText, plausibleDays, type OwnKey } from '../schools/index.js';
import { actorOf } from './actor-of.js';
import { findRules, settleRules, stateAfter } from './find-rules.js';
import type { AdoptRulesInput } from './rules.input.js';

/**
 * The school adopts its rules at a meeting. From now on their text stands.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT, RULE_VIOLATED (looser than the Opinion)
 */
export async function adoptRules(ctx: WriteContext, input: AdoptRulesInput): Promise<OwnKey> {
  const found = await findRules(ctx, input, 'submit');
  const status = await stateAfter(ctx, found, { type: 'ADOPT', by: actorOf(ctx) });
  const { adoptedOn, staffHeardOn = null } = input;
  plausibleDays({ adoptedOn, staffHeardOn });
  if (adoptedOn > ctx.today) throw badInput('adoptedOn', 'IN_THE_FUTURE');
  if (staffHeardOn !== null && staffHeardOn > adoptedOn) throw badInput('staffHeardOn', 'AFTER_ADOPTION');
  const adoptedAtMeeting = filledText('adoptedAtMeeting', input.adoptedAtMeeting);
  const set = { status, adoptedOn, adoptedAtMeeting, staffHeardOn };
  return settleRules(ctx, found, { action: 'rules.adopted', set });
}
