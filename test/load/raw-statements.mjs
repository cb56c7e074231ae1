import { POSTS, ROLLOUT_STATES } from '@zhixiao/domain';
import { meetingPage } from './raw-meeting.mjs';

/**
 * The baseline: what a good hand writes for the same answers. One statement an operation, the whole answer as text made by
 * PostgreSQL, each relation with its tenant, prepared by name.
 */
const TENANT = `(SELECT json_build_object('id', 'T_' || t.id, 'name', t.name) FROM tenant t WHERE t.id = $1)`;

const list = `SELECT json_build_object('data', json_build_object('schools', json_build_object(
  'totalCount', (SELECT count(*) FROM school_standing c WHERE c.tenant_id = $1 AND c.valid_from <= $2 AND c.valid_to > $2),
  'nodes', (SELECT COALESCE(json_agg(n), '[]') FROM (
    SELECT 'S_' || s.tenant_id || '_' || s.school_id AS id, s.code, s.name, s.stage, s.scope, s.org_type AS "orgType",
      s.secretary_name AS "secretaryName", s.principal_name AS "principalName", s.combined, s.rollout_state AS "rolloutState",
      s.rollout_since AS "rolloutSince", s.hard_findings AS "hardFindings", s.default_findings AS "defaultFindings",
      s.advisory_findings AS "advisoryFindings", s.departures_pending AS "departuresPending", ${TENANT} AS tenant
    FROM school_standing s WHERE s.tenant_id = $1 AND s.valid_from <= $2 AND s.valid_to > $2
    ORDER BY s.code, s.school_id LIMIT 25) n))))::text AS body`;

const team = `SELECT 'A_' || a.tenant_id || '_' || a.id AS id, a.post, a.person_name AS "personName", a.portfolio, a.full_time AS "fullTime",
    a.acting, lower(a.valid) AS "startsOn", a.start_precision AS "startPrecision", a.tenure_end AS "tenureEndsOn",
    a.document_no AS "documentNo",
    (SELECT json_build_object('id', 'P_' || p.tenant_id || '_' || p.id, 'sex', p.sex, 'birthMonth', p.birth_month, 'membership', p.membership)
     FROM person p WHERE p.tenant_id = $1 AND p.id = a.person_id) AS person
  FROM appointment a WHERE a.tenant_id = $1 AND a.school_id = $3 AND a.superseded_at IS NULL AND a.valid @> $2::date
  ORDER BY array_position(ARRAY['${POSTS.join("','")}'], a.post), a.id LIMIT 100`;

const departures = `SELECT 'D_' || d.tenant_id || '_' || d.id AS id, d.check_id AS "checkId", d.reason, d.status,
    d.requested_on AS "requestedOn", d.approved_on AS "approvedOn", d.approver, d.review_on AS "reviewOn"
  FROM staffing_departure d WHERE d.tenant_id = $1 AND d.school_id = $3 ORDER BY d.requested_on DESC, d.id DESC LIMIT 100`;

const rollout = `SELECT 'R_' || r.tenant_id || '_' || r.id AS id, r.state, r.readiness, r.effective_on AS "effectiveOn",
    r.document_no AS "documentNo", r.declared, r.reason
  FROM rollout_entry r WHERE r.tenant_id = $1 AND r.school_id = $3 AND r.superseded_at IS NULL
  ORDER BY r.effective_on DESC, r.id DESC LIMIT 200`;

const appointments = `SELECT 'A_' || a.tenant_id || '_' || a.id AS id, a.post, a.person_name AS "personName", lower(a.valid) AS "startsOn",
    upper(a.valid) - 1 AS "endsOn"
  FROM appointment a WHERE a.tenant_id = $1 AND a.school_id = $3 AND a.superseded_at IS NULL
  ORDER BY lower(a.valid) DESC, a.id DESC LIMIT 20`;

const rows = (sql) => `(SELECT COALESCE(json_agg(n), '[]') FROM (${sql}) n)`;

const page = `SELECT json_build_object('data', json_build_object('school', (SELECT row_to_json(n) FROM (
    SELECT 'S_' || s.tenant_id || '_' || s.school_id AS id, s.code, s.name, s.stage, s.ownership, s.legal_person AS "legalPerson", s.scope,
      s.organization_name AS "organizationName", s.org_type AS "orgType", s.has_committee AS "hasCommittee",
      s.full_members AS "fullMembers", s.probationary_members AS "probationaryMembers", s.term_end AS "committeeTermEnd",
      s.secretary_name AS "secretaryName", s.principal_name AS "principalName", s.combined, s.rollout_state AS "rolloutState",
      s.rollout_since AS "rolloutSince", s.rollout_declared AS "rolloutDeclared", s.hard_findings AS "hardFindings",
      s.default_findings AS "defaultFindings", s.advisory_findings AS "advisoryFindings", s.version, ${TENANT} AS tenant, s.findings,
      ${rows(team)} AS team, ${rows(departures)} AS departures, ${rows(rollout)} AS "rolloutEntries",
      json_build_object(
        'totalCount', (SELECT count(*) FROM appointment a WHERE a.tenant_id = $1 AND a.school_id = $3 AND a.superseded_at IS NULL),
        'nodes', ${rows(appointments)}) AS appointments
    FROM school_standing s WHERE s.tenant_id = $1 AND s.school_id = $3 AND s.valid_from <= $2 AND s.valid_to > $2) n)))::text AS body`;

const COUNTS = ROLLOUT_STATES.map(
  (state) => `count(*) FILTER (WHERE now AND scoped AND rollout_state = '${state}') AS "${state}"`,
);
const STATES = `json_build_array(${ROLLOUT_STATES.map((state) => `json_build_object('state', '${state}', 'count', COALESCE(n."${state}", 0))`).join(', ')})`;
const rate = (done, of) => `json_build_object('numerator', COALESCE(n.${done}, 0), 'denominator', COALESCE(n.${of}, 0),
  'percent', CASE WHEN n.${of} > 0 THEN round(100.0 * n.${done} / n.${of}, 1) END)`;
const RATES = `'completion', ${rate('done', 'scoped')}, 'completionBefore', ${rate('done_before', 'scoped_before')}`;

/** One walk over what held on either day: the later day bounds the beginnings, the earlier one the ends. */
const rollUp = `WITH s AS (
    SELECT tenant_id, rollout_state, scope = 'IN_SCOPE' AS scoped, scope = 'BY_REFERENCE' AS by_reference,
      rollout_state IN ('ADJUSTED', 'RUNNING') AS done, valid_to > $3::date AS now, valid_from <= $4::date AS before
    FROM school_standing WHERE tenant_id BETWEEN $1 AND $2 AND valid_from <= $3::date AND valid_to > $4::date),
  f AS (
    SELECT GROUPING(tenant_id) AS whole, tenant_id, count(*) FILTER (WHERE now) AS schools,
      count(*) FILTER (WHERE now AND scoped) AS scoped, count(*) FILTER (WHERE now AND by_reference) AS by_reference,
      count(*) FILTER (WHERE now AND scoped AND done) AS done, count(*) FILTER (WHERE before AND scoped) AS scoped_before,
      count(*) FILTER (WHERE before AND scoped AND done) AS done_before, ${COUNTS.join(', ')}
    FROM s GROUP BY GROUPING SETS ((), (tenant_id)))
  SELECT json_build_object('data', json_build_object('rolloutOverview', (SELECT json_build_object('asOf', $3::date, 'compareTo', $4::date,
      'schools', n.schools, 'inScope', n.scoped, 'byReference', n.by_reference, ${RATES}, 'funnel', ${STATES},
      'counties', (SELECT COALESCE(json_agg(json_build_object('tenant', json_build_object('id', 'T_' || t.id, 'name', t.name),
          'inScope', COALESCE(n.scoped, 0), 'states', ${STATES}, ${RATES}) ORDER BY t.code, t.id), '[]')
        FROM tenant t LEFT JOIN f n ON n.whole = 0 AND n.tenant_id = t.id
        WHERE t.id BETWEEN $1 AND $2 AND (t.level = 'COUNTY' AND t.enrolled_on IS NOT NULL OR n.tenant_id IS NOT NULL)))
    FROM f n WHERE n.whole = 1)))::text AS body`;

/** By operation: the statement, and its values from the variables of the GraphQL operation. */
export const RAW_READS = {
  list: { text: list, values: ({ tenantId, asOf }) => [Number(tenantId.slice(2)), asOf] },
  page: {
    text: page,
    values: ({ id, asOf }) => {
      const [, tenant, school] = id.split('_');
      return [Number(tenant), asOf, school];
    },
  },
  meeting: {
    text: meetingPage,
    values: ({ id }, today) => {
      const [, tenant, meeting] = id.split('_');
      return [Number(tenant), meeting, today];
    },
  },
  'roll-up': {
    text: rollUp,
    values: ({ tenantId, asOf, compareTo }) => [
      Number(tenantId.slice(2)),
      Number(tenantId.slice(2)) + 99,
      asOf,
      compareTo,
    ],
  },
};

/** The session, and of its account the one grant that the request names: nothing else is looked up. */
export const SESSION = `SELECT s.account_id, a.display_name, s.touched_at < now() - interval '1 minute' AS stale, r.role, r.school_id,
    r.tenant_id, t.subtree_end, array_remove(ARRAY[t.parent_id, p.parent_id, g.parent_id], NULL) AS ancestors
  FROM session s JOIN account a ON a.id = s.account_id
  JOIN role_grant r ON r.tenant_id = $2 AND r.id = $3 AND r.account_id = s.account_id AND r.revoked_at IS NULL AND r.valid @> $4::date
  JOIN tenant t ON t.id = r.tenant_id LEFT JOIN tenant p ON p.id = t.parent_id LEFT JOIN tenant g ON g.id = p.parent_id
  WHERE s.token_hash = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL
    AND s.touched_at > now() - interval '30 minutes' AND s.created_at > now() - interval '12 hours'`;

/** The same of an account whose right follows from a post that its person holds. */
export const POST_SESSION = `SELECT s.account_id, a.display_name, s.touched_at < now() - interval '1 minute' AS stale, o.post, o.school_id,
    o.tenant_id, o.person_id, t.id AS subtree_end, array_remove(ARRAY[t.parent_id, p.parent_id, g.parent_id], NULL) AS ancestors
  FROM session s JOIN account a ON a.id = s.account_id JOIN account_person l ON l.account_id = s.account_id
  JOIN appointment o ON o.tenant_id = l.tenant_id AND o.person_id = l.person_id AND o.superseded_at IS NULL AND o.valid @> $2::date
  JOIN tenant t ON t.id = o.tenant_id LEFT JOIN tenant p ON p.id = t.parent_id LEFT JOIN tenant g ON g.id = p.parent_id
  WHERE s.token_hash = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL
    AND s.touched_at > now() - interval '30 minutes' AND s.created_at > now() - interval '12 hours'`;

export const TOUCH = `UPDATE session SET touched_at = now() WHERE token_hash = $1 AND touched_at < now() - interval '1 minute'`;
