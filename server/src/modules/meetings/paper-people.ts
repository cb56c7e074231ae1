import type { PersonRef } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { keyInOwnTenant } from '../schools/index.js';
import { namedPeople } from '../topics/index.js';
import type { EnterMeetingInput, PaperItemInput, PaperPersonInput, PaperTopicInput } from './enter-meeting.input.js';

/** The people of a paper record under their names: by the opaque id that the record was entered with. */
export type PaperPeople = ReadonlyMap<string, PersonRef>;

type Opaque = string | null | undefined;

/**
 * Everybody whom the entered record names by id, in one go.
 * @throws RuleViolation NOT_FOUND for one who never served at the school
 */
export async function paperPeople(ctx: WriteContext, input: EnterMeetingInput, schoolId: string): Promise<PaperPeople> {
  const named: Opaque[] = [
    input.chair?.personId,
    input.delegatedById,
    ...(input.attendance ?? []).map((one) => one.personId),
    ...input.items.flatMap(idsOfItem),
  ];
  const opaque = [...new Set(named.flatMap((id) => (id ? [id] : [])))];
  const people = await namedPeople(
    ctx,
    opaque.map((id) => keyInOwnTenant(ctx, 'Person', id).id),
    schoolId,
  );
  return new Map(opaque.map((id, i) => [id, people[i] as PersonRef]));
}

function idsOfItem(item: PaperItemInput): Opaque[] {
  return [
    ...(item.recusals ?? []).map((one) => one.personId),
    ...(item.opinions ?? []).map((one) => one.personId),
    ...(item.vote?.ballots ?? []).map((one) => one.personId),
    ...idsOfTopic(item.topic ?? null),
  ];
}

function idsOfTopic(topic: PaperTopicInput | null): Opaque[] {
  if (topic === null) return [];
  const people: (PaperPersonInput | null | undefined)[] = [
    ...[topic.proposer, topic.lead, topic.confirmed, topic.opinion],
    ...(topic.records ?? []).flatMap((record) => record.participants ?? []),
  ];
  return people.map((person) => person?.personId);
}

/** The person meant; null for one of whom the paper has the name only. */
export function refOf(people: PaperPeople, person: PaperPersonInput | null | undefined): PersonRef | null {
  return (person?.personId && people.get(person.personId)) || null;
}
