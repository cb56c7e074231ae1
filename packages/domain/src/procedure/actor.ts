import type { CivilDate } from '../civil-date.js';
import type { Role } from '../vocabulary.js';
import type { HeadPost } from './meeting-words.js';

/** Who acts, under which right, on which day. The role is the one of the grant in use: one who holds two posts uses one. */
export type Actor = {
  readonly personId: string | null;
  readonly role: Role;
  readonly on: CivilDate;
};

/** 学校领导班子成员: may propose topics (PM-2, OM-2). */
export const LEADER_ROLES = [
  'Secretary',
  'Principal',
  'DeputySecretary',
  'CommitteeMember',
  'AdminTeamMember',
] as const satisfies readonly Role[];

/** Those who work inside a school; all others only read its meetings (SOD-10). */
export const SCHOOL_ROLES = [...LEADER_ROLES, 'SchoolClerk'] as const satisfies readonly Role[];

/** Those who review and file what schools send (意见（七）: 教育主管部门审查和备案). */
export const FILING_ROLES = ['CityAdmin', 'CountyAdmin'] as const satisfies readonly Role[];

/** Is the role one of these? */
export function isOneOf(role: Role, roles: readonly Role[]): boolean {
  return roles.includes(role);
}

/** The post under which this role acts as head; null for the others. */
export function headPostOfRole(role: Role): HeadPost | null {
  if (role === 'Secretary') return 'SECRETARY';
  return role === 'Principal' ? 'PRINCIPAL' : null;
}
