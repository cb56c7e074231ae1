import { forOwnAccount, inRange } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * CountyInspector 县级督查人员: reads everything in the county and writes inspection records only.
 * They never edit a school's records, settings or rollout state (意见（十四）: supervision; the county's and city's work is theirs).
 */
export const countyInspector: RoleTable = (can, grant) => {
  const range = inRange(grant);

  can('read', 'Tenant', range);
  can('read', 'School', range);
  can('read', 'PartyOrganization', range);
  can('read', 'Person', range);
  can('read', 'Appointment', range);
  can('read', 'StaffingDeparture', range);
  can('read', 'RolloutEntry', range);
  can('read', 'MatterType', range);
  can('read', 'RulesOfProcedure', range);
  can('read', 'Topic', range);
  can('read', 'Meeting', range);
  can('read', 'AgendaItem', range);
  can('read', 'Decision', range);
  can('read', 'DecisionTask', range);
  can('read', 'EmergencyAction', range);
  // Where a record came from is part of inspecting it; sensitive columns of a file are never stored.
  can('read', 'Import', range);
  // The cross-school report as of a date is their finding, and they take it away as a file.
  can(['read', 'export'], 'Report', range);
  can('read', 'Job', range);
  can('read', 'StoredFile', range);
  can('read', 'Attachment', range);
  can('read', 'Notification', forOwnAccount(range, grant));
  can('read', 'AuditEntry', range);
  // No RoleGrant and no Account: the admin's alone. Who acted, under which role, is in the audit.
  can('read', 'TenantSetting', range);
};
