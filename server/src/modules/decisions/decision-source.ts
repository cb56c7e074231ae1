import type { KnownDecision } from '../topics/index.js';
import type { ReadContext } from '../../platform/context.js';

const KNOWN_SQL = `SELECT d.id, d.school_id AS "schoolId", d.body, d.state, later.topic_id AS "replacedByTopicId"
  FROM decision d LEFT JOIN decision later ON later.tenant_id = d.tenant_id AND later.id = d.superseded_by_id
  WHERE d.tenant_id = $1 AND d.id = ANY ($2::uuid[]) AND d.undone_at IS NULL`;

/** What topics ask of the decisions that they carry out or reconsider. */
export async function decisionSource(
  ctx: ReadContext,
  { tenantId, ids }: { readonly tenantId: number; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, KnownDecision>> {
  const [result] = await ctx.read.run([{ text: KNOWN_SQL, values: [tenantId, ids] }]);
  const rows = (result?.rows ?? []) as unknown as (KnownDecision & { id: string })[];
  return new Map(rows.map(({ id, ...known }) => [id, known]));
}
