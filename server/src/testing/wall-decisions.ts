import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A decision of the school's meeting with a row of every part, and an emergency action. */
export async function fillDecision(client: pg.Client, tenantId: number, schoolId: string): Promise<void> {
  const [decision, task, by] = [randomUUID(), randomUUID(), randomUUID()];
  const { rows } = await client.query<{ id: string; meeting_id: string }>(
    'SELECT id, meeting_id FROM agenda_item WHERE tenant_id = $1 AND school_id = $2 LIMIT 1',
    [tenantId, schoolId],
  );
  const insert = (columns: string, values: string, id: string = randomUUID()): Promise<unknown> =>
    client.query(
      `INSERT INTO ${columns.replace('(', '(tenant_id, id, school_id, created_by, ')} VALUES ($1, $2, $3, $4, ${values})`,
      [tenantId, id, schoolId, by],
    );
  await insert(
    `decision (meeting_id, item_id, number, year, seq, body, title, text, result, confidentiality, disclosure, decided_on, entered_afterwards, state)`,
    `'${rows[0]?.meeting_id}', '${rows[0]?.id}', 'x', 2024, 1, 'PARTY_ORG', 'x', 'x', 'APPROVED', 'PUBLIC', 'NONE', '2024-01-01', true, 'IN_FORCE'`,
    decision,
  );
  await insert(
    'decision_task (decision_id, title, owner_id, owner_name, assigned_on, assigned_by_name, state, person_ids)',
    `'${decision}', 'x', $4, 'x', '2024-01-01', 'x', 'ASSIGNED', ARRAY[$4::uuid]`,
    task,
  );
  await insert('task_role (task_id, role, person_id, person_name)', `'${task}', 'IMPLEMENT', $4, 'x'`);
  await insert(
    'task_report (task_id, kind, reported_on, by_name, recorded_by_name, percent, text)',
    `'${task}', 'PROGRESS', '2024-01-01', 'x', 'x', 1, 'x'`,
  );
  await insert(
    'execution_report (decision_id, reported_on, reported_by_id, reported_by_name, recorded_by_name, text)',
    `'${decision}', '2024-01-01', $4, 'x', 'x', 'x'`,
  );
  await insert(
    'emergency_action (body, title, text, reason, taken_on, taken_by_id, taken_by_name, taken_by_post, state)',
    `'PARTY_ORG', 'x', 'x', 'x', '2024-01-01', $4, 'x', 'SECRETARY', 'TAKEN'`,
  );
}
