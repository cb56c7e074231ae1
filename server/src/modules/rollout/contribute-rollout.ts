import type { RolloutFacts } from '@zhixiao/domain';
import type { StandingContributor } from '../../platform/standing/rebuild.js';

/** What rollout knows of schools: their states in the order of their days. */
export const rolloutContributor: StandingContributor = {
  async contribute(db, tenantId, schools) {
    const rows = await db.query<RolloutFacts & { schoolId: string }>(
      `SELECT school_id AS "schoolId", state, effective_on::text AS "effectiveOn", declared, document_no AS "documentNo"
       FROM rollout_entry WHERE tenant_id = $1 AND school_id = ANY ($2::uuid[]) AND superseded_at IS NULL
       ORDER BY school_id, effective_on`,
      [tenantId, [...schools.keys()]],
    );
    for (const { schoolId, ...entry } of rows) schools.get(schoolId)?.rollout.push(entry);
  },
};
