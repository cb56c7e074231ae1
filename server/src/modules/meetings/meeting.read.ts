import { ID_PREFIXES } from '@zhixiao/domain';
import { attachmentsOf } from '../../platform/attachments/index.js';
import {
  atLeast,
  atMost,
  bool,
  byKey,
  day,
  extend,
  instant,
  int,
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
import { checksOf } from '../topics/index.js';
import { isRestrictedItem, itemModels } from './agenda-item.read.js';

/** The parts of a record are shown inside it: what may be read of it, its own rule says. */
const scope = { tenantId: 'tenant_id', schoolId: 'school_id' } as const;

/** SQL: is the person of this column the one who asks? */
const isOwn = (row: string): string =>
  `EXISTS (SELECT 1 FROM account_person l WHERE l.tenant_id = ${row}.tenant_id AND l.person_id = ${row}.person_id
    AND l.account_id = NULLIF(current_setting('app.account_id', true), '')::uuid)`;

const FINDING = ['checkId', 'outcome', 'severity', 'clause', 'params', 'blocks'] as const;

/** Members before observers, guests and recorders. */
const byCapacity = {
  sql: (row: string): string => `array_position(ARRAY['MEMBER', 'OBSERVER', 'INVITEE', 'RECORDER'], ${row}.capacity)`,
  uses: 'capacity',
} as const;

const isKept = (row: string): string => `${row}.removed_at IS NULL`;

const attendance = readModel('Attendance', {
  table: 'attendance',
  subject: 'Meeting',
  scope,
  where: isKept,
  fields: {
    id: key(ID_PREFIXES.Attendance),
    personId: key(ID_PREFIXES.Person, 'person_id'),
    personName: text('person_name'),
    post: text('post'),
    capacity: text('capacity'),
    status: text('status'),
    reason: text('reason'),
    arrivedAt: instant('arrived_at'),
    leftAt: instant('left_at'),
    spans: objects('PresenceSpan', { column: 'spans', fields: ['fromItem', 'toItem'] }),
    byOwnAccount: bool('by_own_account'),
    writtenOpinion: text('written_opinion'),
    own: bool(isOwn, { nonNull: true }),
    version: int('version'),
  },
});

const delegation = readModel('MeetingDelegation', {
  table: 'meeting_delegation',
  subject: 'Meeting',
  scope,
  fields: {
    fromName: text('from_name'),
    toName: text('to_name'),
    reason: text('reason'),
    givenOn: day('given_on'),
    endedAt: instant('ended_at'),
  },
});

/** What corrects a personnel or secret item, or a record that has one, is read like it. */
const correctsRestricted = (row: string): string =>
  `EXISTS (SELECT 1 FROM agenda_item i WHERE i.tenant_id = ${row}.tenant_id AND i.meeting_id = ${row}.meeting_id
     AND i.id = COALESCE(${row}.item_id, i.id) AND ${isRestrictedItem('i')})`;

const correction = readModel('RecordCorrection', {
  table: 'record_correction',
  subject: 'AgendaItem',
  scope: { ...scope, restricted: correctsRestricted },
  fields: {
    itemId: key(ID_PREFIXES.AgendaItem, 'item_id'),
    text: text('text'),
    reason: text('reason'),
    signedByName: text('signed_by_name'),
    signedAt: instant('signed_at'),
  },
});

const meeting = readModel('Meeting', {
  table: 'meeting',
  scope,
  where: (row) => `${row}.undone_at IS NULL`,
  fields: {
    id: key(ID_PREFIXES.Meeting),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    kind: text('kind'),
    title: text('title'),
    heldOn: day('held_on'),
    year: int('year'),
    number: int('number'),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    place: text('place'),
    state: text('state'),
    enteredAfterwards: bool('entered_afterwards'),
    chairId: key(ID_PREFIXES.Person, 'chair_id'),
    chairName: text('chair_name'),
    chairPost: text('chair_post'),
    delegated: bool((row) => `${row}.delegated_by_id IS NOT NULL`, { nonNull: true }),
    recorderName: text('recorder_name'),
    noticeOn: day('notice_on'),
    papersOn: day('papers_on'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    notHeldReason: text('not_held_reason'),
    notHeldNote: text('not_held_note'),
    putOffTo: day('put_off_to'),
    statedExpected: int('stated_expected'),
    statedPresent: int('stated_present'),
    mayOpen: bool('may_open'),
    quorumCheck: text('quorum_check'),
    expected: int('expected'),
    present: int('present'),
    needed: int('needed'),
    quorumMet: bool('quorum_met'),
    absentNames: textArray('absent_names'),
    findings: objects('MeetingFinding', { column: 'findings', fields: FINDING }),
    checks: checksOf('MEETING'),
    attendance: many('Attendance', { meeting_id: 'id' }, { order: [byCapacity, 'id'], max: 300 }),
    items: many('AgendaItem', { meeting_id: 'id' }, { order: ['position', 'id'], max: 100 }),
    delegations: many('MeetingDelegation', { meeting_id: 'id' }, { order: ['id'], max: 20 }),
    corrections: many('RecordCorrection', { meeting_id: 'id' }, { order: ['id'], max: 200 }),
    attachments: attachmentsOf('Meeting'),
    chairSignedOn: day('chair_signed_on'),
    chairSignedName: text('chair_signed_name'),
    recorderSignedOn: day('recorder_signed_on'),
    recorderSignedName: text('recorder_signed_name'),
    issuedAt: instant('issued_at'),
    issuedByName: text('issued_by_name'),
    minutesNo: text('minutes_no'),
    createdAt: instant('created_at'),
    createdByName: text('created_by_name'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf(ID_PREFIXES.School, 'school_id'),
    kind: oneOf('kind'),
    state: oneOf('state'),
    from: atLeast('held_on'),
    to: atMost('held_on'),
    enteredAfterwards: whether(['enteredAfterwards'], (row, on) => `${on ? '' : 'NOT '}${row}.entered_afterwards`),
    mine: whether(
      ['attendance'],
      (row, on) =>
        `${on ? '' : 'NOT '}EXISTS (SELECT 1 FROM attendance m WHERE m.tenant_id = ${row}.tenant_id AND m.meeting_id = ${row}.id
           AND m.removed_at IS NULL AND ${isOwn('m')})`,
    ),
    q: search(['title']),
  },
  orders: { HELD_ON_DESC: ['-held_on', '-id'], HELD_ON_ASC: ['held_on', 'id'] },
});

export const meetingModels = [meeting, attendance, delegation, correction, ...itemModels];

export const meetingExtensions = [
  extend('School', {
    meetings: page('Meeting', { school_id: 'school_id' }, { order: ['-held_on', '-id'] }),
  }),
  extend('Topic', { agendaItems: many('AgendaItem', { topic_id: 'id' }, { order: ['-id'], max: 50 }) }),
];

export const meetingRoots = {
  meeting: byKey('Meeting'),
  meetings: list('Meeting', { order: 'HELD_ON_DESC' }),
};
