import type { DepartureFacts, SeatFacts } from '@zhixiao/domain';
import type { StandingContributor } from '../../platform/standing/rebuild.js';

interface Known {
  schoolId: string;
  seats: SeatFacts[];
  departures: DepartureFacts[];
}

/** Seats under the persons' names and membership as known now; a person is always one who may be seen with the seat. */
const KNOWN_SQL = `SELECT s.id AS "schoolId",
  (SELECT COALESCE(json_agg(json_build_object('from', lower(a.valid), 'to', upper(a.valid), 'personId', a.person_id,
     'personName', COALESCE(p.name, a.person_name), 'post', a.post, 'fullTime', a.full_time, 'acting', a.acting,
     'membership', COALESCE(p.membership, 'UNKNOWN'), 'partyFullOn', p.party_full_on, 'portfolio', a.portfolio)
     ORDER BY a.post, a.valid, a.id), '[]')
   FROM appointment a LEFT JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
   WHERE a.tenant_id = $1 AND a.school_id = s.id AND a.superseded_at IS NULL) AS seats,
  (SELECT COALESCE(json_agg(json_build_object('checkId', d.check_id, 'personId', d.person_id, 'requestedOn', d.requested_on,
     'approvedOn', d.approved_on, 'reviewOn', d.review_on, 'withdrawnOn', d.withdrawn_on) ORDER BY d.requested_on, d.id), '[]')
   FROM staffing_departure d WHERE d.tenant_id = $1 AND d.school_id = s.id) AS departures
FROM unnest($2::uuid[]) AS s (id)`;

/** What this module knows of schools: who sits where since when, and what they may depart from. */
export const staffingContributor: StandingContributor = {
  async contribute(db, tenantId, schools) {
    const rows = await db.query<Known>(KNOWN_SQL, [tenantId, [...schools.keys()]]);
    for (const { schoolId, seats, departures } of rows) {
      const facts = schools.get(schoolId);
      facts?.seats.push(...seats);
      facts?.departures.push(...departures);
    }
  },
};
