import type { ScopedRow } from '@zhixiao/policy';

/** What a record of the API must have so that rights on it can be judged. */
export interface ScopedRecord {
  readonly id: string;
  readonly school?: { readonly id: string } | null;
  readonly schoolId?: string | null;
  /** Of a personnel or secret matter that is not published. */
  readonly restricted?: boolean;
  /** Of a row that is for one account alone. */
  readonly accountId?: string;
  readonly posts?: readonly { readonly school?: { readonly id: string } | null }[];
}

interface IdParts {
  readonly tenantId: number;
  readonly key: string | undefined;
}

/** `S_522636_<uuid>`: type, tenant, key. */
function partsOfId(id: string): IdParts {
  const [, tenant, key] = id.split('_');
  return { tenantId: Number(tenant), key };
}

function keyOf(id: string | null | undefined): string | null {
  return id ? (partsOfId(id).key ?? null) : null;
}

/** The row behind a record of the API: opaque ids become those that rules are written with. */
export function scopedRow(record: ScopedRecord): ScopedRow {
  const { tenantId, key } = partsOfId(record.id);
  const schoolId = keyOf(record.school?.id ?? record.schoolId);
  const accountId = keyOf(record.accountId);
  const restriction = {
    ...(record.restricted === undefined ? {} : { restricted: record.restricted }),
    ...(accountId === null ? {} : { accountId }),
  };
  if (!record.posts) return { tenantId, id: key, schoolId, ...restriction };
  const schoolIds = record.posts.map(({ school }) => keyOf(school?.id)).filter((id) => id !== null);
  return { tenantId, id: key, schoolIds };
}
