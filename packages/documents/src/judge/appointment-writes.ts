import type { RosterPost } from '../cell/posts.dictionary.js';
import { agree } from './compare-dates.js';
import type { PersonDraft, TeamDraft } from './draft.type.js';
import type { FactIndex } from './index-facts.js';
import type { AppointmentWrite, Change, Difference, SchoolFact } from './roster.type.js';
import { recordedAppointment, samePerson, toPost } from './school-ledger.js';

/** What an accepted row writes: an appointment for each post of each person, and whether it stands already. */
export function appointmentWrites({ people }: TeamDraft, school: SchoolFact, index: FactIndex): AppointmentWrite[] {
  return people.flatMap((person) => person.entry.posts.map((post) => writeOf({ person, school, index }, post)));
}

interface Place {
  readonly person: PersonDraft;
  readonly school: SchoolFact;
  readonly index: FactIndex;
}

function writeOf({ person, school, index }: Place, rosterPost: RosterPost): AppointmentWrite {
  const { tenantId, schoolId } = school;
  const recorded = recordedAppointment(index.appointmentsBySchool.get(schoolId) ?? [], person, rosterPost);
  const known = (index.peopleByName.get(`${tenantId}|${person.name}`) ?? []).filter((fact) => samePerson(fact, person));
  // A namesake elsewhere in the county counts as the same person only with the same month of birth.
  const certain = known.filter(({ birthMonth }) => birthMonth !== null && birthMonth === person.birthMonth);
  const personId = recorded?.personId ?? (certain.length === 1 ? certain[0]?.personId : undefined);
  const { post, fullTime } = toPost(rosterPost);
  const { started, ended } = person;
  const differences: Difference[] = [];
  if (recorded) {
    const isFiner = started.on.length > recorded.started.on.length;
    if (!agree(recorded.started, started) || isFiner)
      differences.push({ field: 'startedOn', before: recorded.started.on, after: started.on });
    const before = recorded.ended ?? null;
    if (ended && (!before || !agree(before, ended)))
      differences.push({ field: 'endedOn', before: before?.on ?? null, after: ended.on });
    if (fullTime && !recorded.fullTime) differences.push({ field: 'fullTime', before: false, after: true });
  }
  return {
    tenantId,
    schoolId,
    ...(personId && { personId }),
    personKey: personId ?? `${tenantId}|${person.name}|${person.birthMonth ?? `@${schoolId}`}`,
    person: { ...person.entry, sex: person.sex, membership: person.membership },
    post,
    fullTime,
    started,
    ended,
    ...(recorded && { appointmentId: recorded.appointmentId }),
    change: recorded ? (differences.length > 0 ? 'CHANGED' : 'UNCHANGED') : 'NEW',
    differences,
  };
}

/** A row's change: NEW before CHANGED before UNCHANGED. */
export function changeOf(writes: readonly { readonly change: Change }[]): Change {
  const changes = new Set(writes.map(({ change }) => change));
  return changes.has('NEW') ? 'NEW' : changes.has('CHANGED') ? 'CHANGED' : 'UNCHANGED';
}
