import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** One meeting of a school with a row of every part of its record. */
export async function fillMeeting(client: pg.Client, tenantId: number, schoolId: string): Promise<void> {
  const [meeting, item, opinion, by] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const insert = (columns: string, values: string, id: string = randomUUID()): Promise<unknown> =>
    client.query(
      `INSERT INTO ${columns.replace('(', '(tenant_id, id, school_id, created_by, ')} VALUES ($1, $2, $3, $4, ${values})`,
      [...[tenantId, id, schoolId, by]],
    );
  await insert(
    'meeting (kind, title, held_on, year, starts_at, state, created_by_name)',
    `'PARTY_ORG', 'x', '2024-01-01', 2024, now(), 'DRAFT', 'x'`,
    meeting,
  );
  const part = (columns: string, values: string, id?: string): Promise<unknown> =>
    insert(columns.replace('(', '(meeting_id, '), `'${meeting}', ${values}`, id);
  await part(
    'meeting_delegation (from_id, from_name, to_id, to_name, reason, given_on)',
    `$4, 'x', $4, 'x', 'x', '2024-01-01'`,
  );
  await part('attendance (person_name, capacity)', `'x', 'MEMBER'`);
  await part('agenda_item (position, kind, title)', `1, 'STUDY', 'x'`, item);
  const whose = `'${item}', $4, 'x'`;
  await part('item_recusal (item_id, person_id, person_name, reason, recorded_by_name)', `${whose}, 'x', 'x'`);
  await part(
    'item_opinion (item_id, person_id, person_name, stance, by_own_account, recorded_by_name)',
    `${whose}, 'AGREE', true, 'x'`,
    opinion,
  );
  await part('item_ballot (item_id, person_id, person_name, choice)', `${whose}, 'FOR'`);
  await part('record_correction (text, reason, signed_by_id, signed_by_name)', `'x', 'x', $4, 'x'`);
  const values = [tenantId, opinion, schoolId, by];
  await client.query(
    'INSERT INTO opinion_confirmation (tenant_id, opinion_id, school_id, confirmed_by) VALUES ($1, $2, $3, $4)',
    values,
  );
  await client.query(
    'INSERT INTO item_publication (tenant_id, item_id, school_id, published_by) VALUES ($1, $2, $3, $4)',
    [...[tenantId, item, schoolId, by]],
  );
}
