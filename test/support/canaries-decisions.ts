import { randomUUID } from 'node:crypto';
import type { World } from './world.js';

export const DECISION_NODES = ['Decision', 'DecisionTask', 'EmergencyAction'] as const;
export type DecisionNode = (typeof DECISION_NODES)[number];

/** Columns of decisions that hold words of closed lists. */
export const DECISION_WORDS = ['body', 'confidentiality', 'disclosure', 'role', 'taken_by_post'];

interface Place {
  readonly tenant: number;
  readonly mark: string;
  /** opaque */
  readonly school: string;
  readonly meeting: string;
  readonly item: string;
}

const uuidOf = (id: string): string => id.split('_').at(-1) ?? '';

/** A decision with every part that it may have, and an emergency action, all texts beginning with the mark. */
export async function insertDecisions(world: World, place: Place): Promise<Record<DecisionNode, string>> {
  const { tenant, mark } = place;
  const [decision = '', task = '', action = '', by = ''] = Array.from({ length: 4 }, () => randomUUID());
  const [meeting, item] = [uuidOf(place.meeting), uuidOf(place.item)];
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const all = { tenant_id: tenant, id: randomUUID(), school_id: uuidOf(place.school), created_by: by, ...row };
    const names = Object.keys(all);
    const values = names.map((_, i) => `$${i + 1}`).join(', ');
    await world.sql(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, Object.values(all));
  };
  await world.sql(
    `INSERT INTO decision_number (tenant_id, school_id, body, year, last) VALUES ($1, $2, 'PARTY_ORG', 2024, 1)`,
    [tenant, uuidOf(place.school)],
  );
  await insert('decision', {
    ...{
      id: decision,
      number: `${mark}-1号`,
      year: 2024,
      seq: 1,
      body: 'PARTY_ORG',
      meeting_id: meeting,
      item_id: item,
    },
    ...{
      title: `${mark}-决议`,
      text: `${mark}-决定`,
      result: 'APPROVED',
      confidentiality: 'PUBLIC',
      disclosure: 'PARTY',
    },
    ...{ decided_on: '2024-03-05', entered_afterwards: true, state: 'IN_FORCE', published_on: '2024-03-06' },
    published_where: `${mark}-栏`,
  });
  const person = { person_id: by, person_name: `${mark}-人` };
  await insert('decision_task', {
    ...{
      id: task,
      decision_id: decision,
      title: `${mark}-任务`,
      note: `${mark}-要求`,
      owner_id: by,
      owner_name: `${mark}-人`,
      person_ids: [by],
    },
    ...{ assigned_on: '2024-03-06', assigned_by_name: `${mark}-派`, state: 'IN_PROGRESS', due_on: '2024-04-01' },
  });
  await insert('task_role', { task_id: task, role: 'IMPLEMENT', ...person });
  const said = { text: `${mark}-进展`, recorded_by_name: `${mark}-记` };
  await insert('task_report', {
    ...{ task_id: task, kind: 'PROGRESS', reported_on: '2024-03-20', by_name: `${mark}-人`, percent: 10, ...said },
  });
  await insert('execution_report', {
    ...{
      decision_id: decision,
      reported_on: '2024-03-21',
      reported_by_id: by,
      reported_by_name: `${mark}-人`,
      ...said,
    },
  });
  await insert('emergency_action', {
    ...{ id: action, body: 'PARTY_ORG', title: `${mark}-处置`, text: `${mark}-情况`, reason: `${mark}-急` },
    ...{
      taken_on: '2024-03-01',
      taken_by_id: by,
      taken_by_name: `${mark}-人`,
      taken_by_post: 'SECRETARY',
      state: 'TAKEN',
    },
  });
  const id = (letter: string, uuid: string): string => `${letter}_${tenant}_${uuid}`;
  return { Decision: id('V', decision), DecisionTask: id('Y', task), EmergencyAction: id('Z', action) };
}
