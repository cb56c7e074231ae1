import type { RosterPost } from '../cell/posts.dictionary.js';
import { agree, overlap } from './compare-dates.js';
import type { PersonDraft, TeamDraft } from './draft.type.js';
import type { FactIndex } from './index-facts.js';
import type { AppointmentFact } from './roster.type.js';

interface Seat {
  readonly person: PersonDraft;
  readonly post: SeatPost;
}

type SeatPost = AppointmentFact['post'];
const SINGLE_SEATS: ReadonlySet<SeatPost> = new Set<SeatPost>(['SECRETARY', 'PRINCIPAL']);

/** A roster's post in the domain's words. */
export function toPost(post: RosterPost): { readonly post: SeatPost; readonly fullTime: boolean } {
  return post === 'FULLTIME_DEPUTY_SECRETARY'
    ? { post: 'DEPUTY_SECRETARY', fullTime: true }
    : { post, fullTime: false };
}

/** What the rows accepted so far say of each school: rows are held against it, and against what is recorded already. */
export interface SchoolLedger {
  readonly duplicateOf: (draft: TeamDraft) => TeamDraft | undefined;
  readonly hasNamesake: (schoolId: string, person: PersonDraft) => boolean;
  readonly isHeld: (schoolId: string, person: PersonDraft, post: RosterPost) => boolean;
  readonly accept: (schoolId: string, draft: TeamDraft) => void;
  /** Does one person hold both head posts, by the file? */
  readonly isCombined: (schoolId: string, person: PersonDraft) => boolean;
}

/** An empty ledger. Seats are kept by name and by head post, so that a school of a thousand rows costs no more than one of ten. */
export function openLedger(index: FactIndex): SchoolLedger {
  const byName = new Map<string, Seat[]>();
  const byHeadPost = new Map<string, Seat[]>();
  const drafts = new Map<string, TeamDraft>();
  const ofName = (schoolId: string, name: string): readonly Seat[] => byName.get(`${schoolId}|${name}`) ?? [];
  const ofPost = (schoolId: string, post: SeatPost): readonly Seat[] => byHeadPost.get(`${schoolId}|${post}`) ?? [];
  const recorded = (schoolId: string): readonly AppointmentFact[] => index.appointmentsBySchool.get(schoolId) ?? [];
  return {
    duplicateOf: (draft) => drafts.get(duplicateKey(draft)),
    hasNamesake: (schoolId, person) =>
      ofName(schoolId, person.name).some((seat) => isNamesake(seat.person, person)) ||
      recorded(schoolId).some((fact) => isNamesake({ name: fact.personName, birthMonth: fact.birthMonth }, person)),
    isHeld: (schoolId, person, rosterPost) => {
      const { post } = toPost(rosterPost);
      const single = SINGLE_SEATS.has(post);
      if (single && recorded(schoolId).some((fact) => fact.post === post && isOther(fact, person))) return true;
      const rivals = single
        ? ofPost(schoolId, post)
        : ofName(schoolId, person.name).filter((seat) => seat.post === post && samePerson(seat.person, person));
      return rivals.some((seat) => overlap(seat.person, person));
    },
    accept: (schoolId, draft) => {
      drafts.set(duplicateKey(draft), draft);
      for (const person of draft.people) {
        for (const rosterPost of person.entry.posts) {
          const seat = { person, post: toPost(rosterPost).post };
          add(byName, `${schoolId}|${person.name}`, seat);
          if (SINGLE_SEATS.has(seat.post)) add(byHeadPost, `${schoolId}|${seat.post}`, seat);
        }
      }
    },
    isCombined: (schoolId, person) => {
      const own = ofName(schoolId, person.name).filter((seat) => samePerson(seat.person, person) && !seat.person.ended);
      return ['SECRETARY', 'PRINCIPAL'].every((post) => own.some((seat) => seat.post === post));
    },
  };
}

function add(map: Map<string, Seat[]>, key: string, seat: Seat): void {
  const list = map.get(key);
  if (list) list.push(seat);
  else map.set(key, [seat]);
}

/** Someone else sits there already. A recorded holder of the same name, birth unknown, is taken for the same person. */
function isOther(fact: AppointmentFact, person: PersonDraft): boolean {
  if (samePerson({ name: fact.personName, birthMonth: fact.birthMonth }, person)) return false;
  return overlap({ started: fact.started, ended: fact.ended ?? null }, person);
}

type Named = Pick<PersonDraft, 'name' | 'birthMonth'>;

/** By name and month of birth, as far as both are known. */
export function samePerson(a: Named, b: Named): boolean {
  return a.name === b.name && (!a.birthMonth || !b.birthMonth || a.birthMonth === b.birthMonth);
}

const isNamesake = (a: Named, b: Named): boolean => a.name === b.name && !samePerson(a, b);

/** School, name, birth month and posts; for a post that has ended its period too: one may come back. */
function duplicateKey({ finding, people }: TeamDraft): string {
  const persons = people.map(({ name, birthMonth, started, ended, entry }) => {
    const period = ended ? `${started.on.slice(0, 7)}~${ended.on.slice(0, 7)}` : '';
    return [name, birthMonth, [...entry.posts].sort().join('+'), period].join('|');
  });
  return [finding.school?.schoolId, ...persons.sort()].join('||');
}

/** The recorded appointment that a row speaks of: same person and post, and the same start or an overlap in time. */
export function recordedAppointment(
  facts: readonly AppointmentFact[],
  person: PersonDraft,
  post: RosterPost,
): AppointmentFact | undefined {
  const own = facts.filter(
    (fact) =>
      fact.post === toPost(post).post && samePerson({ name: fact.personName, birthMonth: fact.birthMonth }, person),
  );
  return (
    own.find((fact) => agree(fact.started, person.started)) ??
    own.find((fact) => overlap({ started: fact.started, ended: fact.ended ?? null }, person))
  );
}
