import { isDecidingKind, type CivilDate, type ItemKind, type MatterType } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { matterTypeOf } from '../filings/index.js';
import { badInput, filledText, keyInOwnTenant, optionalText } from '../schools/index.js';
import { knownDecisions } from './decision-source.js';
import { namedPeople } from './named-people.js';
import type { TopicContentInput } from './topic.input.js';
import type { Topic } from './topic.entity.js';

export interface ContentPlace {
  readonly schoolId: string;
  readonly on: CivilDate;
}

export type TopicContent = Pick<
  Topic,
  'meetingKind' | 'itemKind' | 'title' | 'body' | 'matterCode' | 'matter' | 'category' | 'decider' | 'amount'
> &
  Pick<
    Topic,
    'vitalInterest' | 'audiences' | 'specialised' | 'twoThirds' | 'important' | 'confidentiality' | 'restricted'
  > &
  Pick<Topic, 'leadId' | 'leadName' | 'unscheduledReason' | 'implementsDecisionId' | 'reconsidersDecisionId'>;

/**
 * What a topic says, checked, with the type of its matter as it is in force today at its school.
 * @throws RuleViolation BAD_INPUT, NOT_FOUND (a person or decision that is not of this school)
 */
export async function contentOf(
  ctx: WriteContext,
  input: TopicContentInput,
  place: ContentPlace,
): Promise<TopicContent> {
  const { tenantId } = ctx.grant;
  const matter = await matterTypeOf(ctx, { ...place, tenantId }, input.matterCode);
  const { meetingKind, itemKind, matterCode, amount = null } = input;
  const unscheduledReason = optionalText(input.unscheduledReason);
  if (itemKind === 'UNSCHEDULED' && unscheduledReason === null) throw badInput('unscheduledReason', 'REQUIRED');
  const lead = await leadOf(ctx, input.leadId, place.schoolId);
  const confidentiality = input.confidentiality ?? 'INTERNAL';
  return {
    ...{ meetingKind, itemKind, title: filledText('title', input.title), body: optionalText(input.body) ?? '' },
    ...{ matterCode, matter, category: matter.category, decider: matter.decidedBy, amount: inCents(amount) },
    ...{ vitalInterest: input.vitalInterest ?? null, audiences: [...new Set(input.audiences ?? [])] },
    ...{ specialised: input.specialised ?? null, twoThirds: input.twoThirds ?? false },
    ...{ important: input.important ?? false, confidentiality, restricted: isRestricted(matter, confidentiality) },
    ...{ leadId: lead?.personId ?? null, leadName: lead?.personName ?? null, unscheduledReason },
    ...(await decisionsOf(ctx, input, place.schoolId)),
  };
}

/** Personnel and secret matters: read by fewer until the decision is published (意见（八）保密, SOD-16). */
export function isRestricted(
  { category }: Pick<MatterType, 'category'>,
  confidentiality: Topic['confidentiality'],
): boolean {
  return category === 'CADRE_APPOINTMENT' || confidentiality === 'CONFIDENTIAL';
}

function inCents(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * 100) / 100;
}

async function leadOf(
  ctx: WriteContext,
  leadId: string | null | undefined,
  schoolId: string,
): Promise<{ personId: string; personName: string } | null> {
  if (!leadId) return null;
  const [lead] = await namedPeople(ctx, [keyInOwnTenant(ctx, 'Person', leadId).id], schoolId);
  return lead ?? null;
}

type Links = Pick<Topic, 'implementsDecisionId' | 'reconsidersDecisionId'>;

/** The decisions that it carries out or reconsiders are in the register of the same school. */
async function decisionsOf(ctx: WriteContext, input: TopicContentInput, schoolId: string): Promise<Links> {
  const idOf = (opaque: string | null | undefined): string | null =>
    opaque ? keyInOwnTenant(ctx, 'Decision', opaque).id : null;
  const links = {
    implementsDecisionId: idOf(input.implementsDecisionId),
    reconsidersDecisionId: idOf(input.reconsidersDecisionId),
  };
  requireLink(input.itemKind, links);
  const ids = Object.values(links).filter((id) => id !== null);
  const known = await knownDecisions(ctx, { tenantId: ctx.grant.tenantId, ids });
  if (ids.some((id) => known.get(id)?.schoolId !== schoolId)) throw notFound();
  if (ids.length > 0 && !isDecidingKind(input.meetingKind)) throw badInput('meetingKind', 'DECIDES_NOTHING');
  return links;
}

/** 复议 (意见（七）): of which decision. */
function requireLink(itemKind: ItemKind, { reconsidersDecisionId }: Links): void {
  const isReconsideration = itemKind === 'RECONSIDERATION';
  if (isReconsideration && reconsidersDecisionId === null) throw badInput('reconsidersDecisionId', 'REQUIRED');
  if (!isReconsideration && reconsidersDecisionId !== null) throw badInput('itemKind', 'NOT_A_RECONSIDERATION');
}
