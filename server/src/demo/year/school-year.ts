import { addMonths, contains, leadershipOn, POSTS, rulesInForce, standingAt, standingPeriods } from '@zhixiao/domain';
import type {
  Actor,
  CivilDate,
  Leadership,
  MeetingKind,
  PersonRef,
  ProcedureContext,
  RecordMode,
  RuledMeetingKind,
  SeatFacts,
  StandingPeriod,
} from '@zhixiao/domain';
import { roleOfPost } from '../../modules/identity/index.js';
import { derivedId } from '../../platform/ids.js';
import type { Random } from '../random.js';
import { createRandom, hashText } from '../random.js';
import { DEMO_SETTINGS, factsOf } from '../school.js';
import type { DemoSchool } from '../school.js';
import { accountId, isShowcase, SHOWCASE_PEOPLE, showcasePeople } from '../showcase.js';
import { WORDS } from '../words.js';
import { createIdMaker } from './ordered-ids.js';
import type { IdMaker } from './ordered-ids.js';
import { createOutcomeBook } from './outcomes.js';
import type { OutcomeBook } from './outcomes.js';
import type { YearCourse } from './year-course.js';
import type {
  DemoDecision,
  DemoDepartureFrom,
  DemoEmergency,
  DemoMeeting,
  DemoNotice,
  DemoRules,
  DemoTopic,
} from './year-rows.js';

/** One school while its year is made: who sits where, and all rows so far. */
export interface SchoolYear {
  readonly tenantId: number;
  /** 黔, 凯: before the numbers of documents */
  readonly shortName: string;
  readonly tenantName: string;
  readonly schoolId: string;
  readonly school: DemoSchool;
  readonly random: Random;
  readonly newId: IdMaker;
  /** the day on which the demonstration begins */
  readonly today: CivilDate;
  /** the first day of the year of meetings */
  readonly since: CivilDate;
  readonly isShowcase: boolean;
  /** what is particular in it */
  readonly course: YearCourse;
  readonly clerk: { readonly accountId: string; readonly name: string };
  readonly seats: readonly SeatFacts[];
  readonly periods: readonly StandingPeriod[];
  /** what was asked of a day before */
  readonly places: Map<string, Pick<ProcedureContext, 'school' | 'rules'>>;
  readonly rules: DemoRules[];
  readonly departures: DemoDepartureFrom[];
  readonly topics: DemoTopic[];
  readonly meetings: DemoMeeting[];
  readonly decisions: DemoDecision[];
  readonly emergencies: DemoEmergency[];
  readonly notices: DemoNotice[];
  readonly outcomes: OutcomeBook;
  accountOf(personId: string): string;
  /** whether the person can sign in to the demonstration */
  hasAccount(personId: string): boolean;
}

export interface YearPlace {
  readonly school: DemoSchool;
  readonly today: CivilDate;
  readonly tenantName: string;
  readonly shortName: string;
  readonly course: YearCourse;
}

/** An empty year of a school. Its chance is its own: whatever else is generated, it stays the same. */
export function createSchoolYear({ school, today, tenantName, shortName, course }: YearPlace): SchoolYear {
  const { tenantId, code } = school.seed;
  const showcase = isShowcase(school.seed);
  const newId = createIdMaker(`meetings of ${code}`);
  return {
    ...{ tenantId, shortName, tenantName, schoolId: school.id, school, newId, today, isShowcase: showcase, course },
    random: createRandom(hashText(`meetings of ${code}`)),
    since: addMonths(today, -12),
    clerk: {
      accountId: showcase ? accountId(`${prefixOf(school)}clerk`) : derivedId(school.id, 'clerk'),
      name: WORDS.accounts.clerk,
    },
    seats: seatFacts(school),
    periods: standingPeriods(factsOf(school), DEMO_SETTINGS),
    places: new Map(),
    ...{ rules: [], departures: [], topics: [], meetings: [], decisions: [], emergencies: [], notices: [] },
    outcomes: createOutcomeBook(newId),
    ...accountsOf(school, { showcase }),
  };
}

/** Accounts of the second city begin with a letter. */
function prefixOf(school: DemoSchool): string {
  return WORDS.showcases.indexOf(school.seed.code) > 0 ? 'b-' : '';
}

/** The people of the showcase have accounts; of the others those that they would have. */
function accountsOf(
  school: DemoSchool,
  { showcase }: { showcase: boolean },
): Pick<SchoolYear, 'accountOf' | 'hasAccount'> {
  const known = new Map<string, string>();
  if (showcase) {
    const people = showcasePeople(school.seats);
    for (const who of SHOWCASE_PEOPLE) known.set(people[who], accountId(prefixOf(school) + who));
  }
  const able = new Set(known.keys());
  const accountOf = (personId: string): string => {
    const id = known.get(personId) ?? derivedId('account', personId);
    known.set(personId, id);
    return id;
  };
  return { accountOf, hasAccount: (personId) => able.has(personId) };
}

/** In the order in which the server reads them. */
function seatFacts(school: DemoSchool): SeatFacts[] {
  const { seats = [] } = factsOf(school);
  const keyed = school.seats.map((one, i) => ({ id: one.id, seat: seats[i] as SeatFacts }));
  const key = ({ id, seat }: (typeof keyed)[number]): string =>
    [seat.post, seat.from, seat.to ?? '9999-12-31', id].join(' ');
  return keyed.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ seat }) => seat);
}

export interface YearScope {
  readonly kind: MeetingKind;
  readonly on: CivilDate;
  readonly recordMode?: RecordMode;
  readonly meetingId?: string | null;
}

const RULED_BY: Readonly<Partial<Record<MeetingKind, RuledMeetingKind>>> = {
  PARTY_ORG: 'PARTY_ORG',
  MEMBERS_ASSEMBLY: 'PARTY_ORG',
  PRINCIPAL_OFFICE: 'PRINCIPAL_OFFICE',
};

/** All that the checks ask beside a topic or meeting, as the server's procedureContextOf reads it. */
export function contextOf(year: SchoolYear, scope: YearScope): ProcedureContext {
  const { kind, on, recordMode = 'LIVE', meetingId = null } = scope;
  const departures = year.departures
    .filter((one) => one.subjectType !== 'MEETING' || one.subjectId === meetingId)
    .map(({ checkId, subjectType, subjectId, requestedOn, approvedOn: acceptedOn }) => ({
      ...{ checkId, requestedOn, acceptedOn, subjectId: subjectType === 'MEETING' ? null : subjectId },
    }));
  return { ...placeOf(year, kind, on), on, recordMode, departures };
}

type Place = Pick<ProcedureContext, 'school' | 'rules'>;

/** School and rules of a day: asked again and again while a meeting goes on. */
function placeOf(year: SchoolYear, kind: MeetingKind, on: CivilDate): Place {
  const key = `${kind} ${on}`;
  const known = year.places.get(key);
  if (known) return known;
  const standing = standingAt(year.periods, on);
  const school = {
    scope: standing?.scope ?? ('UNKNOWN' as const),
    hasCommittee: standing?.hasCommittee ?? standing?.orgType !== 'JOINT_BRANCH',
    fullMembers: standing?.fullMembers ?? null,
    seats: year.seats,
  };
  const place = { school, rules: rulesOn(year, RULED_BY[kind], on) };
  year.places.set(key, place);
  return place;
}

function rulesOn(year: SchoolYear, kind: RuledMeetingKind | undefined, on: CivilDate): ProcedureContext['rules'] {
  const versions = year.rules
    .filter((one) => one.meetingKind === kind && one.adoptedOn !== null)
    .map(({ number: version, status: state, fields: rules, adoptedOn, filedOn }) => ({
      ...{ version, state, rules, adoptedOn, filedOn },
    }));
  return rulesInForce(versions, on)?.rules ?? null;
}

/** Who leads the school on a day, by its own rules on who counts as admin team. */
export function teamOn(year: SchoolYear, on: CivilDate, kind: MeetingKind = 'PARTY_ORG'): Leadership {
  return leadershipOn(year.seats, on, rulesOn(year, RULED_BY[kind], on));
}

/** The post under which somebody acts on a day: the one that is asked for, else the highest. */
export function seatOf(year: SchoolYear, personId: string, on: CivilDate): SeatFacts | null {
  const held = year.seats.filter((seat) => seat.personId === personId && contains(seat, on));
  return held.toSorted((a, b) => POSTS.indexOf(a.post) - POSTS.indexOf(b.post))[0] ?? null;
}

/** Somebody acts, under the right of the highest post. */
export function actorFor(year: SchoolYear, { personId }: PersonRef, on: CivilDate): Actor {
  const seat = seatOf(year, personId, on);
  return { personId, role: (seat && roleOfPost(seat.post)) ?? 'SchoolClerk', on };
}

/** The clerk writes. */
export function clerkActor(on: CivilDate): Actor {
  return { personId: null, role: 'SchoolClerk', on };
}
