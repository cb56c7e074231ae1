import { rulesInForce as versionInForce } from '@zhixiao/domain';
import type { CivilDate, RuledMeetingKind, RulesOfProcedure, RulesVersion } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import type { Rows, Statement } from '../../platform/database/read-pool.js';

export interface RulesPlace {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly kind: RuledMeetingKind;
  readonly on: CivilDate;
}

/** A version of a school's rules that binds it. */
export interface RulesText {
  readonly id: string;
  readonly fields: RulesOfProcedure;
}

type VersionRow = RulesVersion & { readonly id: string };

const VERSIONS_SQL = `SELECT id, number AS version, status AS state, fields AS rules, adopted_on::text AS "adoptedOn", filed_on::text AS "filedOn"
  FROM rules_of_procedure WHERE tenant_id = $1 AND school_id = $2 AND meeting_kind = $3 AND adopted_on <= $4::date`;

/**
 * The rules of procedure that bind a school's meeting on a day (意见（七）): what they say the checks read, and no constant. null:
 * the school has given itself none, and the Opinion alone speaks.
 */
export async function rulesInForce(ctx: ReadContext, place: RulesPlace): Promise<RulesText | null> {
  const [result] = await ctx.read.run([rulesStatement(place)]);
  return rulesFrom(result, place);
}

/** What it asks, for whoever asks more with it. */
export function rulesStatement({ tenantId, schoolId, kind, on }: RulesPlace): Statement {
  return { text: VERSIONS_SQL, values: [tenantId, schoolId, kind, on], name: 'rules-in-force' };
}

/** The rules from the answer to it. */
export function rulesFrom(result: Rows | undefined, { on }: RulesPlace): RulesText | null {
  const versions = (result?.rows ?? []) as unknown as VersionRow[];
  const found = versionInForce(versions, on);
  const id = versions.find((version) => version.version === found?.version)?.id;
  return found && id ? { id, fields: found.rules } : null;
}
