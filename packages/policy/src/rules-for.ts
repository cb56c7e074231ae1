import type { Role } from '@zhixiao/domain';
import type { GrantScope } from './grant-scope.js';
import { adminTeamMember } from './roles/admin-team-member.js';
import { cityAdmin } from './roles/city-admin.js';
import { cityInspector } from './roles/city-inspector.js';
import { committeeMember } from './roles/committee-member.js';
import { countyAdmin } from './roles/county-admin.js';
import { countyInspector } from './roles/county-inspector.js';
import { deputySecretary } from './roles/deputy-secretary.js';
import { parent } from './roles/parent.js';
import { platformOperator } from './roles/platform-operator.js';
import { principal } from './roles/principal.js';
import { schoolClerk } from './roles/school-clerk.js';
import { secretary } from './roles/secretary.js';
import { staff } from './roles/staff.js';
import { collectRules, type PolicyRule, type RoleTable } from './rule-table.js';

const TABLES: Readonly<Record<Role, RoleTable>> = {
  PlatformOperator: platformOperator,
  CityAdmin: cityAdmin,
  CityInspector: cityInspector,
  CountyAdmin: countyAdmin,
  CountyInspector: countyInspector,
  Secretary: secretary,
  Principal: principal,
  DeputySecretary: deputySecretary,
  CommitteeMember: committeeMember,
  AdminTeamMember: adminTeamMember,
  SchoolClerk: schoolClerk,
  Staff: staff,
  Parent: parent,
};

/** The rules of one grant as plain JSON: the server's ability is made of them, and the admin's (`viewer.abilities`). */
export function rulesFor(scope: GrantScope): PolicyRule[] {
  return collectRules(TABLES[scope.role], scope);
}
