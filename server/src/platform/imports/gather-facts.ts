import type { RosterFacts, RosterKind, SchoolFact } from '@zhixiao/documents';
import { abilityFor } from '@zhixiao/policy';
import type { ReadContext } from '../context.js';
import type { ActiveGrant } from '../scope.js';
import { importPorts } from './import-kind.js';
import { isOfSchool, ownImport } from './import-rights.js';

/** Who imports what: the grant in use, and all that the account holds. */
export interface Importing {
  readonly kind: RosterKind;
  readonly grant: ActiveGrant;
  readonly grants: readonly ActiveGrant[];
}

/** The grants under which an account may write imported rows: one a tenant; a school's own under the one in use alone. */
export function importingGrants({ kind, grant, grants }: Importing): Map<number, ActiveGrant> {
  const held = isOfSchool(kind) ? [grant] : grants.filter(({ schoolId }) => schoolId === null);
  const may = held.filter((one) => abilityFor(one).can('confirm', ownImport(one)));
  return new Map(may.map((one) => [one.tenantId, one]));
}

const SCHOOLS_SQL = `SELECT tenant_id AS "tenantId", school_id AS "schoolId", code, name, jsonb_build_object(
    'stage', stage, 'ownership', ownership, 'legalPerson', legal_person, 'town', town, 'classes', classes, 'students', students,
    'staff', staff, 'members', members, 'orgName', organization_name, 'orgType', org_type, 'hasCommittee', has_committee,
    'termEnd', term_end) AS register
  FROM school_standing WHERE tenant_id BETWEEN $1 AND $2 AND valid_from <= $3::date AND valid_to > $3::date`;

/** Everything that a judgement may lean on, read under the grant that imports; rows go where the account may write. */
export async function gatherFacts(
  ctx: ReadContext,
  grants: readonly ActiveGrant[],
  options: { readonly kind: RosterKind; readonly dataAsOf: string | null },
): Promise<RosterFacts> {
  const { kinds, divisions } = importPorts();
  const [schools] = await ctx.read.run([{ text: SCHOOLS_SQL, values: [ctx.grant.lo, ctx.grant.hi, ctx.today] }]);
  const more = await kinds[options.kind].facts(ctx);
  return {
    importerScope: {
      tenantIds: [...importingGrants({ kind: options.kind, grant: ctx.grant, grants }).keys()].filter(
        (id) => ctx.grant.lo <= id && id <= ctx.grant.hi,
      ),
    },
    divisions,
    schools: (schools?.rows ?? []) as unknown as SchoolFact[],
    ...more,
    dataAsOf: options.dataAsOf ? { on: options.dataAsOf, precision: 'day' } : null,
  };
}
