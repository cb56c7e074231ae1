import type { OrganizationFacts, SchoolFacts } from '@zhixiao/domain';
import type { StandingContributor } from '../../platform/standing/rebuild.js';

interface Known {
  schoolId: string;
  attributes: SchoolFacts['attributes'][number][];
  organizations: OrganizationFacts[];
}

/** Rows of JSON, dates as text: all that is known of the schools in one statement. */
const KNOWN_SQL = `SELECT s.id AS "schoolId",
  (SELECT COALESCE(json_agg(json_build_object('from', lower(v.valid), 'to', upper(v.valid), 'name', v.name, 'stage', v.stage,
     'ownership', v.ownership, 'legalPerson', v.legal_person, 'assumed', v.assumed, 'town', v.town, 'classes', v.classes,
     'students', v.students, 'staff', v.staff) ORDER BY v.valid), '[]')
   FROM school_version v WHERE v.tenant_id = $1 AND v.school_id = s.id AND v.superseded_at IS NULL) AS attributes,
  (SELECT COALESCE(json_agg(json_build_object('from', lower(l.valid * v.valid), 'to', upper(l.valid * v.valid),
     'orgId', v.organization_id, 'orgName', v.name, 'orgType', v.org_type, 'hasCommittee', v.has_committee,
     'fullMembers', v.full_members, 'probationaryMembers', v.probationary_members, 'termStart', v.term_start,
     'termEnd', v.term_end, 'termExtendedUntil', v.term_extended_until) ORDER BY l.valid * v.valid), '[]')
   FROM school_organization l
   JOIN party_organization_version v ON v.tenant_id = l.tenant_id AND v.organization_id = l.organization_id
     AND v.superseded_at IS NULL AND v.valid && l.valid
   WHERE l.tenant_id = $1 AND l.school_id = s.id AND l.superseded_at IS NULL) AS organizations
FROM unnest($2::uuid[]) AS s (id)`;

/** What this module knows of schools: their attributes, and the organisation that leads them. */
export const schoolsContributor: StandingContributor = {
  async contribute(db, tenantId, schools) {
    const rows = await db.query<Known>(KNOWN_SQL, [tenantId, [...schools.keys()]]);
    for (const { schoolId, attributes, organizations } of rows) {
      const facts = schools.get(schoolId);
      facts?.attributes.push(...attributes.map((version) => ({ ...version, code: facts.code })));
      facts?.organizations.push(...organizations);
    }
  },
};
