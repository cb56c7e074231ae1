import { decodeId, encodeId, encodeTenantId } from '@zhixiao/domain';
import { rulesFor } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext, SignedIn } from '../../platform/graphql/graphql-context.js';
import { asFields } from '../../platform/read/index.js';
import type { ActiveGrant } from '../../platform/scope.js';
import { policyScope } from './policy-scope.js';
import { settingsInForce } from '../tenancy/index.js';
import type { GrantRoleInput, GrantType, ViewerType } from './viewer.type.js';

interface Described {
  id: string;
  tenant_id: number;
  code: string;
  name: string;
  level: string;
  is_demo: boolean;
  school_name: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

/** Names for the grants, in the grants' order; a right that follows from a post has no dates of its own. */
const DESCRIBE_SQL = `
SELECT g.id, t.id AS tenant_id, t.code, t.name, t.level, t.is_demo, v.name AS school_name,
  lower(r.valid)::text AS valid_from, (upper(r.valid) - 1)::text AS valid_to
FROM jsonb_to_recordset($1::jsonb) AS g (id text, tenant_id int, school_id uuid, grant_uuid uuid)
JOIN tenant t ON t.id = g.tenant_id
LEFT JOIN role_grant r ON r.tenant_id = g.tenant_id AND r.id = g.grant_uuid
LEFT JOIN school_version v ON v.tenant_id = g.tenant_id AND v.school_id = g.school_id AND v.superseded_at IS NULL AND v.valid @> $2::date`;

async function describeGrants(ctx: GraphqlContext, signedIn: SignedIn): Promise<(GrantType & { demo: boolean })[]> {
  const asked = signedIn.grants.map((grant) => ({
    id: grant.id,
    tenant_id: grant.tenantId,
    school_id: grant.schoolId,
    grant_uuid: decodeId(grant.id)?.uuid ?? null,
  }));
  const { rows } = await ctx.ports.auth.query<Described>(DESCRIBE_SQL, [JSON.stringify(asked), ctx.today]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return signedIn.grants.flatMap((grant) => {
    const row = byId.get(grant.id);
    return row ? [describe(grant, row)] : [];
  });
}

function describe(grant: ActiveGrant, row: Described): GrantType & { demo: boolean } {
  return {
    id: grant.id,
    role: grant.role,
    tenant: asFields({ id: encodeTenantId(row.tenant_id), code: row.code, name: row.name, level: row.level }),
    schoolId: grant.schoolId ? encodeId('S', grant.tenantId, grant.schoolId) : null,
    schoolName: row.school_name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    demo: row.is_demo,
  };
}

/** Who is signed in, under which grants, and what the grant in use allows. */
export async function viewer(ctx: GraphqlContext, signedIn: SignedIn): Promise<ViewerType> {
  const grants = await describeGrants(ctx, signedIn);
  const { accountId, username, displayName } = signedIn;
  const current = ctx.grant ? (grants.find((grant) => grant.id === ctx.grant?.id) ?? null) : null;
  return {
    account: { id: encodeId('U', 0, accountId), username, displayName },
    grants,
    grant: current,
    abilities: ctx.grant ? rulesFor(policyScope(ctx.grant)) : [],
    today: ctx.today,
    settings: ctx.grant ? await settingsInForce(reading(ctx)) : null,
    demo: current?.demo ?? false,
  };
}

/** A grant just given, as its giver sees it. */
export async function viewGrant(
  ctx: WriteContext,
  input: GrantRoleInput,
  { id, tenantId }: { readonly id: string; readonly tenantId: number },
): Promise<GrantType> {
  const [tenant] = await ctx.db.query<{ code: string; name: string; level: string }>(
    'SELECT code, name, level FROM tenant WHERE id = $1',
    [tenantId],
  );
  if (!tenant) throw notFound();
  return {
    id,
    role: input.role,
    tenant: asFields({ id: encodeTenantId(tenantId), ...tenant }),
    schoolId: input.schoolId ?? null,
    schoolName: null,
    validFrom: input.validFrom,
    validTo: input.validTo,
  };
}
