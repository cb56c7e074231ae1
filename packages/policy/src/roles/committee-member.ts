import { forOwnAccount, inOwnSchool, inTenantOfSchool } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * CommitteeMember 党组织委员, by appointment, as long as it lasts. Reads the own school.
 * No departures, no audit, no exports, and so no jobs or files.
 */
export const committeeMember: RoleTable = (can, grant) => {
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
  can(['read', 'propose', 'prepare'], 'Topic', school);
  // Leads where the head has entrusted it, writes where named as recorder: the domain asks that.
  can(['read', 'lead', 'record', 'attend'], 'Meeting', school);
  can('read', 'AgendaItem', school);
  can('read', 'Decision', school);
  can('read', 'DecisionTask', school);
  can('work', 'DecisionTask', forOwnAccount(school, grant));
  can('read', 'EmergencyAction', school);
  can(['read', 'attach'], 'Attachment', school);
  can('read', 'Notification', forOwnAccount(school, grant));
  can('read', 'TenantSetting', tenant);
};
