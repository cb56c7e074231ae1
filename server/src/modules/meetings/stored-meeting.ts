import type {
  AttendanceCapacity,
  AttendanceStatus,
  CivilDate,
  DecisionForm,
  HeadPost,
  ItemKind,
  ItemResult,
  MeetingKind,
  MeetingState,
  PresenceSpan,
  Stance,
  VoteChoice,
  VoteForm,
} from '@zhixiao/domain';

/** One on the list of a meeting. */
export interface StoredAttendance {
  readonly id: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly post: string | null;
  readonly capacity: AttendanceCapacity;
  readonly status: AttendanceStatus | null;
  readonly reason: string | null;
  readonly spans: readonly PresenceSpan[];
  readonly removed: boolean;
  readonly version: number;
}

export interface StoredRecusal {
  readonly personId: string;
  readonly personName: string;
  readonly stayed: boolean;
}

export interface StoredOpinion {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly stance: Stance;
  readonly text: string;
  readonly byOwnAccount: boolean;
  readonly statedOnPaper: boolean;
}

export interface StoredItem {
  readonly id: string;
  readonly topicId: string | null;
  readonly position: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly matterCode: string | null;
  readonly restricted: boolean;
  /** its decision is published, so that it is restricted no more */
  readonly published: boolean;
  readonly concernedIds: readonly string[];
  readonly presenterName: string | null;
  readonly leadName: string | null;
  readonly implementsDecisionId: string | null;
  readonly startedAt: string | null;
  readonly statedPresent: number | null;
  readonly voteForm: VoteForm | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
  readonly tellers: readonly string[];
  readonly result: ItemResult | null;
  readonly decidedThrough: DecisionForm | null;
  readonly chairSpokeLast: boolean | null;
  readonly notDone: readonly string[];
  readonly discussion: string;
  readonly conclusion: string;
  readonly responsible: string | null;
  readonly dueOn: CivilDate | null;
  readonly version: number;
  readonly recusals: readonly StoredRecusal[];
  readonly opinions: readonly StoredOpinion[];
  readonly ballots: readonly { readonly personId: string; readonly personName: string; readonly choice: VoteChoice }[];
}

export interface StoredDelegation {
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string;
  readonly toName: string;
}

/** A meeting as it is recorded, with all its parts. */
export interface StoredMeeting {
  readonly tenantId: number;
  readonly id: string;
  readonly schoolId: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly heldOn: CivilDate;
  readonly year: number;
  readonly number: number | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  readonly state: MeetingState;
  readonly chairId: string | null;
  readonly chairName: string | null;
  readonly chairPost: HeadPost | null;
  readonly delegatedById: string | null;
  readonly recorderName: string | null;
  readonly noticeOn: CivilDate | null;
  readonly papersOn: CivilDate | null;
  readonly statedExpected: number | null;
  readonly statedPresent: number | null;
  readonly enteredAfterwards: boolean;
  readonly notDone: readonly string[];
  readonly chairSignedOn: CivilDate | null;
  readonly chairSignedBy: string | null;
  readonly chairSignedName: string | null;
  readonly recorderSignedOn: CivilDate | null;
  readonly recorderSignedBy: string | null;
  readonly recorderSignedName: string | null;
  readonly minutesNo: string | null;
  readonly version: number;
  readonly delegation: StoredDelegation | null;
  readonly attendance: readonly StoredAttendance[];
  readonly items: readonly StoredItem[];
}

const parts = (sql: string): string => `(SELECT COALESCE(json_agg(${sql}), '[]')`;

const ATTENDANCE = `${parts(`json_build_object('id', a.id, 'personId', a.person_id, 'personName', a.person_name, 'post', a.post,
    'capacity', a.capacity, 'status', a.status, 'reason', a.reason, 'spans', a.spans, 'removed', a.removed_at IS NOT NULL,
    'version', a.version) ORDER BY a.id`)}
  FROM attendance a WHERE a.tenant_id = m.tenant_id AND a.meeting_id = m.id)`;

const RECUSALS = `${parts(`json_build_object('personId', r.person_id, 'personName', r.person_name, 'stayed', r.stayed) ORDER BY r.id`)}
    FROM item_recusal r WHERE r.tenant_id = i.tenant_id AND r.item_id = i.id AND r.withdrawn_at IS NULL)`;

const OPINIONS = `${parts(`json_build_object('id', o.id, 'personId', o.person_id, 'personName', o.person_name, 'stance', o.stance,
    'text', o.text, 'byOwnAccount', o.by_own_account, 'statedOnPaper', o.stated_on_paper) ORDER BY o.id`)}
    FROM item_opinion o WHERE o.tenant_id = i.tenant_id AND o.item_id = i.id)`;

const BALLOTS = `${parts(`json_build_object('personId', b.person_id, 'personName', b.person_name, 'choice', b.choice) ORDER BY b.id`)}
    FROM item_ballot b WHERE b.tenant_id = i.tenant_id AND b.item_id = i.id)`;

const PUBLISHED = 'EXISTS (SELECT 1 FROM item_publication p WHERE p.tenant_id = i.tenant_id AND p.item_id = i.id)';

const ITEMS = `${parts(`json_build_object('id', i.id, 'topicId', i.topic_id, 'position', i.position, 'kind', i.kind, 'title', i.title,
    'matterCode', i.matter_code, 'restricted', i.restricted, 'published', ${PUBLISHED}, 'concernedIds', i.concerned_ids, 'presenterName', i.presenter_name,
    'leadName', i.lead_name, 'implementsDecisionId', i.implements_decision_id, 'startedAt', i.started_at,
    'statedPresent', i.stated_present, 'voteForm', i.vote_form, 'votesFor', i.votes_for, 'votesAgainst', i.votes_against,
    'votesAbstained', i.votes_abstained, 'tellers', i.tellers, 'result', i.result, 'decidedThrough', i.decided_through,
    'chairSpokeLast', i.chair_spoke_last, 'notDone', i.not_done, 'discussion', i.discussion, 'conclusion', i.conclusion,
    'responsible', i.responsible, 'dueOn', i.due_on, 'version', i.version,
    'recusals', ${RECUSALS}, 'opinions', ${OPINIONS}, 'ballots', ${BALLOTS}) ORDER BY i.position, i.id`)}
  FROM agenda_item i WHERE i.tenant_id = m.tenant_id AND i.meeting_id = m.id AND i.removed_at IS NULL)`;

const DELEGATION = `(SELECT json_build_object('fromId', d.from_id, 'fromName', d.from_name, 'toId', d.to_id, 'toName', d.to_name)
  FROM meeting_delegation d WHERE d.tenant_id = m.tenant_id AND d.meeting_id = m.id AND d.ended_at IS NULL)`;

/** One meeting with its parts: $1 tenant, $2 id. */
export const LOAD_SQL = `SELECT m.tenant_id AS "tenantId", m.id, m.school_id AS "schoolId", m.kind, m.title, m.held_on::text AS "heldOn",
  m.year, m.number, m.starts_at::text AS "startsAt", m.ends_at::text AS "endsAt", m.place, m.state, m.chair_id AS "chairId", m.chair_name AS "chairName",
  m.chair_post AS "chairPost", m.delegated_by_id AS "delegatedById", m.recorder_name AS "recorderName",
  m.notice_on::text AS "noticeOn", m.papers_on::text AS "papersOn", m.stated_expected AS "statedExpected",
  m.stated_present AS "statedPresent", m.entered_afterwards AS "enteredAfterwards", m.not_done AS "notDone",
  m.chair_signed_on::text AS "chairSignedOn", m.chair_signed_by AS "chairSignedBy", m.chair_signed_name AS "chairSignedName",
  m.recorder_signed_on::text AS "recorderSignedOn", m.recorder_signed_by AS "recorderSignedBy",
  m.recorder_signed_name AS "recorderSignedName", m.minutes_no AS "minutesNo", m.version,
  ${DELEGATION} AS delegation, ${ATTENDANCE} AS attendance, ${ITEMS} AS items
  FROM meeting m WHERE m.tenant_id = $1 AND m.id = $2 AND m.undone_at IS NULL`;
