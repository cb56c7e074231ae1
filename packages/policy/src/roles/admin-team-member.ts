import { forOwnAccount, inOwnSchool, inTenantOfSchool, unrestricted, unrestrictedOrConcerned } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * AdminTeamMember 行政班子成员（副校长等）, by appointment, as long as it lasts. Reads the own school.
 * No departures, no audit, no exports, and so no jobs or files.
 */
export const adminTeamMember: RoleTable = (can, grant) => {
  const school = inOwnSchool(grant);
  const tenant = inTenantOfSchool(grant);

  can('read', 'Tenant', tenant);
  can('read', 'School', school);
  can('read', 'PartyOrganization', school);
  can('read', 'Person', school);
  can('read', 'Appointment', school);
  can('read', 'RolloutEntry', school);
  can('read', 'MatterType', tenant);
  can('read', 'RulesOfProcedure', school);
  for (const rows of unrestrictedOrConcerned(school, grant)) can('read', 'Topic', rows);
  can(['propose', 'prepare'], 'Topic', school);
  // Leads where the head has entrusted it, writes where named as recorder: the domain asks that.
  can(['read', 'lead', 'record', 'attend'], 'Meeting', school);
  for (const rows of unrestrictedOrConcerned(school, grant)) can('read', 'AgendaItem', rows);
  for (const rows of unrestrictedOrConcerned(school, grant)) {
    can('read', 'Decision', rows);
    can('read', 'DecisionTask', rows);
  }
  // Co: a decision in which the member has a task, and that task.
  can('report', 'Decision', forOwnAccount(school, grant));
  can('work', 'DecisionTask', forOwnAccount(school, grant));
  can('read', 'EmergencyAction', unrestricted(school));
  for (const rows of unrestrictedOrConcerned(school, grant)) can('read', 'Attachment', rows);
  can('attach', 'Attachment', unrestricted(school));
  can('read', 'Notification', forOwnAccount(school, grant));
  can('read', 'TenantSetting', tenant);
};
