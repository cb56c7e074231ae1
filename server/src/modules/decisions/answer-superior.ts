import { nextDecisionState } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { actorOf, refusalOf } from '../filings/index.js';
import { badInput, optionalText, plausibleDay, type OwnKey } from '../schools/index.js';
import type { AnswerSuperiorInput } from './decision.input.js';
import { findDecision } from './find-decision.js';
import { settleDecision } from './settle-decision.js';
import { lastDayOf } from './supersede-decision.js';

/**
 * Enters what the superior organisation said of a decision that was sent to it (报上级审批): it is in force, or not approved.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function answerSuperior(ctx: WriteContext, input: AnswerSuperiorInput): Promise<OwnKey> {
  const found = await findDecision(ctx, input, 'answer');
  const isApproved = input.outcome === 'APPROVED';
  const type = isApproved ? 'SUPERIOR_APPROVES' : 'SUPERIOR_REFUSES';
  const next = nextDecisionState(found, { type, by: actorOf(ctx) });
  if (!next.ok) throw refusalOf(next.violation);
  const superiorOn = plausibleDay('answeredOn', input.answeredOn);
  if (superiorOn > ctx.today) throw badInput('answeredOn', 'IN_THE_FUTURE');
  if (superiorOn < found.decidedOn) throw badInput('answeredOn', 'BEFORE_DECISION');
  const said = {
    superiorOn,
    superiorDocumentNo: optionalText(input.documentNo),
    superiorNote: optionalText(input.note),
    superiorEnteredByName: ctx.grant.accountName,
  };
  const set = { state: next.state, endedOn: isApproved ? null : lastDayOf(found, superiorOn), ...said };
  return settleDecision(ctx, found, { action: isApproved ? 'decision.approved' : 'decision.not-approved', set });
}
