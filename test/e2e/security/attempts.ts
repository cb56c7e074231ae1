import { unknownLike } from '../../support/answers.js';
import { DECISION_ATTEMPTS } from './attempts-decisions.js';
import { MEETING_ATTEMPTS } from './attempts-meetings.js';
import { TOPIC_ATTEMPTS } from './attempts-topics.js';
import type { County } from '../../support/canaries.js';

export type Ids = Readonly<Record<string, string>>;

export interface Attempt {
  readonly query: string;
  readonly variables: (ids: Ids) => Record<string, unknown>;
  /** a right that only a school's people have */
  readonly asSchool?: true;
}

const on = (name: string, args: string, call: string, selection = ' { __typename }'): string =>
  `mutation ${name}(${args}) { ${name}(${call})${selection} }`;
const input = (name: string, type: string): string => on(name, `$input: ${type}!`, 'input: $input');
export const organization = { name: 'CANARY-B-新支部', orgType: 'BRANCH', effectiveOn: '2020-01-01' };
export const person = { name: 'CANARY-B-某人', membership: 'FULL' };

/** Every mutation that takes an id: how it is asked with the ids of one county. */
export const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  selectGrant: { query: on('selectGrant', '$id: ID!', 'id: $id'), variables: ({ Grant }) => ({ id: Grant }) },
  changeSchool: {
    query: on('changeSchool', '$id: ID!, $input: SchoolChangeInput!', 'id: $id, expectedVersion: 1, input: $input'),
    variables: ({ School }) => ({
      id: School,
      input: { name: 'CANARY-B-改名', effectiveOn: '2024-01-01', reason: 'x' },
    }),
  },
  changeOrganization: {
    query: on(
      'changeOrganization',
      '$id: ID!, $input: OrganizationInput!',
      'schoolId: $id, expectedVersion: 1, input: $input',
    ),
    variables: ({ School }) => ({ id: School, input: organization }),
  },
  linkOrganization: {
    query: on(
      'linkOrganization',
      '$id: ID!, $input: LinkOrganizationInput!',
      'schoolId: $id, expectedVersion: 1, input: $input',
    ),
    variables: ({ School, PartyOrganization }) => ({
      id: School,
      input: { organizationId: PartyOrganization, effectiveOn: '2024-01-01', reason: 'x' },
    }),
  },
  unlinkOrganization: {
    query: on(
      'unlinkOrganization',
      '$id: ID!, $input: UnlinkOrganizationInput!',
      'schoolId: $id, expectedVersion: 1, input: $input',
    ),
    variables: ({ School }) => ({ id: School, input: { effectiveOn: '2024-01-01', reason: 'x' } }),
  },
  createSchool: {
    query: input('createSchool', 'SchoolInput'),
    variables: ({ PartyOrganization }) => ({
      input: {
        code: 'CANARY-B-9',
        name: 'CANARY-B-9',
        stage: 'PRIMARY',
        openedOn: '2015-09-01',
        organization: { ...organization, superiorId: PartyOrganization },
      },
    }),
  },
  changePerson: {
    query: on(
      'changePerson',
      '$id: ID!, $input: PersonInput!',
      'id: $id, expectedVersion: 1, input: $input, reason: "x"',
    ),
    variables: ({ Person }) => ({ id: Person, input: person }),
  },
  appoint: {
    query: input('appoint', 'AppointInput'),
    variables: ({ School }) => ({
      input: { schoolId: School, newPerson: person, post: 'VICE_PRINCIPAL', startsOn: '2021-01-01' },
    }),
  },
  endAppointment: {
    query: input('endAppointment', 'EndAppointmentInput'),
    variables: ({ Appointment }) => ({
      input: { id: Appointment, expectedVersion: 1, endsOn: '2024-01-01', reason: 'x' },
    }),
  },
  correctAppointment: {
    query: input('correctAppointment', 'CorrectAppointmentInput'),
    variables: ({ Appointment }) => ({ input: { id: Appointment, expectedVersion: 1, reason: 'x', remark: 'x' } }),
  },
  cancelAppointment: {
    query: input('cancelAppointment', 'CancelAppointmentInput'),
    variables: ({ Appointment }) => ({ input: { id: Appointment, expectedVersion: 1, reason: 'x' } }),
  },
  requestDeparture: {
    query: input('requestDeparture', 'RequestDepartureInput'),
    variables: ({ School }) => ({ input: { schoolId: School, checkId: 'STF-2', reason: 'x' } }),
    asSchool: true,
  },
  approveDeparture: {
    query: input('approveDeparture', 'ApproveDepartureInput'),
    variables: ({ StaffingDeparture }) => ({
      input: {
        id: StaffingDeparture,
        expectedVersion: 1,
        approver: 'x',
        approvedOn: '2024-01-02',
        reviewOn: '2030-01-01',
      },
    }),
  },
  withdrawDeparture: {
    query: input('withdrawDeparture', 'WithdrawDepartureInput'),
    variables: ({ StaffingDeparture }) => ({
      input: { id: StaffingDeparture, expectedVersion: 1, withdrawnOn: '2024-01-02', reason: 'x' },
    }),
  },
  setRolloutState: {
    query: input('setRolloutState', 'SetRolloutStateInput'),
    variables: ({ School }) => ({
      input: { schoolId: School, expectedVersion: 1, state: 'PREPARING', effectiveOn: '2024-01-01' },
    }),
  },
  fixImportRow: {
    query: on('fixImportRow', '$batch: ID!, $row: ID!', 'batchId: $batch, rowId: $row, edits: { name: "x" }'),
    variables: ({ ImportBatch, ImportRow }) => ({ batch: ImportBatch, row: ImportRow }),
  },
  supersedeAttachment: {
    query: input('supersedeAttachment', 'SupersedeAttachmentInput'),
    variables: ({ Attachment }) => ({ input: { id: Attachment, reason: 'x', expectedVersion: 2 } }),
  },
  markRead: {
    query: on('markRead', '$ids: [ID!]', 'ids: $ids', ''),
    variables: ({ Notification }) => ({ ids: [Notification] }),
  },
  confirmImport: {
    query: on('confirmImport', '$id: ID!', 'batchId: $id, expectedVersion: 1'),
    variables: ({ ImportBatch }) => ({ id: ImportBatch }),
  },
  cancelImport: {
    query: on('cancelImport', '$id: ID!', 'batchId: $id, expectedVersion: 1'),
    variables: ({ ImportBatch }) => ({ id: ImportBatch }),
  },
  undoImport: {
    query: on('undoImport', '$id: ID!', 'batchId: $id, expectedVersion: 1, reason: "x"'),
    variables: ({ ImportBatch }) => ({ id: ImportBatch }),
  },
  grantRole: {
    query: input('grantRole', 'GrantRoleInput'),
    variables: ({ School }) => ({
      input: {
        username: 'nobody',
        role: 'SchoolClerk',
        schoolId: School,
        validFrom: '2030-01-01',
        validTo: '2031-01-01',
        reason: 'x',
      },
    }),
  },
  revokeRole: {
    query: on('revokeRole', '$id: ID!', 'grantId: $id, reason: "x"', ''),
    variables: ({ Grant }) => ({ id: Grant }),
  },
  ...TOPIC_ATTEMPTS,
  ...MEETING_ATTEMPTS,
  ...DECISION_ATTEMPTS,
};

/** exportReport takes a tenant as a filter: of another county it is the report of nothing (T-11). */
export const BY_FILTER = ['exportReport'];

export const idsOf = (county: County): Ids => ({ ...county.ids, Grant: county.grant });
export const unknownIds = (ids: Ids): Ids =>
  Object.fromEntries(Object.entries(ids).map(([type, id]) => [type, unknownLike(id)]));
