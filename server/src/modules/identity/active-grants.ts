import { encodeId } from '@zhixiao/domain';
import type { Post, Role } from '@zhixiao/domain';
import { derivedId } from '../../platform/ids.js';
import type { ActiveGrant } from '../../platform/scope.js';

/** A row of role_grant with its tenant's place in the tree. */
export interface GrantRow {
  id: string;
  tenant_id: number;
  subtree_end: number;
  ancestors: number[];
  role: Role;
  school_id: string | null;
}

/** A post that the account's person holds today (意见（十二）); what it may do follows from it and ends with it. */
export interface PostRow {
  tenant_id: number;
  ancestors: number[];
  school_id: string;
  person_id: string;
  post: Post;
}

const ROLE_OF_POST: Partial<Record<Post, Role>> = {
  SECRETARY: 'Secretary',
  PRINCIPAL: 'Principal',
  DEPUTY_SECRETARY: 'DeputySecretary',
  COMMITTEE_MEMBER: 'CommitteeMember',
  VICE_PRINCIPAL: 'AdminTeamMember',
  ASSISTANT_PRINCIPAL: 'AdminTeamMember',
};

/** The right that a post gives; null for one that gives none. */
export function roleOfPost(post: Post): Role | null {
  return ROLE_OF_POST[post] ?? null;
}

interface Holder {
  accountId: string;
  accountName: string;
}

/** A granted role reads its tenant's whole range, or its one school; it writes in its tenant. */
function fromGrant(row: GrantRow, holder: Holder): ActiveGrant {
  return {
    id: encodeId('G', row.tenant_id, row.id),
    role: row.role,
    tenantId: row.tenant_id,
    lo: row.tenant_id,
    hi: row.school_id ? row.tenant_id : row.subtree_end,
    schoolId: row.school_id,
    ancestors: row.ancestors,
    personId: null,
    ...holder,
  };
}

function fromPost(row: PostRow, holder: Holder): ActiveGrant[] {
  const role = roleOfPost(row.post);
  if (!role) return [];
  const id = encodeId('G', row.tenant_id, derivedId(holder.accountId, row.school_id, role));
  const { tenant_id: tenantId, school_id: schoolId, person_id: personId, ancestors } = row;
  return [{ id, role, tenantId, lo: tenantId, hi: tenantId, schoolId, ancestors, personId, ...holder }];
}

/** The first grant is the one that a new session begins with: a principal who is also deputy secretary begins as principal. */
const HEADS: readonly Post[] = ['SECRETARY', 'PRINCIPAL'];
const headsFirst = (a: PostRow, b: PostRow): number => Number(HEADS.includes(b.post)) - Number(HEADS.includes(a.post));

/**
 * Every grant of an account on the day, granted roles first, then the posts of heads; two posts that give the same right give
 * one grant.
 */
export function activeGrants(grants: readonly GrantRow[], posts: readonly PostRow[], holder: Holder): ActiveGrant[] {
  const all = [
    ...grants.map((row) => fromGrant(row, holder)),
    ...[...posts].sort(headsFirst).flatMap((row) => fromPost(row, holder)),
  ];
  return [...new Map(all.map((grant) => [grant.id, grant])).values()];
}
