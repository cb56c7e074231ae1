import { randomUUID } from 'node:crypto';
import type { World } from './world.js';

export const TOPIC_NODES = ['RulesOfProcedure', 'Topic', 'TopicRecord', 'Consultation'] as const;
export type TopicNode = (typeof TOPIC_NODES)[number];

/** Columns of topics and filings that hold words of closed lists, or codes. */
export const TOPIC_WORDS = [
  ...['meeting_kind', 'item_kind', 'matter_code', 'category', 'decider', 'confidentiality', 'consultation_status'],
  ...['consulted_side', 'confirmed_as', 'proposer_post', 'to_post', 'side', 'opinion', 'channel', 'audience'],
  ...['severity', 'clause', 'matter_type_layer.code'],
];

interface Place {
  readonly tenant: number;
  readonly mark: string;
  /** opaque */
  readonly school: string;
}

/** A topic with all that hangs on it, the school's rules and a layer of the catalogue, all texts beginning with the mark. */
export async function insertTopics(world: World, { tenant, mark, school }: Place): Promise<Record<TopicNode, string>> {
  const [rules = '', topic = '', record = '', round = ''] = Array.from({ length: 4 }, () => randomUUID());
  const account = randomUUID();
  const json = JSON.stringify({ text: `${mark}-json`, nameZh: `${mark}-类别` });
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const all = { tenant_id: tenant, ...row };
    const names = Object.keys(all);
    const values = names.map((_, i) => `$${i + 1}`).join(', ');
    await world.sql(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, Object.values(all));
  };
  const school_id = school.split('_').at(-1);
  const by = { created_by: account, created_by_name: `${mark}-某` };
  const catalogue = { code: 'CANARY', adds: false, patch: JSON.stringify({ code: 'CANARY' }), reason: `${mark}-理由` };
  await insert('matter_type_layer', { id: randomUUID(), ...catalogue, document_no: `${mark}-文`, ...by });
  await insert('rules_of_procedure', {
    ...{ id: rules, school_id, meeting_kind: 'PARTY_ORG', number: 1, status: 'FILED', fields: JSON.stringify(RULES) },
    ...{ adopted_on: '2024-01-01', submitted_by_account: account, filing_no: `${mark}-备`, filed_on: '2024-02-01' },
    ...{ valid: '[2024-02-01,)', ...by },
  });
  await insert('topic', {
    ...{
      id: topic,
      school_id,
      meeting_kind: 'PARTY_ORG',
      item_kind: 'DECISION',
      title: `${mark}-议题`,
      body: `${mark}-事由`,
    },
    ...{ matter_code: 'PARTY_ANNUAL_PLAN', matter: json, category: 'PARTY_BUILDING', decider: 'PARTY_MEETING' },
    ...{ confidentiality: 'INTERNAL', state: 'PROPOSED', ...by },
  });
  const said = { kind: 'PROPOSAL', held_on: '2024-03-01', result: `${mark}-结果`, participant_names: [`${mark}-人`] };
  const signed = JSON.stringify([{ personName: `${mark}-签`, post: 'PRINCIPAL', signedOn: '2024-03-01' }]);
  await insert('topic_record', {
    ...{ id: record, school_id, topic_id: topic, ...said, signatures: signed, recorded_by_name: `${mark}-记` },
    ...{ created_by: account },
  });
  await insert('consultation', {
    ...{ id: round, school_id, topic_id: topic, round: 1, side: 'PRINCIPAL', to_person_id: account },
    ...{ to_person_name: `${mark}-校长`, to_post: 'PRINCIPAL', asked_by: account, asked_by_name: `${mark}-问` },
  });
  await insert('procedural_departure', {
    ...{
      id: randomUUID(),
      school_id,
      subject_type: 'TOPIC',
      subject_id: topic,
      check_id: 'PM-10',
      reason: `${mark}-因`,
    },
    ...{ requested_on: '2024-03-01', requested_by: account, requested_by_name: `${mark}-请` },
    ...{ approved_on: '2024-03-02', approved_by: account, approved_by_name: `${mark}-准` },
  });
  await insert('check_outcome', {
    ...{ id: randomUUID(), school_id, subject_type: 'TOPIC', subject_id: topic, check_id: 'PM-2', outcome: 'PASS' },
    ...{ severity: 'HARD', clause: '五', params: json, evaluated_by: account },
  });
  const id = (letter: string, uuid: string): string => `${letter}_${tenant}_${uuid}`;
  return {
    RulesOfProcedure: id('L', rules),
    Topic: id('Q', topic),
    TopicRecord: id('K', record),
    Consultation: id('C', round),
  };
}

/** Rules as schools commonly write them. */
const RULES = {
  ...{ meetingKind: 'PARTY_ORG', frequency: { every: 1, unit: 'MONTH' }, noticeDays: 2, topicFormDays: 2 },
  openingQuorum: { numerator: 1, denominator: 2, over: false },
  importantQuorum: { numerator: 2, denominator: 3, over: false },
  pass: { base: 'EXPECTED', share: { numerator: 1, denominator: 2, over: true } },
  ...{ recusedCountAsPresent: true, usualVoteForm: 'SHOW_OF_HANDS', cadreVoteForm: 'SECRET_BALLOT', itemByItem: true },
  ...{ chairSpeaksLast: true, firstTopic: true, memberInChargePresent: true, recusal: true },
  ...{ unscheduledMotions: 'WITH_REASON', chairDelegation: 'RECORDED', writtenOpinions: true, emergencyAction: true },
  ...{ adminTeamPosts: [], largeAmounts: [], matters: [], signatures: true, executionReportsPerSemester: 1 },
};
