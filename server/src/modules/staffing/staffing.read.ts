import { POSTS } from '@zhixiao/domain';
import {
  atLeast,
  before,
  bool,
  byKey,
  day,
  equals,
  extend,
  int,
  key,
  keyOf,
  list,
  many,
  onDay,
  one,
  oneOf,
  page,
  readModel,
  search,
  subtree,
  text,
} from '../../platform/read/index.js';

const startsOn = (row: string): string => `lower(${row}.valid)`;

/** Party posts before administrative ones, heads first: the order of the vocabulary. */
const byRank = {
  sql: (row: string): string => `array_position(ARRAY['${POSTS.join("','")}'], ${row}.post)`,
  uses: 'post',
} as const;

/** Appointments of every day, past and to come; what a correction took the place of stays in the audit. */
export const appointmentModel = readModel('Appointment', {
  table: 'appointment',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  during: { range: 'valid', whenAsked: true },
  where: (row) => `${row}.superseded_at IS NULL`,
  fields: {
    id: key('A'),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    person: one('Person', { id: 'person_id' }),
    personName: text('person_name'),
    post: text('post'),
    portfolio: text('portfolio'),
    fullTime: bool('full_time'),
    acting: bool('acting'),
    startsOn: day(startsOn, { nonNull: true }),
    startPrecision: text('start_precision'),
    endsOn: day((row) => `upper(${row}.valid) - 1`),
    endPrecision: text('end_precision'),
    endMonth: text((row) => `to_char(${row}.end_month, 'YYYY-MM')`),
    endDocumentNo: text('end_document_no'),
    endReason: text('end_reason'),
    tenureEndsOn: day('tenure_end'),
    probationUntil: day('probation_until'),
    documentNo: text('document_no'),
    authority: text('authority'),
    remark: text('remark'),
    source: text('source'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf('S', 'school_id'),
    personId: keyOf('P', 'person_id'),
    post: oneOf('post'),
    current: onDay(),
    tenureEndsFrom: atLeast('tenure_end'),
    tenureEndsBefore: before('tenure_end'),
    q: search(['person_name']),
  },
  orders: {
    STARTS_ON_DESC: [{ sql: startsOn, down: true, uses: 'startsOn' }, '-id'],
    STARTS_ON_ASC: [{ sql: startsOn, uses: 'startsOn' }, 'id'],
    TENURE_ENDS_ASC: ['tenure_end?', 'id'],
  },
});

/** Appointments that were cancelled before they began. They hold no seat, so they are no rows of the list above. */
const cancelled = readModel('CancelledAppointment', {
  table: 'appointment',
  subject: 'Appointment',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  where: (row) => `${row}.cancelled_on IS NOT NULL`,
  fields: {
    appointmentId: key('A'),
    school: one('School', { school_id: 'school_id' }),
    person: one('Person', { id: 'person_id' }),
    personName: text('person_name'),
    post: text('post'),
    startsOn: day(startsOn, { nonNull: true }),
    startPrecision: text('start_precision'),
    documentNo: text('document_no'),
    cancelledOn: day((row) => `${row}.cancelled_on`, { nonNull: true }),
    cancelReason: text('cancel_reason'),
  },
});

/** What a school asked to depart from (意见（十二）“一般”), and what became of it. */
const departure = readModel('StaffingDeparture', {
  table: 'staffing_departure',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  fields: {
    id: key('D'),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    checkId: text('check_id'),
    person: one('Person', { id: 'person_id' }),
    reason: text('reason'),
    status: text('status'),
    requestedOn: day('requested_on'),
    requestedBy: text('requested_by'),
    approvedOn: day('approved_on'),
    approver: text('approver'),
    reviewOn: day('review_on'),
    withdrawnOn: day('withdrawn_on'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf('S', 'school_id'),
    status: oneOf('status'),
    checkId: equals('check_id'),
  },
  orders: { NEWEST: ['-requested_on', '-id'] },
});

const newestFirst = [{ sql: startsOn, down: true, uses: 'startsOn' }, '-id'] as const;

export const staffingModels = [appointmentModel, cancelled, departure];

export const staffingExtensions = [
  extend('School', {
    team: many('Appointment', { school_id: 'school_id' }, { order: [byRank, 'id'], max: 100, during: true }),
    appointments: page('Appointment', { school_id: 'school_id' }, { order: newestFirst }),
    cancelledAppointments: many('CancelledAppointment', { school_id: 'school_id' }, { order: newestFirst, max: 100 }),
    departures: many('StaffingDeparture', { school_id: 'school_id' }, { order: ['-requested_on', '-id'], max: 100 }),
  }),
  extend('Person', {
    posts: many('Appointment', { person_id: 'id' }, { order: [byRank, 'id'], max: 50, during: true }),
    appointments: page('Appointment', { person_id: 'id' }, { order: newestFirst }),
    cancelledAppointments: many('CancelledAppointment', { person_id: 'id' }, { order: newestFirst, max: 100 }),
  }),
];

export const staffingRoots = {
  appointment: byKey('Appointment'),
  appointments: list('Appointment', { order: 'STARTS_ON_DESC' }),
  departures: list('StaffingDeparture', { order: 'NEWEST' }),
};

export const staffingPayloads = { AppointPayload: { appointment: 'Appointment', school: 'School' } };
