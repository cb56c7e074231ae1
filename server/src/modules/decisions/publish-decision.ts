import { headPostOf, whyNotHead } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { badInput, filledText, plausibleDay, type OwnKey } from '../schools/index.js';
import type { PublishDecisionInput } from './decision.input.js';
import { findDecision, type FoundDecision } from './find-decision.js';
import { liftRestrictions } from './lift-restrictions.js';
import { settleDecision } from './settle-decision.js';

/**
 * Says where and when a decision was made public (意见（十一）: 党务公开、校务公开): that of a party meeting by the secretary, that of the
 * principal's meeting by the principal. From now on its matter is restricted no more, wherever it is kept.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function publishDecision(ctx: WriteContext, input: PublishDecisionInput): Promise<OwnKey> {
  const found = await findDecision(ctx, input, 'publish');
  refuseBy(whyNotHead(actorOf(ctx), headPostOf(found.body)));
  refuseUnpublishable(found);
  const publishedOn = plausibleDay('publishedOn', input.publishedOn);
  if (publishedOn > ctx.today) throw badInput('publishedOn', 'IN_THE_FUTURE');
  if (publishedOn < found.decidedOn) throw badInput('publishedOn', 'BEFORE_DECISION');
  const publishedWhere = filledText('where', input.where);
  await liftRestrictions(ctx, found);
  const set = { publishedOn, publishedWhere, publishedByName: ctx.grant.accountName, restricted: false };
  return settleDecision(ctx, found, { action: 'decision.published', set });
}

/** What a superior has still to approve, and what no longer holds, is not made public as a decision. */
function refuseUnpublishable({ state, publishedOn }: FoundDecision): void {
  if (publishedOn !== null) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_PUBLISHED' });
  if (state !== 'IN_FORCE' && state !== 'COMPLETED') {
    throw new RuleViolation('BAD_STATE', { status: state, allowed: ['IN_FORCE', 'COMPLETED'] });
  }
}
