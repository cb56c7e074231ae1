import { BENCH_CITY } from './bench-plans.mjs';
import { derivedId } from './inside.mjs';

/** So many schools of the city hold the meetings of the benchmark. */
const SCHOOLS = 200;

/** Committees led by a secretary beside a principal, on the day of the data and still today, when the rights are asked. */
const SCHOOLS_SQL = `SELECT s.tenant_id, s.school_id, s.secretary_id, s.secretary_name, s.principal_id, s.principal_name
  FROM school_standing s
  WHERE s.tenant_id BETWEEN $1 AND $2 AND s.valid_from <= $3::date AND s.valid_to > $3::date AND s.scope = 'IN_SCOPE'
    AND s.org_type IN ('COMMITTEE', 'GENERAL_BRANCH') AND s.has_committee AND s.combined = false
    AND s.secretary_id IS NOT NULL AND s.principal_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM appointment a WHERE a.tenant_id = s.tenant_id AND a.school_id = s.school_id AND a.person_id = s.secretary_id
      AND a.post = 'SECRETARY' AND a.superseded_at IS NULL AND a.valid @> CURRENT_DATE)
  ORDER BY s.tenant_id, s.school_id LIMIT ${SCHOOLS}`;

const SEATS_SQL = `SELECT lower(a.valid)::text AS "from", upper(a.valid)::text AS "to", a.person_id AS "personId", a.person_name AS "personName", a.post,
    a.full_time AS "fullTime", a.acting, p.membership, p.party_full_on::text AS "partyFullOn", a.portfolio
  FROM appointment a JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
  WHERE a.tenant_id = $1 AND a.school_id = $2 AND a.superseded_at IS NULL AND a.valid @> $3::date ORDER BY a.post, a.id`;

export const secretaryAccount = (schoolId) => derivedId('bench secretary', schoolId);

/** The schools whose meetings are asked and decided in. */
export async function schoolsWithMeetings(client, asOf) {
  const { rows } = await client.query(SCHOOLS_SQL, [BENCH_CITY, BENCH_CITY + 99, asOf]);
  if (rows.length === 0) throw new Error('No school of the city could hold a meeting');
  return rows.map(({ tenant_id, school_id, secretary_id, secretary_name, principal_id, principal_name }) => ({
    ...{ tenant_id, school_id, asOf, author: secretaryAccount(school_id) },
    secretary: { id: secretary_id, name: secretary_name },
    principal: { id: principal_id, name: principal_name },
  }));
}

/** Who sits where on the day. */
export async function seatsOf(client, { tenant_id, school_id, asOf }) {
  return (await client.query(SEATS_SQL, [tenant_id, school_id, asOf])).rows;
}
