/** The writes of a vote and a decision by hand. */
const VERDICT = `quorum_check text, expected int, present int, needed int, quorum_met boolean, absent_names text[], findings jsonb`;
const said = (columns) => columns.replace(/_([a-z])/g, (_, c) => c.toUpperCase());
/** The columns of a verdict from its JSON, whose names are those of the domain. */
const quoted = (columns) =>
  columns.replace(/([a-z_]+) (text\[\]|[a-z]+)/g, (_, name, type) => `"${said(name)}" ${type}`);
const BAR = `quorum_check = v."quorumCheck", expected = v.expected, present = v.present, needed = v.needed, quorum_met = v."quorumMet",
  absent_names = v."absentNames", findings = v.findings`;
const ITEM_BAR = `${BAR}, entitled = v.entitled, votes_needed = v."votesNeeded", may_decide = v."mayDecide", allowed_results = v."allowedResults"`;
const ITEM_VERDICT = `${quoted(VERDICT)}, entitled int, "votesNeeded" int, "mayDecide" boolean, "allowedResults" text[]`;

const CHECKS = `WITH said AS (SELECT * FROM jsonb_to_recordset($8::jsonb) AS w (check_id text, outcome text, severity text, clause text, params jsonb, id uuid)),
  gone AS (UPDATE check_outcome c SET current = false WHERE c.tenant_id = $1 AND c.subject_id = $2 AND c.current
    AND NOT EXISTS (SELECT 1 FROM said w WHERE w.check_id = c.check_id AND w.outcome = c.outcome AND w.severity = c.severity AND w.params = c.params) RETURNING 1)
  INSERT INTO check_outcome (tenant_id, subject_id, subject_type, meeting_id, school_id, restricted, evaluated_by, id, check_id, outcome, severity, clause, params)
  SELECT $1, $2, $3, $4, $5, $6, $7, w.id, w.check_id, w.outcome, w.severity, w.clause, w.params FROM said w
  WHERE (SELECT count(*) FROM gone) >= 0 AND NOT EXISTS (SELECT 1 FROM check_outcome c WHERE c.tenant_id = $1 AND c.subject_id = $2 AND c.current
    AND w.check_id = c.check_id AND w.outcome = c.outcome AND w.severity = c.severity AND w.params = c.params)`;

export const SQL = {
  claim: `INSERT INTO idempotency_key (tenant_id, account_id, key, request_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1 AS ok`,
  answer: 'UPDATE idempotency_key SET answer = $4 WHERE tenant_id = $1 AND account_id = $2 AND key = $3',
  vote: `UPDATE agenda_item SET vote_form = $3, tellers = $4, votes_for = $5, votes_against = $6, votes_abstained = $7, version = version + 1
    WHERE tenant_id = $1 AND id = $2`,
  dropBallots: 'DELETE FROM item_ballot WHERE tenant_id = $1 AND item_id = $2',
  meetingVerdict: `UPDATE meeting m SET ${BAR}, may_open = v."mayOpen", checked_at = now()
    FROM jsonb_to_record($3::jsonb) AS v (${quoted(VERDICT)}, "mayOpen" boolean) WHERE m.tenant_id = $1 AND m.id = $2`,
  itemVerdicts: `UPDATE agenda_item i SET ${ITEM_BAR} FROM jsonb_to_recordset($3::jsonb) AS v (id uuid, ${ITEM_VERDICT})
    WHERE i.tenant_id = $1 AND i.meeting_id = $2 AND i.id = v.id`,
  topic: `UPDATE topic SET decider = $3, consultation_status = $4, consulted_side = $5, gates = $6, concerned_ids = $7, waiting_ids = $8, state = $9,
    version = version + 1 WHERE tenant_id = $1 AND id = $2`,
  checks: CHECKS,
  decide: `UPDATE agenda_item i SET ${ITEM_BAR}, votes_for = $4, votes_against = $5, votes_abstained = $6, result = $7, conclusion = $8,
      decided_through = 'MEETING', makes_decision = $9, decided_at = now(), decided_by_id = $10, decided_by_name = $11,
      responsible = COALESCE($12, i.responsible), due_on = COALESCE($13::date, i.due_on), version = i.version + 1
    FROM jsonb_to_record($3::jsonb) AS v (${ITEM_VERDICT}) WHERE i.tenant_id = $1 AND i.id = $2`,
  beginNext: `UPDATE agenda_item SET started_at = now() WHERE tenant_id = $1 AND started_at IS NULL AND id = (SELECT i.id FROM agenda_item i
      WHERE i.tenant_id = $1 AND i.meeting_id = $2 AND i.removed_at IS NULL AND i.result IS NULL ORDER BY i.position, i.id LIMIT 1)`,
};

const DECISION_COLUMNS = `tenant_id, id, school_id, created_by, year, body, meeting_id, item_id, topic_id, matter_code, matter, category, title, text, result,
  confidentiality, restricted, disclosure, decided_on, decided_by_name, entered_afterwards, responsible, due_on, state, concerned_ids, party_decision_id`;

/** The number, the decision and its entry in the audit at once; $2 is the number with # for its count. */
export const DECISION = `WITH made AS (SELECT * FROM jsonb_to_record($1::jsonb) AS d (tenant_id int, id uuid, school_id uuid, created_by uuid, year int, body text,
    meeting_id uuid, item_id uuid, topic_id uuid, matter_code text, matter jsonb, category text, title text, text text, result text, confidentiality text,
    restricted boolean, disclosure text, decided_on date, decided_by_name text, entered_afterwards boolean, responsible text, due_on date, state text,
    concerned_ids uuid[], party_decision_id uuid, actor text, grant_id text, role text)),
  n AS (INSERT INTO decision_number (tenant_id, school_id, body, year, last) SELECT tenant_id, school_id, body, year, 1 FROM made
    ON CONFLICT (tenant_id, school_id, body, year) DO UPDATE SET last = decision_number.last + 1 RETURNING last),
  d AS (INSERT INTO decision (${DECISION_COLUMNS}, seq, number) SELECT ${DECISION_COLUMNS}, n.last, replace($2, '#', n.last::text) FROM made, n
    RETURNING id, number, state, title, result)
  INSERT INTO audit_entry (tenant_id, account_id, actor, grant_id, role, request_id, ip, id, action, subject_type, subject_id, school_id, after)
  SELECT m.tenant_id, m.created_by, m.actor, m.grant_id, m.role, current_setting('app.request_id'), '127.0.0.1', gen_random_uuid(), 'decision.made',
    'Decision', d.id, m.school_id, jsonb_build_object('number', d.number, 'state', d.state, 'title', d.title, 'result', d.result) FROM made m, d`;

export const AUDIT = `WITH audited AS (INSERT INTO audit_entry (tenant_id, account_id, actor, grant_id, role, request_id, ip, id, action, subject_type,
    subject_id, school_id, before, after) SELECT $1::int, $2::uuid, $3, $4, $5, $6, $7, e.* FROM jsonb_to_recordset($8::jsonb) AS e (id uuid, action text,
    subject_type text, subject_id uuid, school_id uuid, before jsonb, after jsonb)) SELECT pg_notify($9, $10)`;

/** Whom of the makers the decision is told: those with an account. */
export const RECIPIENTS = `SELECT a.id FROM account a WHERE a.disabled_at IS NULL AND (a.id = ANY ($5::uuid[])
  OR a.id IN (SELECT l.account_id FROM account_person l WHERE l.tenant_id = $1 AND l.person_id = ANY ($2::uuid[]))
  OR a.id IN (SELECT g.account_id FROM role_grant g WHERE g.tenant_id = $1 AND g.role = ANY ($3::text[]) AND g.revoked_at IS NULL
    AND g.valid @> $6::date AND (g.school_id IS NULL OR g.school_id = $4::uuid)))`;
