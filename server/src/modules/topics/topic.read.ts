import { ID_PREFIXES, MAJOR_CATEGORIES, MEETING_KINDS, headPostOf } from '@zhixiao/domain';
import { attachmentsOf } from '../../platform/attachments/index.js';
import {
  bool,
  byKey,
  day,
  extend,
  float,
  instant,
  int,
  json,
  key,
  keyOf,
  list,
  many,
  objects,
  one,
  oneOf,
  page,
  readModel,
  search,
  subtree,
  text,
  textArray,
  whether,
} from '../../platform/read/index.js';
import type { ManyField } from '../../platform/read/index.js';
import type { CheckSubject } from './topic-words.js';

/** The account that asks, as row security knows it. */
const ACCOUNT = `NULLIF(current_setting('app.account_id', true), '')::uuid`;

/** Is one of the acting account's people among these? */
const isMine = (tenant: string, people: string): string =>
  `EXISTS (SELECT 1 FROM account_person l WHERE l.tenant_id = ${tenant} AND l.account_id = ${ACCOUNT} AND l.person_id = ANY (${people}))`;

const HEADED_BY_PRINCIPAL = MEETING_KINDS.filter((kind) => headPostOf(kind) === 'PRINCIPAL');

/** Does the acting account hold the post that confirms the topic, today? Who held it when the topic was written says nothing. */
const iAmHead = (topic: string): string =>
  `EXISTS (SELECT 1 FROM account_person l JOIN appointment a ON a.tenant_id = l.tenant_id AND a.person_id = l.person_id
    WHERE l.tenant_id = ${topic}.tenant_id AND l.account_id = ${ACCOUNT} AND a.school_id = ${topic}.school_id AND a.superseded_at IS NULL
      AND a.valid @> (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND a.post = CASE WHEN ${topic}.meeting_kind IN ('${HEADED_BY_PRINCIPAL.join("', '")}') THEN 'PRINCIPAL' ELSE 'SECRETARY' END)`;

/** Waits it for one of the acting account's people: an opinion, a signature, changes, a better draft; or, ready, for its head? */
const waits = (topic: string): string =>
  `(${isMine(`${topic}.tenant_id`, `${topic}.waiting_ids`)}
    OR (${topic}.state = 'CONSULTED' AND NOT ${topic}.entered_afterwards AND ${iAmHead(topic)}))`;

/** The acting account where it has a part in the topic, so that it may read it however restricted; else null. */
const concerned = (topic: string): string =>
  `CASE WHEN ${topic}.created_by = ${ACCOUNT} OR ${isMine(`${topic}.tenant_id`, `${topic}.concerned_ids`)} THEN ${ACCOUNT} END`;

/** The same of a row that hangs on a topic. */
export const concernedThrough =
  (column: string) =>
  (row: string): string =>
    `(SELECT ${concerned('t')} FROM topic t WHERE t.tenant_id = ${row}.tenant_id AND t.id = ${row}.${column})`;

const partScope = (
  column: string,
): { tenantId: string; schoolId: string; restricted: string; accountId: (row: string) => string } => ({
  tenantId: 'tenant_id',
  schoolId: 'school_id',
  restricted: 'restricted',
  accountId: concernedThrough(column),
});

/** Whose signatures a communication carries. */
const signers = (record: string): string =>
  `ARRAY(SELECT (s ->> 'personId')::uuid FROM jsonb_array_elements(${record}.signatures) s)`;

const gates = objects('Gate', {
  column: 'gates',
  fields: ['checkId', 'outcome', 'severity', 'clause', 'params', 'blocks'],
});

export const topicModel = readModel('Topic', {
  table: 'topic',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted', accountId: concerned },
  fields: {
    id: key(ID_PREFIXES.Topic),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    meetingKind: text('meeting_kind'),
    itemKind: text('item_kind'),
    title: text('title'),
    body: text('body'),
    matterCode: text('matter_code'),
    matterName: text((row) => `${row}.matter ->> 'nameZh'`, { nonNull: true }),
    matter: json('matter'),
    category: text('category'),
    major: bool((row) => `(${row}.category IN ('${MAJOR_CATEGORIES.join("', '")}'))`, { nonNull: true }),
    cadre: bool((row) => `(${row}.category = 'CADRE_APPOINTMENT')`, { nonNull: true }),
    decider: text('decider'),
    amount: float('amount'),
    vitalInterest: bool('vital_interest'),
    audiences: textArray('audiences'),
    specialised: bool('specialised'),
    twoThirds: bool('two_thirds'),
    important: bool('important'),
    confidentiality: text('confidentiality'),
    restricted: bool('restricted'),
    proposer: one('Person', { id: 'proposer_id' }),
    proposerName: text('proposer_name'),
    proposedByMe: bool((row) => isMine(`${row}.tenant_id`, `ARRAY[${row}.proposer_id]`), { nonNull: true }),
    proposerPost: text('proposer_post'),
    proposedOn: day('proposed_on'),
    lead: one('Person', { id: 'lead_id' }),
    leadName: text('lead_name'),
    unscheduledReason: text('unscheduled_reason'),
    state: text('state'),
    heldBackReason: text('held_back_reason'),
    heldBackOn: day('held_back_on'),
    returnedReason: text('returned_reason'),
    withdrawnReason: text('withdrawn_reason'),
    consultationStatus: text('consultation_status'),
    consultedSide: text('consulted_side'),
    gates,
    confirmedByName: text('confirmed_by_name'),
    confirmedAs: text('confirmed_as'),
    confirmedActing: bool('confirmed_acting'),
    selfConfirmed: bool((row) => `COALESCE(${row}.confirmed_by_id = ${row}.proposer_id, false)`, { nonNull: true }),
    confirmedAt: instant('confirmed_at'),
    implementsDecisionId: key(ID_PREFIXES.Decision, 'implements_decision_id'),
    reconsidersDecisionId: key(ID_PREFIXES.Decision, 'reconsiders_decision_id'),
    enteredAfterwards: bool('entered_afterwards'),
    paperOn: day('paper_on'),
    waitsForMe: bool(waits, { nonNull: true }),
    records: many('TopicRecord', { topic_id: 'id' }, { order: ['held_on', 'id'], max: 200 }),
    consultations: many('Consultation', { topic_id: 'id' }, { order: ['round', 'id'], max: 100 }),
    departures: many('ProceduralDeparture', { subject_id: 'id' }, { order: ['requested_on', 'check_id'], max: 50 }),
    checks: checksOf('TOPIC'),
    attachments: attachmentsOf('Topic'),
    createdAt: instant('created_at'),
    createdByName: text('created_by_name'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf(ID_PREFIXES.School, 'school_id'),
    meetingKind: oneOf('meeting_kind'),
    state: oneOf('state'),
    category: oneOf('category'),
    mine: whether(['proposer_id'], (row, on) => `${not(on)}${isMine(`${row}.tenant_id`, `ARRAY[${row}.proposer_id]`)}`),
    waitingForMe: whether([], (row, on) => `${not(on)}${waits(row)}`),
    everHeldBack: whether(['held_back_on'], (row, on) => `${row}.held_back_on IS ${on ? 'NOT ' : ''}NULL`),
    q: search(['title']),
  },
  orders: { NEWEST: ['-id'] },
});

function not(on: unknown): string {
  return on ? '' : 'NOT ';
}

const topicRecord = readModel('TopicRecord', {
  table: 'topic_record',
  subject: 'Topic',
  scope: partScope('topic_id'),
  fields: {
    id: key(ID_PREFIXES.TopicRecord),
    kind: text('kind'),
    heldOn: day('held_on'),
    result: text('result'),
    participantNames: textArray('participant_names'),
    channel: text('channel'),
    audience: text('audience'),
    approved: bool('approved'),
    agreed: bool('agreed'),
    signatures: objects('Signature', { column: 'signatures', fields: ['personName', 'post', 'signedOn'] }),
    signedByMe: bool((row) => isMine(`${row}.tenant_id`, signers(row)), { nonNull: true }),
    recordedByName: text('recorded_by_name'),
    recordedAt: instant('created_at'),
    supersededAt: instant('superseded_at'),
    supersededReason: text('superseded_reason'),
    version: int('version'),
  },
});

const consultation = readModel('Consultation', {
  table: 'consultation',
  subject: 'Topic',
  scope: partScope('topic_id'),
  fields: {
    id: key(ID_PREFIXES.Consultation),
    round: int('round'),
    side: text('side'),
    toPersonName: text('to_person_name'),
    toPost: text('to_post'),
    toMe: bool((row) => isMine(`${row}.tenant_id`, `ARRAY[${row}.to_person_id]`), { nonNull: true }),
    askedAt: instant('asked_at'),
    askedByName: text('asked_by_name'),
    opinion: text('opinion'),
    text: text('text'),
    answeredOn: day('answered_on'),
    statedOnPaper: bool('stated_on_paper'),
    statedByName: text('stated_by_name'),
    confirmedAt: instant('confirmed_at'),
    changesAcceptedAt: instant('changes_accepted_at'),
    changesAcceptedByName: text('changes_accepted_by_name'),
    version: int('version'),
  },
});

const departure = readModel('ProceduralDeparture', {
  table: 'procedural_departure',
  subject: 'Topic',
  scope: partScope('subject_id'),
  fields: {
    subjectType: text('subject_type'),
    checkId: text('check_id'),
    reason: text('reason'),
    requestedOn: day('requested_on'),
    requestedByName: text('requested_by_name'),
    approvedOn: day('approved_on'),
    approvedByName: text('approved_by_name'),
  },
});

const checkOutcome = readModel('CheckOutcomeRecord', {
  table: 'check_outcome',
  subject: 'Topic',
  scope: partScope('subject_id'),
  fields: {
    subjectType: text('subject_type'),
    checkId: text('check_id'),
    outcome: text('outcome'),
    severity: text('severity'),
    clause: text('clause'),
    params: json('params'),
    evaluatedAt: instant('evaluated_at'),
    current: bool('current'),
  },
});

/** The outcomes of a subject's checks, the current ones first: `checks: checksOf('MEETING')`. */
export function checksOf(subject: CheckSubject, keyColumn = 'id'): ManyField {
  const where = (row: string): string => `${row}.subject_type = '${subject}'`;
  return many(
    'CheckOutcomeRecord',
    { subject_id: keyColumn },
    { where, order: ['-current', '-evaluated_at', '-id'], max: 300 },
  );
}

export const topicsModels = [topicModel, topicRecord, consultation, departure, checkOutcome];

export const topicsExtensions = [
  extend('School', { topics: page('Topic', { school_id: 'school_id' }, { order: ['-id'], args: ['state'] }) }),
];

export const topicsRoots = { topic: byKey('Topic'), topics: list('Topic', { order: 'NEWEST' }) };
