import type { PersonRef } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';

/**
 * People of a school under their names, in the order asked.
 * @throws RuleViolation NOT_FOUND for one who never served there
 */
export async function namedPeople(
  ctx: WriteContext,
  personIds: readonly string[],
  schoolId: string,
): Promise<PersonRef[]> {
  if (personIds.length === 0) return [];
  const rows = await ctx.db.query<PersonRef>(
    `SELECT id AS "personId", name AS "personName" FROM person
     WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND school_ids @> ARRAY[$3::uuid]`,
    [ctx.grant.tenantId, personIds, schoolId],
  );
  const byId = new Map(rows.map((row) => [row.personId, row]));
  return personIds.map((id) => {
    const person = byId.get(id);
    if (!person) throw notFound();
    return person;
  });
}
