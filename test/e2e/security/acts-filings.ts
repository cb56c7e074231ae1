import { randomUUID } from 'node:crypto';
import { givenSchool } from '../../support/schools.js';
import { DANZHAI } from '../../support/world.js';
import { DECISION_ATTEMPTS } from './attempts-decisions.js';
import { MEETING_ATTEMPTS } from './attempts-meetings.js';
import { TOPIC_ATTEMPTS } from './attempts-topics.js';
import { act, call, scene } from './scene.js';

/** What only a school's people do; what each leaves is tried where topics, rules, meetings and decisions are. */
export const BY_SCHOOLS = Object.keys({ ...TOPIC_ATTEMPTS, ...MEETING_ATTEMPTS, ...DECISION_ATTEMPTS }).filter(
  (name) => name !== 'reviewRules',
);

/** A version that waits for its review. */
async function submittedRules(): Promise<string> {
  const [{ id: schoolId }, id] = [await givenSchool(scene.admin), randomUUID()];
  await scene.world.sql(
    `INSERT INTO rules_of_procedure (tenant_id, id, school_id, meeting_kind, number, status, fields, adopted_on, submitted_on,
       submitted_by_account, created_by, created_by_name)
     VALUES ($1, $2, $3, 'PARTY_ORG', 1, 'SUBMITTED', '{}', '2024-01-01', '2024-01-02', $2, $2, 'x')`,
    [DANZHAI, id, schoolId.split('_')[2]],
  );
  return `L_${DANZHAI}_${id}`;
}

act(
  'reviewRules',
  ['rules.returned'],
  call('reviewRules', 'ReviewRulesInput', async () => ({
    ...{ id: await submittedRules(), expectedVersion: 1, result: 'RETURN', opinion: '请补充' },
  })),
  { changes: true },
);
const layer = (code: string): object => ({ code, expectedVersion: 0, priorConsultation: true, reason: '从严' });
act(
  'setMatterType',
  ['matter-type.set'],
  call('setMatterType', 'SetMatterTypeInput', async () => ({ ...layer('HOME_SCHOOL_LINK') })),
);
act(
  'dropMatterTypeLayer',
  ['matter-type.dropped'],
  call('dropMatterTypeLayer', 'DropMatterTypeLayerInput', async () => {
    await scene.admin.ask('mutation S($input: SetMatterTypeInput!) { setMatterType(input: $input) { code } }', {
      input: layer('LOGISTICS_SAFETY_DAILY'),
    });
    return { code: 'LOGISTICS_SAFETY_DAILY', expectedVersion: 1, reason: '不再要求' };
  }),
);
