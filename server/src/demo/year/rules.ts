import { addDays, addMonths, suggestedRules } from '@zhixiao/domain';
import type { CivilDate, FilingState, LargeAmountStep, RuledMeetingKind, RulesOfProcedure } from '@zhixiao/domain';
import { RECORDED_BY } from '../history.js';
import { createRandom, hashText } from '../random.js';
import { fill } from '../words.js';
import { instantOf, workday } from './days.js';
import { teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { RulesCourse } from './year-course.js';
import type { DemoRules } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** Columns that only a filed or submitted version has. */
export interface DemoFiling {
  readonly adoptedAtMeeting: string | null;
  readonly staffHeardOn: CivilDate | null;
  readonly submittedBy: string | null;
  readonly submittedByAccount: string | null;
  readonly reviewer: string | null;
  readonly reviewedByAccount: string | null;
  readonly reviewOpinion: string | null;
  readonly reviewedOn: CivilDate | null;
  readonly filingNo: string | null;
}

/** Steps of a table of sums, in fen. */
const STEPS: readonly LargeAmountStep[] = [
  { upTo: 500_000, approver: 'VICE_PRINCIPAL', needsTender: false },
  { upTo: 1_000_000, approver: 'PRINCIPAL', needsTender: false },
  { upTo: 5_000_000, approver: 'OFFICE_MEETING', needsTender: false },
  { upTo: null, approver: 'PARTY_MEETING', needsTender: true },
];

/** The school's rules for both meetings, one version after the other. */
export function addRules(year: SchoolYear, course: RulesCourse): void {
  if (course === 'NONE') return;
  for (const kind of ['PARTY_ORG', 'PRINCIPAL_OFFICE'] as const) addVersions(year, kind, course);
}

function addVersions(year: SchoolYear, kind: RuledMeetingKind, course: RulesCourse): void {
  const text = textOf(year, kind);
  const before = addMonths(year.since, -7);
  if (course === 'ADOPTED_ONLY') return add(year, { kind, number: 1, status: 'ADOPTED', text, from: before });
  const renewed = course === 'RENEWED' ? workday(addMonths(year.since, 5)) : null;
  const old = { ...text, noticeDays: 1, chairSpeaksLast: true };
  add(year, {
    ...{ kind, number: 1, from: before, endedOn: renewed },
    ...{ status: renewed ? 'SUPERSEDED' : 'FILED', text: renewed ? old : text },
  });
  if (renewed) return add(year, { kind, number: 2, status: 'FILED', text, from: addDays(renewed, -40) });
  // the next version is on its way for one of the two meetings
  if (course === 'FILED' || course === 'RENEWED' || course === 'NONE' || kind === 'PRINCIPAL_OFFICE') return;
  add(year, { kind, number: 2, status: course, text: { ...text, noticeDays: 3 }, from: addDays(year.today, -30) });
}

interface Version {
  readonly kind: RuledMeetingKind;
  readonly number: number;
  readonly status: FilingState;
  readonly text: RulesOfProcedure;
  /** when it was drafted */
  readonly from: CivilDate;
  readonly endedOn?: CivilDate | null;
}

const ADOPTED: readonly FilingState[] = ['ADOPTED', 'SUBMITTED', 'RETURNED', 'FILED', 'SUPERSEDED'];
const SUBMITTED: readonly FilingState[] = ['SUBMITTED', 'RETURNED', 'FILED', 'SUPERSEDED'];
const FILED: readonly FilingState[] = ['FILED', 'SUPERSEDED'];

function add(year: SchoolYear, { kind, number, status, text, from, endedOn = null }: Version): void {
  const day = (reached: readonly FilingState[], days: number): CivilDate | null =>
    reached.includes(status) ? workday(addDays(from, days)) : null;
  const createdAt = instantOf(workday(from), '10:20');
  year.rules.push({
    ...{ id: year.newId(createdAt), meetingKind: kind, number, status, fields: text, createdAt },
    createdBy: year.clerk.accountId,
    ...{ adoptedOn: day(ADOPTED, 10), submittedOn: day(SUBMITTED, 15), filedOn: day(FILED, 40), endedOn },
  });
}

/** What the review leaves behind. */
export function filingOf(year: SchoolYear, rules: DemoRules): DemoFiling {
  const { submittedOn, adoptedOn, filedOn, status } = rules;
  const { secretary } = teamOn(year, submittedOn ?? rules.createdAt.slice(0, 10));
  const reviewedOn = filedOn ?? (status === 'RETURNED' && submittedOn ? workday(addDays(submittedOn, 8)) : null);
  const words = YEAR_WORDS.rules;
  const serial = 1 + (hashText(rules.id) % 90);
  return {
    adoptedAtMeeting: adoptedOn && words.adoptedAt,
    staffHeardOn: adoptedOn && addDays(adoptedOn, -5),
    submittedBy: submittedOn && (secretary?.personName ?? year.clerk.name),
    submittedByAccount: submittedOn && (secretary ? year.accountOf(secretary.personId) : year.clerk.accountId),
    reviewer: reviewedOn && fill(words.reviewer, year.tenantName),
    reviewedByAccount: reviewedOn && RECORDED_BY,
    reviewOpinion: reviewedOn && (filedOn ? (words.opinions[0] ?? null) : words.returned),
    reviewedOn,
    filingNo: filedOn && fill(words.filingNo, year.shortName, filedOn.slice(0, 4), serial),
  };
}

/** What schools commonly say, each with something of its own; large schools ask for more. */
function textOf({ school }: SchoolYear, kind: RuledMeetingKind): RulesOfProcedure {
  const own = createRandom(hashText(`rules of ${school.seed.code} ${kind}`));
  const text = suggestedRules(kind);
  const isParty = kind === 'PARTY_ORG';
  const usualVoteForm = own.weighted([
    ['SHOW_OF_HANDS', 6],
    ['ORAL', 3],
    ['OPEN_BALLOT', 1],
  ] as const);
  const pass = text.pass && { ...text.pass, base: own.chance(0.75) ? ('EXPECTED' as const) : ('ENTITLED' as const) };
  return {
    ...text,
    ...{ pass, usualVoteForm, largeAmounts: STEPS, noticeDays: own.pick([1, 2, 2, 3]) },
    cadreVoteForm: own.chance(0.8) ? 'SECRET_BALLOT' : 'OPEN_BALLOT',
    recusedCountAsPresent: own.chance(0.7),
    unscheduledMotions: own.chance(0.9) ? 'WITH_REASON' : 'NEVER',
    frequency: isParty ? { every: own.chance(0.6) ? 1 : 2, unit: own.chance(0.6) ? 'MONTH' : 'WEEK' } : text.frequency,
    matters: isParty && own.chance(0.5) ? [{ code: 'INFRASTRUCTURE_PROJECT', twoThirds: 'REQUIRED' }] : [],
  };
}
