import { consultedSide, leadershipOn } from '@zhixiao/domain';
import type {
  CivilDate,
  HearingAudience,
  HearingChannel,
  PersonRef,
  ProcedureCheckId,
  ProcedureContext,
} from '@zhixiao/domain';
import { signatoryGroups } from '../../modules/topics/index.js';
import type { TopicRecordKind } from '../../modules/topics/index.js';
import { BLANK_RECORD } from './blank-rows.js';
import { instantOf } from './days.js';
import { seatOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoRecord, DemoTopic } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** A record as it is to be added. */
export interface NewRecord {
  readonly kind: TopicRecordKind;
  readonly heldOn: CivilDate;
  readonly participants?: readonly PersonRef[];
  readonly channel?: HearingChannel;
  readonly audience?: HearingAudience;
  readonly approved?: boolean | null;
  readonly agreed?: boolean;
  readonly signers?: readonly PersonRef[];
  readonly result?: string;
}

/** Adds what was done to prepare a topic; the oldest first, as the server reads them. */
export function addRecord(year: SchoolYear, topic: DemoTopic, record: NewRecord): void {
  const { kind, heldOn, participants = [], channel = null, audience = null, approved = null } = record;
  const createdAt = instantOf(heldOn, '17:10');
  const signatures = (record.signers ?? []).map(({ personId, personName }) => ({
    ...{ personId, personName, post: seatOf(year, personId, heldOn)?.post ?? 'SECRETARY', signedOn: heldOn },
  }));
  const row: DemoRecord = {
    ...BLANK_RECORD,
    ...{ id: year.newId(createdAt), kind, heldOn, channel, audience, approved, signatures, version: 1 },
    agreed: kind === 'COMMUNICATION' ? (record.agreed ?? true) : null,
    participantIds: participants.map((one) => one.personId),
    participantNames: participants.map((one) => one.personName),
    result: record.result ?? year.random.pick(YEAR_WORDS.records[kind]),
    ...{ recordedByName: year.clerk.name, createdAt, createdBy: year.clerk.accountId },
  };
  topic.records.push(row);
  topic.records.sort((a, b) => (a.heldOn + a.id < b.heldOn + b.id ? -1 : 1));
}

const CHANNELS: Readonly<Record<HearingAudience, readonly HearingChannel[]>> = {
  STAFF: ['STAFF_CONGRESS', 'STAFF_ASSEMBLY', 'SYMPOSIUM', 'QUESTIONNAIRE', 'PUBLIC_NOTICE'],
  STUDENTS: ['STUDENT_MEETING', 'QUESTIONNAIRE'],
  PARENTS: ['PARENT_MEETING', 'QUESTIONNAIRE', 'SYMPOSIUM'],
};

/** What is done about an open check, so that it is kept: records of that day. PRE-4 and PRE-5 are consultations. */
export function remedy(year: SchoolYear, topic: DemoTopic, { checkId, on, context }: Remedied): void {
  const { random } = year;
  const { committee, team } = leadershipOn(context.school.seats, on, context.rules);
  const some = (people: readonly PersonRef[]): readonly PersonRef[] => people.slice(0, random.whole(2, 4));
  const add = (record: Omit<NewRecord, 'heldOn'>): void => addRecord(year, topic, { heldOn: on, ...record });
  if (checkId === 'PRE-1') add({ kind: 'PROPOSAL' });
  if (checkId === 'PRE-2') add({ kind: 'INVESTIGATION', participants: some(team).slice(0, 1) });
  if (checkId === 'PRE-3') {
    const signers = signatoryGroups({ ...context, on }).flatMap((group) => group.slice(0, 1));
    add({ kind: 'COMMUNICATION', agreed: true, signers });
  }
  if (checkId === 'PRE-6')
    add({ kind: 'CADRE_DELIBERATION', participants: some(committee.length > 0 ? committee : team) });
  if (checkId === 'PRE-7') add({ kind: 'INDIVIDUAL_DELIBERATION', participants: some(team) });
  if (checkId === 'PRE-8') hear(year, topic, on);
  if (checkId === 'PRE-9') {
    add({ kind: 'EXPERT' });
    add({ kind: random.pick(['TECHNICAL', 'POLICY', 'LEGAL'] as const) });
  }
}

export interface Remedied {
  readonly checkId: ProcedureCheckId;
  readonly on: CivilDate;
  readonly context: ProcedureContext;
}

/** Hears everybody whose interest it is; what the staff congress passes is passed there. */
function hear(year: SchoolYear, topic: DemoTopic, heldOn: CivilDate): void {
  const wanted: readonly HearingAudience[] = topic.audiences.length > 0 ? topic.audiences : ['STAFF'];
  for (const audience of wanted) {
    const passes = topic.matter.staffHearing === 'APPROVE' && audience === 'STAFF';
    const channel = passes ? 'STAFF_CONGRESS' : year.random.pick(CHANNELS[audience]);
    addRecord(year, topic, { kind: 'HEARING', heldOn, audience, channel, approved: passes ? true : null });
  }
}

/** Is somebody's opinion to be asked for it? */
export function isConsulted(facts: Parameters<typeof consultedSide>[0], context: ProcedureContext): boolean {
  return consultedSide(facts, context) !== null;
}
