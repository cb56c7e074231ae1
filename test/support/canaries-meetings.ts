import { randomUUID } from 'node:crypto';
import type { World } from './world.js';

export const MEETING_NODES = ['Meeting', 'AgendaItem', 'Attendance'] as const;
export type MeetingNode = (typeof MEETING_NODES)[number];

/** Columns of meetings that hold words of closed lists. */
export const MEETING_WORDS = [
  ...['capacity', 'not_held_reason', 'chair_post', 'quorum_check', 'vote_form', 'result', 'decided_through'],
  ...['stance', 'choice'],
];

interface Place {
  readonly tenant: number;
  readonly mark: string;
  /** opaque */
  readonly school: string;
}

/** A meeting with every part that its record may have, all texts beginning with the mark. */
export async function insertMeeting(
  world: World,
  { tenant, mark, school }: Place,
): Promise<Record<MeetingNode, string>> {
  const [meeting = '', item = '', attendance = '', opinion = '', by = ''] = Array.from({ length: 5 }, () =>
    randomUUID(),
  );
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const all = { tenant_id: tenant, school_id: school.split('_').at(-1), ...row };
    const names = Object.keys(all);
    const values = names.map((_, i) => `$${i + 1}`).join(', ');
    await world.sql(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, Object.values(all));
  };
  const finding = {
    checkId: 'PM-4',
    outcome: 'FAIL',
    severity: 'HARD',
    clause: '五',
    params: { absent: [`${mark}-缺`] },
    blocks: true,
  };
  const live = { absent_names: [`${mark}-缺`], findings: JSON.stringify([finding]) };
  await insert('meeting', {
    ...{ id: meeting, kind: 'PARTY_ORG', title: `${mark}-会议`, held_on: '2024-03-05', year: 2024, number: 1 },
    ...{ starts_at: '2024-03-05T07:00:00Z', place: `${mark}-地点`, state: 'OPEN', opened_at: '2024-03-05T07:00:00Z' },
    ...{ created_by: by, created_by_name: `${mark}-某`, ...live },
  });
  const part = (table: string, row: Readonly<Record<string, unknown>>, id: string = randomUUID()): Promise<void> =>
    insert(table, { id, meeting_id: meeting, created_by: by, ...row });
  await part('meeting_delegation', {
    ...{
      from_id: by,
      from_name: `${mark}-甲`,
      to_id: by,
      to_name: `${mark}-乙`,
      reason: `${mark}-因`,
      given_on: '2024-03-01',
    },
  });
  await part('attendance', { person_id: by, person_name: `${mark}-到`, capacity: 'MEMBER' }, attendance);
  await part(
    'agenda_item',
    {
      ...{ position: 1, kind: 'STUDY', title: `${mark}-议程`, discussion: `${mark}-讨论`, conclusion: `${mark}-结论` },
      ...{ tellers: [`${mark}-监`], ...live },
    },
    item,
  );
  const whose = { item_id: item, person_id: by, person_name: `${mark}-人` };
  await part('item_recusal', { ...whose, reason: `${mark}-避`, recorded_by_name: `${mark}-记` });
  await part(
    'item_opinion',
    {
      ...{ ...whose, stance: 'AGREE', text: `${mark}-言`, by_own_account: false, recorded_by_name: `${mark}-记` },
    },
    opinion,
  );
  await part('item_ballot', { ...whose, choice: 'FOR' });
  await part('record_correction', {
    text: `${mark}-正`,
    reason: `${mark}-由`,
    signed_by_id: by,
    signed_by_name: `${mark}-签`,
  });
  await insert('opinion_confirmation', { opinion_id: opinion, confirmed_by: by });
  await insert('item_publication', { item_id: item, published_by: by });
  const id = (letter: string, uuid: string): string => `${letter}_${tenant}_${uuid}`;
  return { Meeting: id('M', meeting), AgendaItem: id('W', item), Attendance: id('X', attendance) };
}
