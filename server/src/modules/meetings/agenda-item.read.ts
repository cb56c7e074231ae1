import { ID_PREFIXES } from '@zhixiao/domain';
import {
  bool,
  day,
  instant,
  int,
  key,
  many,
  objects,
  one,
  readModel,
  text,
  textArray,
} from '../../platform/read/index.js';
import { checksOf } from '../topics/index.js';

/** What was said and voted is shown inside its item only, whose rule says who reads it. */
const inside = { subject: 'Meeting', scope: { tenantId: 'tenant_id', schoolId: 'school_id' } } as const;

const opinion = readModel('ItemOpinion', {
  table: 'item_opinion',
  ...inside,
  fields: {
    personId: key(ID_PREFIXES.Person, 'person_id'),
    personName: text('person_name'),
    stance: text('stance'),
    text: text('text'),
    byOwnAccount: bool('by_own_account'),
    statedOnPaper: bool('stated_on_paper'),
    confirmedAt: instant(
      (row) =>
        `(SELECT c.confirmed_at FROM opinion_confirmation c WHERE c.tenant_id = ${row}.tenant_id AND c.opinion_id = ${row}.id)`,
    ),
    recordedByName: text('recorded_by_name'),
  },
});

const recusal = readModel('ItemRecusal', {
  table: 'item_recusal',
  ...inside,
  where: (row) => `${row}.withdrawn_at IS NULL`,
  fields: {
    personId: key(ID_PREFIXES.Person, 'person_id'),
    personName: text('person_name'),
    reason: text('reason'),
    stayed: bool('stayed'),
  },
});

const ballot = readModel('ItemBallot', {
  table: 'item_ballot',
  ...inside,
  fields: {
    personId: key(ID_PREFIXES.Person, 'person_id'),
    personName: text('person_name'),
    choice: text('choice'),
  },
});

/** A personnel or secret item, until its decision is published. */
export const isRestrictedItem = (row: string): string =>
  `(${row}.restricted AND NOT EXISTS (SELECT 1 FROM item_publication p WHERE p.tenant_id = ${row}.tenant_id AND p.item_id = ${row}.id))`;

/** The account that asks, where its person sits in the meeting that prepares the matter. */
const concernedAccount = (row: string): string =>
  `(SELECT l.account_id FROM account_person l WHERE l.tenant_id = ${row}.tenant_id AND l.person_id = ANY (${row}.concerned_ids)
    AND l.account_id = NULLIF(current_setting('app.account_id', true), '')::uuid LIMIT 1)`;

const item = readModel('AgendaItem', {
  table: 'agenda_item',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id', restricted: isRestrictedItem, accountId: concernedAccount },
  where: (row) => `${row}.removed_at IS NULL`,
  fields: {
    id: key(ID_PREFIXES.AgendaItem),
    meetingId: key(ID_PREFIXES.Meeting, 'meeting_id'),
    topicId: key(ID_PREFIXES.Topic, 'topic_id'),
    topic: one('Topic', { id: 'topic_id' }),
    meeting: one('Meeting', { id: 'meeting_id' }),
    position: int('position'),
    kind: text('kind'),
    title: text('title'),
    matterCode: text('matter_code'),
    restricted: bool(isRestrictedItem, { nonNull: true }),
    presenterName: text('presenter_name'),
    leadName: text('lead_name'),
    startedAt: instant('started_at'),
    decidedAt: instant('decided_at'),
    decidedByName: text('decided_by_name'),
    quorumCheck: text('quorum_check'),
    expected: int('expected'),
    present: int('present'),
    needed: int('needed'),
    quorumMet: bool('quorum_met'),
    absentNames: textArray('absent_names'),
    entitled: int('entitled'),
    votesNeeded: int('votes_needed'),
    mayDecide: bool('may_decide'),
    allowedResults: textArray('allowed_results'),
    findings: objects('MeetingFinding', {
      column: 'findings',
      fields: ['checkId', 'outcome', 'severity', 'clause', 'params', 'blocks'],
    }),
    checks: checksOf('ITEM'),
    voteForm: text('vote_form'),
    votesFor: int('votes_for'),
    votesAgainst: int('votes_against'),
    votesAbstained: int('votes_abstained'),
    tellers: textArray('tellers'),
    result: text('result'),
    makesDecision: bool('makes_decision'),
    decidedThrough: text('decided_through'),
    chairSpokeLast: bool('chair_spoke_last'),
    discussion: text('discussion'),
    conclusion: text('conclusion'),
    responsible: text('responsible'),
    dueOn: day('due_on'),
    opinions: many('ItemOpinion', { item_id: 'id' }, { order: ['id'], max: 300 }),
    recusals: many('ItemRecusal', { item_id: 'id' }, { order: ['id'], max: 100 }),
    ballots: many('ItemBallot', { item_id: 'id' }, { order: ['id'], max: 300 }),
    version: int('version'),
  },
});

export const itemModels = [item, opinion, recusal, ballot];
