import type { ProcedureFinding } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import type { CheckSubject } from './topic-words.js';

/** Whose checks: a topic's, a meeting's, an item's, a decision's. Ids are uuids of the grant's tenant. */
export interface Checked {
  readonly subjectType: CheckSubject;
  readonly subjectId: string;
  readonly meetingId?: string | null;
  readonly schoolId: string;
  readonly restricted: boolean;
}

const SAID = `(check_id text, outcome text, severity text, clause text, params jsonb, id uuid)`;
const SAME = `w.check_id = c.check_id AND w.outcome = c.outcome AND w.severity = c.severity AND w.params = c.params`;

/** What says something else now is no longer current; what says something new gets a row. The one waits for the other. */
const RECORD_SQL = `WITH said AS (SELECT * FROM jsonb_to_recordset($8::jsonb) AS w ${SAID}),
gone AS (UPDATE check_outcome c SET current = false WHERE c.tenant_id = $1 AND c.subject_id = $2 AND c.current
  AND NOT EXISTS (SELECT 1 FROM said w WHERE ${SAME}) RETURNING 1)
INSERT INTO check_outcome (tenant_id, subject_id, subject_type, meeting_id, school_id, restricted, evaluated_by, id, check_id, outcome, severity, clause, params)
SELECT $1, $2, $3, $4, $5, $6, $7, w.id, w.check_id, w.outcome, w.severity, w.clause, w.params FROM said w
WHERE (SELECT count(*) FROM gone) >= 0
  AND NOT EXISTS (SELECT 1 FROM check_outcome c WHERE c.tenant_id = $1 AND c.subject_id = $2 AND c.current AND ${SAME})`;

/**
 * Leaves a row for each check whose outcome is new, so that inspection and statistics see what held when. What was not asked
 * (NOT_APPLICABLE) has none.
 */
export async function recordChecks(
  ctx: WriteContext,
  about: Checked,
  findings: readonly ProcedureFinding[],
): Promise<void> {
  const { subjectType, subjectId, meetingId = null, schoolId, restricted } = about;
  const rows = findings
    .filter(({ outcome }) => outcome !== 'NOT_APPLICABLE')
    .map(({ checkId, outcome, severity, clause, params }) => ({
      ...{ id: newId(), check_id: checkId, outcome, severity, clause, params },
    }));
  await ctx.db.query(
    RECORD_SQL,
    [
      ...[ctx.grant.tenantId, subjectId, subjectType, meetingId, schoolId, restricted, ctx.grant.accountId],
      JSON.stringify(rows),
    ],
    'record-checks',
  );
}
