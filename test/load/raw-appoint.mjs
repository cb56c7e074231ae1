import { createHash } from 'node:crypto';
import { addDays, standingAt, standingPeriods } from '@zhixiao/domain';
import { newId, scopeSql, standingRow } from './inside.mjs';

/**
 * `appoint` by hand: lock, look, check, write, standing, audit, idempotency, as two batches on the wire instead of a trip a
 * statement. The rules and the timeline are the domain's own functions, as they would be for anyone.
 */
const CLAIM = `INSERT INTO idempotency_key (tenant_id, account_id, key, request_hash) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING 1 AS ok`;
const PLACE = `SELECT s.code, s.version, s.opened_on::text AS "openedOn", s.closed_on::text AS "closedOn",
    (SELECT json_build_object('name', p.name, 'membership', p.membership, 'partyFullOn', p.party_full_on)
     FROM person p WHERE p.tenant_id = $1 AND p.id = $3) AS person,
    EXISTS (SELECT 1 FROM account_person l WHERE l.tenant_id = $1 AND l.account_id = $4 AND l.person_id = $3) AS "isOwn"
  FROM school s WHERE s.tenant_id = $1 AND s.id = $2 FOR UPDATE OF s`;
const FACTS = `SELECT
  (SELECT json_agg(json_build_object('from', lower(v.valid), 'to', upper(v.valid), 'name', v.name, 'stage', v.stage, 'ownership', v.ownership,
     'legalPerson', v.legal_person, 'assumed', v.assumed, 'town', v.town, 'classes', v.classes, 'students', v.students, 'staff', v.staff))
   FROM school_version v WHERE v.tenant_id = $1 AND v.school_id = $2 AND v.superseded_at IS NULL) AS attributes,
  (SELECT COALESCE(json_agg(json_build_object('from', lower(l.valid * v.valid), 'to', upper(l.valid * v.valid), 'orgId', v.organization_id,
     'orgName', v.name, 'orgType', v.org_type, 'hasCommittee', v.has_committee, 'fullMembers', v.full_members,
     'probationaryMembers', v.probationary_members, 'termStart', v.term_start, 'termEnd', v.term_end, 'termExtendedUntil', v.term_extended_until)), '[]')
   FROM school_organization l JOIN party_organization_version v ON v.tenant_id = $1 AND v.organization_id = l.organization_id
     AND v.superseded_at IS NULL AND v.valid && l.valid
   WHERE l.tenant_id = $1 AND l.school_id = $2 AND l.superseded_at IS NULL) AS organizations,
  (SELECT COALESCE(json_agg(json_build_object('id', a.id, 'from', lower(a.valid), 'to', upper(a.valid), 'personId', a.person_id,
     'personName', p.name, 'post', a.post, 'fullTime', a.full_time, 'acting', a.acting, 'membership', p.membership,
     'partyFullOn', p.party_full_on, 'portfolio', a.portfolio)), '[]')
   FROM appointment a JOIN person p ON p.tenant_id = $1 AND p.id = a.person_id
   WHERE a.tenant_id = $1 AND a.school_id = $2 AND a.superseded_at IS NULL) AS seats,
  (SELECT COALESCE(json_agg(json_build_object('checkId', d.check_id, 'personId', d.person_id, 'requestedOn', d.requested_on,
     'approvedOn', d.approved_on, 'reviewOn', d.review_on, 'withdrawnOn', d.withdrawn_on)), '[]')
   FROM staffing_departure d WHERE d.tenant_id = $1 AND d.school_id = $2) AS departures,
  (SELECT COALESCE(json_agg(json_build_object('state', r.state, 'effectiveOn', r.effective_on, 'declared', r.declared,
     'documentNo', r.document_no) ORDER BY r.effective_on), '[]')
   FROM rollout_entry r WHERE r.tenant_id = $1 AND r.school_id = $2 AND r.superseded_at IS NULL) AS rollout,
  (SELECT json_build_object('vacancyDays', t.vacancy_days, 'countBranchWithoutCommittee', t.count_branch_without_committee)
   FROM tenant_setting t WHERE t.tenant_id = $1 OR t.tenant_id = ANY ($3::int[]) ORDER BY t.tenant_id = $1 DESC, t.tenant_id DESC LIMIT 1) AS settings`;
const APPOINT = `WITH served AS (
    UPDATE person p SET school_ids = p.school_ids || $3::uuid WHERE p.tenant_id = $1 AND p.id = $4 AND NOT p.school_ids @> ARRAY[$3::uuid])
  INSERT INTO appointment (tenant_id, id, school_id, person_id, person_name, post, acting, valid, start_precision, document_no, source)
  VALUES ($1, $2, $3, $4, $5, $6, false, daterange($7::date, NULL), 'DAY', $8, 'ENTERED')`;
const CLEAR = 'DELETE FROM school_standing WHERE tenant_id = $1 AND school_id = $2';
const STANDING = `INSERT INTO school_standing SELECT (jsonb_populate_record(NULL::school_standing, r)).* FROM jsonb_array_elements($1::jsonb) AS r`;
const AUDIT = `INSERT INTO audit_entry (tenant_id, id, account_id, actor, grant_id, role, request_id, ip, action, subject_type, subject_id, school_id, after)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'appointment.made', 'Appointment', $9, $10, $11)`;
const ANSWER = 'UPDATE idempotency_key SET answer = $4 WHERE tenant_id = $1 AND account_id = $2 AND key = $3';
const STORED = 'SELECT answer, request_hash FROM idempotency_key WHERE tenant_id = $1 AND account_id = $2 AND key = $3';

const named = (name, text, values) => ({ name: `raw-${name}`, text, values });
const DEFAULTS = { vacancyDays: 90, countBranchWithoutCommittee: false };
const PARTY_POSTS = ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'];

/** @returns the answer as text */
export async function appoint(client, request) {
  const { grant, input, key, body, requestId, today } = request;
  const tenantId = grant.tenantId;
  const school = input.schoolId.split('_')[2];
  const person = input.personId.split('_')[2];
  const hash = createHash('sha256').update(body).digest();
  const [, claimed, placed, facts] = await Promise.all([
    client.query(`BEGIN;${scopeSql(grant, requestId)}`),
    client.query(named('claim', CLAIM, [tenantId, grant.accountId, key, hash])),
    client.query(named('place', PLACE, [tenantId, school, person, grant.accountId])),
    client.query(named('facts', FACTS, [tenantId, school, grant.ancestors])),
  ]);
  if (claimed.rows.length === 0) return replay(client, request);
  const [place] = placed.rows;
  if (!place?.person || place.isOwn) return refuse(client);
  const seat = seatOf(input, person, place.person);
  const { settings, ...known } = facts.rows[0];
  if (isTaken(known.seats, seat)) return refuse(client);
  if (PARTY_POSTS.includes(seat.post) && place.person.membership !== 'FULL') return refuse(client);
  const id = newId();
  const timeline = { ...place, ...known, schoolId: school, seats: [...known.seats, seat] };
  timeline.attributes = known.attributes.map((version) => ({ ...version, code: place.code }));
  const periods = standingPeriods(timeline, settings ?? DEFAULTS);
  const rows = periods.map((period) => ({ ...standingRow(place, period), tenant_id: tenantId }));
  const answer = answerOf(request, { id, seat, now: standingAt(periods, today) });
  const after = auditOf(input, { school, person, seat });
  await Promise.all([
    client.query(
      named('appoint', APPOINT, [
        tenantId,
        id,
        school,
        person,
        seat.personName,
        seat.post,
        seat.from,
        input.documentNo,
      ]),
    ),
    client.query(named('clear', CLEAR, [tenantId, school])),
    client.query(named('standing', STANDING, [JSON.stringify(rows)])),
    client.query(
      named('audit', AUDIT, [
        tenantId,
        newId(),
        grant.accountId,
        grant.accountName,
        grant.id,
        grant.role,
        requestId,
        '127.0.0.1',
        id,
        school,
        JSON.stringify(after),
      ]),
    ),
    client.query(named('answer', ANSWER, [tenantId, grant.accountId, key, answer])),
    client.query('COMMIT'),
  ]);
  return answer;
}

function seatOf(input, personId, person) {
  const { name: personName, membership, partyFullOn } = person;
  const { post, startsOn: from, portfolio = null, fullTime = null } = input;
  return { from, to: null, personId, personName, post, fullTime, acting: false, membership, partyFullOn, portfolio };
}

function isTaken(seats, seat) {
  const single = seat.post === 'SECRETARY' || seat.post === 'PRINCIPAL';
  return seats.some(
    (one) =>
      one.post === seat.post && (one.to === null || one.to > seat.from) && (single || one.personId === seat.personId),
  );
}

function answerOf({ input }, { id, seat, now }) {
  const [, tenant] = input.schoolId.split('_');
  const appointment = { id: `A_${tenant}_${id}`, post: seat.post, personName: seat.personName, startsOn: seat.from };
  const { rolloutState, secretaryName, principalName, hardFindings, defaultFindings, advisoryFindings, findings } = now;
  const school = {
    id: input.schoolId,
    rolloutState,
    secretaryName,
    principalName,
    hardFindings,
    defaultFindings,
    advisoryFindings,
    findings,
  };
  return JSON.stringify({ data: { appoint: { appointment, school } } });
}

/** What the audit remembers of an appointment. */
function auditOf(input, { school, person, seat }) {
  const { post, portfolio, fullTime, acting, personName, from } = seat;
  return {
    ...{
      schoolId: school,
      personId: person,
      personName,
      post,
      portfolio,
      fullTime,
      acting,
      startsOn: from,
      startPrecision: 'DAY',
    },
    ...{ endsOn: seat.to && addDays(seat.to, -1), endPrecision: null, tenureEndsOn: null, probationUntil: null },
    ...{ documentNo: input.documentNo, authority: null, remark: null },
  };
}

async function refuse(client) {
  await client.query('ROLLBACK');
  return '{"errors":[{"message":"refused"}],"data":null}';
}

async function replay(client, { grant, key }) {
  const { rows } = await client.query(STORED, [grant.tenantId, grant.accountId, key]);
  await client.query('ROLLBACK');
  return rows[0].answer;
}
