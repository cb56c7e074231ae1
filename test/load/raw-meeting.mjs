/** The page of a meeting by hand: one statement, each relation with its tenant; $1 tenant, $2 meeting, $3 today. */
const rows = (sql) => `(SELECT COALESCE(json_agg(n), '[]') FROM (${sql}) n)`;
const at = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const id = (letter, column, row) => `'${letter}_' || ${row}.tenant_id || '_' || ${row}.${column}`;
const BAR = (row) =>
  `${row}.quorum_check AS "quorumCheck", ${row}.expected, ${row}.present, ${row}.needed, ${row}.quorum_met AS "quorumMet", ${row}.absent_names AS "absentNames", ${row}.findings`;

const attendance = `SELECT ${id('X', 'id', 'a')} AS id, ${id('P', 'person_id', 'a')} AS "personId", a.person_name AS "personName", a.post, a.capacity,
    a.status, a.reason, ${at('a.arrived_at')} AS "arrivedAt", ${at('a.left_at')} AS "leftAt", a.by_own_account AS "byOwnAccount",
    a.written_opinion AS "writtenOpinion", a.version, EXISTS (SELECT 1 FROM account_person l WHERE l.tenant_id = $1
      AND l.person_id = a.person_id AND l.account_id = current_setting('app.account_id')::uuid) AS own
  FROM attendance a WHERE a.tenant_id = $1 AND a.meeting_id = $2 AND a.removed_at IS NULL
  ORDER BY array_position(ARRAY['MEMBER', 'OBSERVER', 'INVITEE', 'RECORDER'], a.capacity), a.id LIMIT 300`;

const opinions = `SELECT ${id('P', 'person_id', 'o')} AS "personId", o.person_name AS "personName", o.stance, o.text, o.by_own_account AS "byOwnAccount",
    o.stated_on_paper AS "statedOnPaper", (SELECT ${at('c.confirmed_at')} FROM opinion_confirmation c WHERE c.tenant_id = $1 AND c.opinion_id = o.id) AS "confirmedAt"
  FROM item_opinion o WHERE o.tenant_id = $1 AND o.item_id = i.id ORDER BY o.id LIMIT 300`;
const recusals = `SELECT ${id('P', 'person_id', 'r')} AS "personId", r.person_name AS "personName", r.reason, r.stayed
  FROM item_recusal r WHERE r.tenant_id = $1 AND r.item_id = i.id AND r.withdrawn_at IS NULL ORDER BY r.id LIMIT 100`;
const ballots = `SELECT ${id('P', 'person_id', 'b')} AS "personId", b.person_name AS "personName", b.choice
  FROM item_ballot b WHERE b.tenant_id = $1 AND b.item_id = i.id ORDER BY b.id LIMIT 300`;

const items = `SELECT ${id('W', 'id', 'i')} AS id, ${id('Q', 'topic_id', 'i')} AS "topicId", i.position, i.kind, i.title, i.matter_code AS "matterCode",
    i.restricted AND NOT EXISTS (SELECT 1 FROM item_publication p WHERE p.tenant_id = $1 AND p.item_id = i.id) AS restricted,
    i.presenter_name AS "presenterName", i.lead_name AS "leadName", ${at('i.started_at')} AS "startedAt", ${at('i.decided_at')} AS "decidedAt",
    i.decided_by_name AS "decidedByName", ${BAR('i')}, i.entitled, i.votes_needed AS "votesNeeded", i.may_decide AS "mayDecide",
    i.allowed_results AS "allowedResults", i.vote_form AS "voteForm", i.votes_for AS "votesFor", i.votes_against AS "votesAgainst",
    i.votes_abstained AS "votesAbstained", i.tellers, i.result, i.makes_decision AS "makesDecision", i.chair_spoke_last AS "chairSpokeLast",
    i.discussion, i.conclusion, i.responsible, i.due_on AS "dueOn", ${rows(opinions)} AS opinions, ${rows(recusals)} AS recusals,
    ${rows(ballots)} AS ballots, i.version,
    (SELECT json_build_object('id', ${id('V', 'id', 'd')}, 'number', d.number) FROM decision d WHERE d.tenant_id = $1 AND d.item_id = i.id) AS decision
  FROM agenda_item i WHERE i.tenant_id = $1 AND i.meeting_id = $2 AND i.removed_at IS NULL ORDER BY i.position, i.id LIMIT 100`;

const delegations = `SELECT d.from_name AS "fromName", d.to_name AS "toName", d.reason, d.given_on AS "givenOn", ${at('d.ended_at')} AS "endedAt"
  FROM meeting_delegation d WHERE d.tenant_id = $1 AND d.meeting_id = $2 ORDER BY d.id LIMIT 20`;
const corrections = `SELECT ${id('W', 'item_id', 'c')} AS "itemId", c.text, c.reason, c.signed_by_name AS "signedByName", ${at('c.signed_at')} AS "signedAt"
  FROM record_correction c WHERE c.tenant_id = $1 AND c.meeting_id = $2 ORDER BY c.id LIMIT 200`;
const ATTACHED = `a.tenant_id = $1 AND a.subject_id = $2 AND a.subject_type = 'Meeting' AND a.superseded_at IS NULL`;
const attachments = `SELECT ${id('H', 'id', 'a')} AS id, a.kind, a.name, a.size, ${at('a.created_at')} AS "createdAt", a.created_by_name AS "createdByName",
    ${at('a.superseded_at')} AS "supersededAt", a.superseded_reason AS "supersededReason", '/files/attachments/H_' || a.tenant_id || '_' || a.id AS "downloadPath",
    a.version
  FROM attachment a WHERE ${ATTACHED} ORDER BY a.id DESC LIMIT 50`;

export const meetingPage = `SELECT json_build_object('data', json_build_object('meeting', (SELECT row_to_json(n) FROM (
    SELECT ${id('M', 'id', 'm')} AS id, m.kind, m.title, m.held_on AS "heldOn", m.number, ${at('m.starts_at')} AS "startsAt", ${at('m.ends_at')} AS "endsAt",
      m.place, m.state, m.entered_afterwards AS "enteredAfterwards", ${id('P', 'chair_id', 'm')} AS "chairId", m.chair_name AS "chairName",
      m.delegated_by_id IS NOT NULL AS delegated, m.recorder_name AS "recorderName", m.notice_on AS "noticeOn", m.papers_on AS "papersOn",
      m.not_held_reason AS "notHeldReason", m.not_held_note AS "notHeldNote", m.put_off_to AS "putOffTo", m.stated_expected AS "statedExpected",
      m.stated_present AS "statedPresent", m.may_open AS "mayOpen", ${BAR('m')}, m.chair_signed_on AS "chairSignedOn",
      m.chair_signed_name AS "chairSignedName", m.recorder_signed_on AS "recorderSignedOn", m.recorder_signed_name AS "recorderSignedName",
      ${at('m.issued_at')} AS "issuedAt", m.issued_by_name AS "issuedByName", m.minutes_no AS "minutesNo", m.version,
      (SELECT json_build_object('id', ${id('S', 'school_id', 's')}, 'name', s.name) FROM school_standing s WHERE s.tenant_id = $1
        AND s.school_id = m.school_id AND s.valid_from <= $3::date AND s.valid_to > $3::date) AS school,
      ${rows(attendance)} AS attendance, ${rows(items)} AS items, ${rows(delegations)} AS delegations, ${rows(corrections)} AS corrections,
      json_build_object('totalCount', (SELECT count(*) FROM attachment a WHERE ${ATTACHED}), 'nodes', ${rows(attachments)}) AS attachments
    FROM meeting m WHERE m.tenant_id = $1 AND m.id = $2) n)))::text AS body`;
