import { forOwnAccount, inOwnSchool, inTenantOfSchool } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * DeputySecretary 党组织副书记（专职副书记）, by appointment, as long as it lasts. Reads the own school and takes its report away;
 * departures and the audit are for the two heads.
 */
export const deputySecretary: RoleTable = (can, grant) => {
  const school = inOwnSchool(grant);
  const tenant = inTenantOfSchool(grant);

  can('read', 'Tenant', tenant);
  can('read', 'School', school);
  can('read', 'PartyOrganization', school);
  can('read', 'Person', school);
  // Middle-level posts (Cs) follow a party decision, so they come with decisions.
  can('read', 'Appointment', school);
  can('read', 'RolloutEntry', school);
  can('read', 'MatterType', tenant);
  can('read', 'RulesOfProcedure', school);
  // An opinion only where one person holds both posts (PRE-5): the domain asks that.
  can(['read', 'propose', 'prepare', 'answer'], 'Topic', school);
  // Leads where the head has entrusted it: the domain asks that.
  can(['read', 'lead', 'record', 'attend'], 'Meeting', school);
  can('read', 'AgendaItem', school);
  can(['read', 'answer'], 'Decision', school);
  can(['read', 'assign', 'close'], 'DecisionTask', school);
  can('work', 'DecisionTask', forOwnAccount(school, grant));
  can('read', 'EmergencyAction', school);
  can(['read', 'export'], 'Report', school);
  can('read', 'Job', school);
  can('read', 'StoredFile', school);
  can(['read', 'attach'], 'Attachment', school);
  can('read', 'Notification', forOwnAccount(school, grant));
  can('read', 'TenantSetting', tenant);
};
