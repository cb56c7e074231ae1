import { meetingFacts, topicFacts } from './inside.mjs';

/**
 * All that the checks of a meeting ask, by hand in one statement: the meeting with its parts, its topics with their preparation,
 * who sits where, the rules, what is departed from. $1 tenant, $2 item.
 */
const json = (row, columns) =>
  `json_build_object(${columns.map((one) => `'${one.replace(/_([a-z])/g, (_, c) => c.toUpperCase())}', ${row}.${one}`).join(', ')})`;
const all = (object, from) => `(SELECT COALESCE(json_agg(${object}), '[]') FROM ${from})`;
const ordered = (object, order) => `${object} ORDER BY ${order}`;

const delegation = `(SELECT ${json('d', ['from_id', 'from_name', 'to_id', 'to_name'])} FROM meeting_delegation d
  WHERE d.tenant_id = $1 AND d.meeting_id = m.id AND d.ended_at IS NULL)`;
const attendance = all(
  `json_build_object('id', a.id, 'personId', a.person_id, 'personName', a.person_name, 'capacity', a.capacity, 'status', a.status,
    'reason', a.reason, 'spans', a.spans, 'removed', a.removed_at IS NOT NULL) ORDER BY a.id`,
  'attendance a WHERE a.tenant_id = $1 AND a.meeting_id = m.id',
);
const recusals = all(
  json('r', ['person_id', 'person_name', 'stayed']),
  'item_recusal r WHERE r.tenant_id = $1 AND r.item_id = i.id AND r.withdrawn_at IS NULL',
);
const opinions = all(json('o', ['person_id', 'stance']), 'item_opinion o WHERE o.tenant_id = $1 AND o.item_id = i.id');
const ballots = all(json('b', ['person_id', 'choice']), 'item_ballot b WHERE b.tenant_id = $1 AND b.item_id = i.id');
const ITEM = [
  ...[
    'id',
    'topic_id',
    'position',
    'kind',
    'title',
    'restricted',
    'concerned_ids',
    'implements_decision_id',
    'stated_present',
  ],
  ...[
    'vote_form',
    'votes_for',
    'votes_against',
    'votes_abstained',
    'tellers',
    'result',
    'decided_through',
    'chair_spoke_last',
  ],
  ...['not_done', 'responsible', 'due_on', 'version'],
];
const items = all(
  ordered(
    `${json('i', ITEM).slice(0, -1)}, 'recusals', ${recusals}, 'opinions', ${opinions}, 'ballots', ${ballots})`,
    'i.position, i.id',
  ),
  'agenda_item i WHERE i.tenant_id = $1 AND i.meeting_id = m.id AND i.removed_at IS NULL',
);
const records = all(
  ordered(
    json('r', [
      ...[
        'id',
        'kind',
        'held_on',
        'channel',
        'audience',
        'approved',
        'agreed',
        'signatures',
        'participant_ids',
        'participant_names',
      ],
    ]),
    'r.held_on, r.id',
  ),
  'topic_record r WHERE r.tenant_id = $1 AND r.topic_id = t.id AND r.superseded_at IS NULL',
);
const rounds = all(
  `json_build_object('round', c.round, 'side', c.side, 'toPersonId', c.to_person_id, 'toPersonName', c.to_person_name, 'opinion', c.opinion,
    'answeredOn', c.answered_on, 'statedOnPaper', c.stated_on_paper, 'confirmed', c.confirmed_at IS NOT NULL,
    'changesAccepted', c.changes_accepted_at IS NOT NULL) ORDER BY c.round`,
  'consultation c WHERE c.tenant_id = $1 AND c.topic_id = t.id',
);
const TOPIC = [
  ...[
    'id',
    'meeting_kind',
    'item_kind',
    'title',
    'matter',
    'matter_code',
    'vital_interest',
    'audiences',
    'specialised',
    'two_thirds',
  ],
  ...[
    'important',
    'amount',
    'confidentiality',
    'restricted',
    'proposer_id',
    'proposer_name',
    'proposed_on',
    'lead_id',
    'lead_name',
    'state',
  ],
  ...[
    'returned_reason',
    'confirmed_by_id',
    'confirmed_by_name',
    'confirmed_as',
    'confirmed_on',
    'implements_decision_id',
  ],
  ...['reconsiders_decision_id', 'entered_afterwards', 'paper_on', 'not_done', 'concerned_ids', 'version'],
];
const topics = all(
  `${json('t', TOPIC).slice(0, -1)}, 'records', ${records}, 'rounds', ${rounds})`,
  `topic t WHERE t.tenant_id = $1 AND t.id IN (SELECT i.topic_id FROM agenda_item i WHERE i.tenant_id = $1 AND i.meeting_id = m.id
     AND i.removed_at IS NULL)`,
);
const school = `(SELECT json_build_object('scope', s.scope, 'fullMembers', s.full_members, 'hasCommittee', COALESCE(s.has_committee, s.org_type IS DISTINCT FROM 'JOINT_BRANCH'))
  FROM school_standing s WHERE s.tenant_id = $1 AND s.school_id = m.school_id AND s.valid_from <= m.held_on AND s.valid_to > m.held_on)`;
const seats = all(
  `json_build_object('from', lower(a.valid), 'to', upper(a.valid), 'personId', a.person_id, 'personName', a.person_name, 'post', a.post,
    'fullTime', a.full_time, 'acting', a.acting, 'membership', p.membership, 'partyFullOn', p.party_full_on, 'portfolio', a.portfolio)
   ORDER BY a.post, a.valid, a.id`,
  `appointment a JOIN person p ON p.tenant_id = $1 AND p.id = a.person_id
   WHERE a.tenant_id = $1 AND a.school_id = m.school_id AND a.superseded_at IS NULL`,
);
const departures = all(
  `json_build_object('checkId', d.check_id, 'subjectId', CASE WHEN d.subject_type = 'MEETING' THEN NULL ELSE d.subject_id END,
    'requestedOn', d.requested_on, 'acceptedOn', d.approved_on)`,
  `procedural_departure d WHERE d.tenant_id = $1 AND d.school_id = m.school_id AND (d.subject_type <> 'MEETING' OR d.subject_id = m.id)`,
);
const rules = `(SELECT r.fields FROM rules_of_procedure r WHERE r.tenant_id = $1 AND r.school_id = m.school_id AND r.meeting_kind = m.kind
  AND r.adopted_on <= m.held_on ORDER BY r.filed_on <= m.held_on DESC NULLS LAST, r.number DESC LIMIT 1)`;
const MEETING = [
  ...[
    'id',
    'school_id',
    'kind',
    'year',
    'state',
    'chair_id',
    'chair_name',
    'delegated_by_id',
    'notice_on',
    'papers_on',
    'stated_expected',
  ],
  ...[
    'stated_present',
    'entered_afterwards',
    'not_done',
    'chair_signed_on',
    'recorder_signed_on',
    'held_on',
    'version',
  ],
];

export const FACTS = `SELECT ${json('m', MEETING)} AS meeting, ${delegation} AS delegation, ${attendance} AS attendance, ${items} AS items,
    ${topics} AS topics, ${school} AS school, ${seats} AS seats, ${departures} AS departures, ${rules} AS rules
  FROM agenda_item x JOIN meeting m ON m.tenant_id = $1 AND m.id = x.meeting_id WHERE x.tenant_id = $1 AND x.id = $2`;
export const LOCK = `SELECT m.id FROM agenda_item i JOIN meeting m ON m.tenant_id = $1 AND m.id = i.meeting_id
  WHERE i.tenant_id = $1 AND i.id = $2 AND i.removed_at IS NULL FOR UPDATE OF m`;
export const LOCK_TOPIC = `SELECT 1 AS ok FROM topic t WHERE t.tenant_id = $1 AND t.id = (SELECT i.topic_id FROM agenda_item i
  WHERE i.tenant_id = $1 AND i.id = $2) FOR UPDATE`;

/** What the rows say, as the domain takes it. */
export function readFacts(
  { meeting, delegation, attendance, items, topics, school, seats, departures, rules },
  itemId,
) {
  const stored = { ...meeting, delegation, attendance, items };
  const loaded = new Map(topics.map((row) => [row.id, { row, facts: topicFacts(row, new Map()) }]));
  const context = { school: { ...school, seats }, on: meeting.heldOn, recordMode: 'LIVE', rules, departures };
  const facts = meetingFacts(stored, context, loaded);
  return {
    ...{ stored, facts, loaded },
    item: items.find(({ id }) => id === itemId),
    itemFacts: facts.items.find((one) => one.itemId === itemId),
    current: items.find(({ result }) => result === null),
  };
}
