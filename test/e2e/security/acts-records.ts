import { randomUUID } from 'node:crypto';
import { attached } from '../../support/documents.js';
import { givenPerson, givenSchool } from '../../support/schools.js';
import { DANZHAI } from '../../support/world.js';
import { act, call, scene } from './scene.js';

const organization = { name: '支部', orgType: 'BRANCH', hasCommittee: true, fullMembers: 9, effectiveOn: '2015-09-01' };
let serial = 0;
const year = new Date().getFullYear();

export async function appointed(startsOn = '2020-09-01'): Promise<{ id: string; schoolId: string; personId: string }> {
  const [{ id: schoolId }, personId] = [await givenSchool(scene.admin), await givenPerson(scene.admin, '某人')];
  const made = await scene.admin.ask<{ appoint: { appointment: { id: string } } }>(
    'mutation A($input: AppointInput!) { appoint(input: $input) { appointment { id } } }',
    { input: { schoolId, personId, post: 'SECRETARY', startsOn } },
  );
  return { id: made.appoint.appointment.id, schoolId, personId };
}

async function departure(): Promise<string> {
  const { schoolId } = await appointed();
  const id = randomUUID();
  await scene.world.sql(
    `INSERT INTO staffing_departure (tenant_id, id, school_id, check_id, reason, status, requested_on, requested_by, requested_by_account)
     VALUES ($1, $2, $3, 'STF-2', '原因', 'PENDING', '2024-01-01', '某', $4)`,
    [DANZHAI, id, schoolId.split('_')[2], randomUUID()],
  );
  return `D_${DANZHAI}_${id}`;
}

act(
  'createSchool',
  ['organization.created', 'school.created'],
  call('createSchool', 'SchoolInput', async () => ({
    code: `n${(serial += 1)}`,
    name: '新校',
    stage: 'PRIMARY',
    openedOn: '2015-09-01',
    organization,
  })),
);
act(
  'changeSchool',
  ['school.changed'],
  async () => {
    const { id, version } = await givenSchool(scene.admin);
    return scene.admin.send(
      'mutation C($id: ID!, $v: Int!, $input: SchoolChangeInput!) { changeSchool(id: $id, expectedVersion: $v, input: $input) { id } }',
      { id, v: version, input: { town: '新镇', effectiveOn: '2024-01-01', reason: '区划调整' } },
    );
  },
  { changes: true },
);
act(
  'changeOrganization',
  ['organization.changed'],
  async () => {
    const { id, version } = await givenSchool(scene.admin);
    return scene.admin.send(
      'mutation C($id: ID!, $v: Int!, $input: OrganizationInput!) { changeOrganization(schoolId: $id, expectedVersion: $v, input: $input) { id } }',
      { id, v: version, input: { ...organization, fullMembers: 15, effectiveOn: '2024-01-01', reason: '党员增加' } },
    );
  },
  { changes: true },
);
act('linkOrganization', ['organization.leads'], async () => {
  const query = 'query O($id: ID!) { school(id: $id) { organization { id } } }';
  const [leading, led] = [await givenSchool(scene.admin), await givenSchool(scene.admin)];
  const { school } = await scene.admin.ask<{ school: { organization: { id: string } } }>(query, { id: leading.id });
  return scene.admin.send(
    'mutation L($id: ID!, $v: Int!, $input: LinkOrganizationInput!) { linkOrganization(schoolId: $id, expectedVersion: $v, input: $input) { id } }',
    {
      id: led.id,
      v: led.version,
      input: { organizationId: school.organization.id, effectiveOn: '2024-01-01', reason: '组建联合党支部' },
    },
  );
});
act('unlinkOrganization', ['organization.left'], async () => {
  const { id, version } = await givenSchool(scene.admin);
  return scene.admin.send(
    'mutation U($id: ID!, $v: Int!, $input: UnlinkOrganizationInput!) { unlinkOrganization(schoolId: $id, expectedVersion: $v, input: $input) { id } }',
    { id, v: version, input: { effectiveOn: '2024-01-01', reason: '撤销' } },
  );
});
act(
  'createPerson',
  ['person.created'],
  call('createPerson', 'PersonInput', async () => ({ name: '新人', membership: 'FULL' })),
);
act(
  'changePerson',
  ['person.changed'],
  async () => {
    const id = await givenPerson(scene.admin, '旧名');
    return scene.admin.send(
      'mutation C($id: ID!, $input: PersonInput!) { changePerson(id: $id, expectedVersion: 1, input: $input, reason: "更正") { id } }',
      { id, input: { name: '新名', membership: 'FULL' } },
    );
  },
  { changes: true },
);
act(
  'appoint',
  ['appointment.made'],
  call('appoint', 'AppointInput', async () => ({
    schoolId: (await givenSchool(scene.admin)).id,
    personId: await givenPerson(scene.admin, '某人'),
    post: 'PRINCIPAL',
    startsOn: '2020-09-01',
  })),
);
act(
  'endAppointment',
  ['appointment.ended'],
  call('endAppointment', 'EndAppointmentInput', async () => ({
    id: (await appointed()).id,
    expectedVersion: 1,
    endsOn: '2024-01-01',
    reason: '调任',
  })),
  { changes: true },
);
act(
  'cancelAppointment',
  ['appointment.cancelled'],
  call('cancelAppointment', 'CancelAppointmentInput', async () => ({
    id: (await appointed(`${year + 1}-09-01`)).id,
    expectedVersion: 1,
    reason: '不再任命',
  })),
  { changes: true },
);
act(
  'correctAppointment',
  ['appointment.corrected', 'appointment.made'],
  call('correctAppointment', 'CorrectAppointmentInput', async () => ({
    id: (await appointed()).id,
    expectedVersion: 1,
    documentNo: '新文号',
    reason: '录入有误',
  })),
);
act(
  'approveDeparture',
  ['departure.approved'],
  call('approveDeparture', 'ApproveDepartureInput', async () => ({
    id: await departure(),
    expectedVersion: 1,
    approver: '教工委',
    approvedOn: '2024-02-01',
    reviewOn: '2030-01-01',
  })),
  { changes: true },
);
act(
  'withdrawDeparture',
  ['departure.withdrawn'],
  call('withdrawDeparture', 'WithdrawDepartureInput', async () => ({
    id: await departure(),
    expectedVersion: 1,
    withdrawnOn: '2024-02-01',
    reason: '不再需要',
  })),
  { changes: true },
);
act(
  'supersedeAttachment',
  ['attachment.superseded'],
  call('supersedeAttachment', 'SupersedeAttachmentInput', async () => {
    const { id } = await attached(scene.admin, { subject: (await givenSchool(scene.admin)).id });
    return { id, reason: '传错', expectedVersion: 1 };
  }),
  { changes: true },
);
// to have read what one was told is no act upon anything
act('markRead', [], () => scene.admin.send('mutation M { markRead }'));
act(
  'setNotificationPreference',
  ['preference.changed'],
  call('setNotificationPreference', 'NotificationPreferenceInput', async () => ({
    ...{ email: 'admin@danzhai.example', mail: false, digest: true, expectedVersion: 0 },
  })),
  { changes: true },
);
act(
  'setRolloutState',
  ['rollout.set'],
  call('setRolloutState', 'SetRolloutStateInput', async () => {
    const { id, version } = await givenSchool(scene.admin);
    return { schoolId: id, expectedVersion: version, state: 'SURVEYED', effectiveOn: '2024-01-01' };
  }),
);
