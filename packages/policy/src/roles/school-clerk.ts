import { forOwnAccount, inOwnSchool, inTenantOfSchool, onlyFields, unrestricted } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * What a clerk needs of people to write lists and records. Not from the personnel file: birth, ethnicity, education and the
 * dates of party membership.
 */
const PERSON_FIELDS = [
  'id',
  'tenant',
  'name',
  'sex',
  'title',
  'membership',
  'posts',
  'appointments',
  'version',
] as const;

/**
 * SchoolClerk 党政办（党办）记录员, a granted role. Reads what the clerk prepares, personnel and secret items excluded (R*): no
 * Appointment and no StaffingDeparture, so a person's posts and a school's team come out empty. The heads' names are on the
 * school itself. Drafts (Cs) take effect through others and come with what they are drafts of.
 */
export const schoolClerk: RoleTable = (can, grant) => {
  const school = inOwnSchool(grant);
  const tenant = inTenantOfSchool(grant);

  can('read', 'Tenant', tenant);
  can('read', 'School', school);
  can('read', 'PartyOrganization', school);
  can('read', 'Person', onlyFields(school, PERSON_FIELDS));
  can('read', 'RolloutEntry', school);
  can('read', 'MatterType', tenant);
  // Cs(draft): adopting and submitting is for the heads.
  can(['read', 'draft'], 'RulesOfProcedure', school);
  can(['read', 'prepare'], 'Topic', unrestricted(school));
  can(['read', 'plan', 'record'], 'Meeting', school);
  // Meetings on paper in bulk: the own tables only, which hold personnel items as well, and what became of them.
  const own = forOwnAccount(school, grant);
  can(['read', 'create', 'confirm', 'undo'], 'Import', own);
  can('read', 'Job', own);
  can('read', 'AgendaItem', unrestricted(school));
  // Writes down what others report; who assigns and who closes is above the clerk.
  can(['read', 'report'], 'Decision', unrestricted(school));
  can(['read', 'work'], 'DecisionTask', unrestricted(school));
  can(['read', 'confirm'], 'EmergencyAction', unrestricted(school));
  can(['read', 'attach'], 'Attachment', unrestricted(school));
  can('read', 'Notification', forOwnAccount(school, grant));
  can('read', 'TenantSetting', tenant);
};
