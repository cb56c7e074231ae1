import { forOwnAccount, inOwnTenant, inRange } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * CityAdmin 市委教育工委（市教育局）管理员: reads the city and its counties, writes for city-run (市直) schools only. Who must write
 * in a county holds a grant there. Sets rules and approves (意见（十五）), never enters a school's meetings, votes or opinions.
 */
export const cityAdmin: RoleTable = (can, grant) => {
  const range = inRange(grant);
  const own = inOwnTenant(grant);

  // The names of the tenants below are what every roll-up is grouped by; making tenants is the operator's.
  can('read', 'Tenant', range);
  can('read', 'School', range);
  can(['create', 'update'], 'School', own);
  // Aj: with no submission by the school yet, the approval is the entry by the authority that approves.
  can('read', 'PartyOrganization', range);
  can(['create', 'update'], 'PartyOrganization', own);
  // Who appoints records who it is.
  can('read', 'Person', range);
  can(['create', 'update'], 'Person', own);
  can('read', 'Appointment', range);
  can(['appoint', 'end', 'correct'], 'Appointment', own);
  // The school requests; the authority that approved also takes its approval back when the reason has gone.
  can('read', 'StaffingDeparture', range);
  can(['approve', 'withdraw'], 'StaffingDeparture', own);
  can('read', 'RolloutEntry', range);
  can('set', 'RolloutEntry', own);
  // The catalogue that is handed down to the schools; the decider that the Opinion fixes nobody changes (意见（五）（六）).
  can('read', 'MatterType', range);
  can('set', 'MatterType', own);
  // 审查和备案 (意见（七）): who reviews reaches into the schools below.
  can(['read', 'review'], 'RulesOfProcedure', range);
  can('read', 'Topic', range);
  can('read', 'Meeting', range);
  can('read', 'AgendaItem', range);
  can('read', 'Decision', range);
  can('read', 'DecisionTask', range);
  can('read', 'EmergencyAction', range);
  // A roster is the register and the appointments in bulk, so the import is for who may write both.
  can('read', 'Import', range);
  can(['create', 'confirm', 'undo'], 'Import', own);
  // An export is a reading taken away: as far as the reading goes.
  can(['read', 'export'], 'Report', range);
  can('read', 'Job', range);
  can('read', 'StoredFile', range);
  can('read', 'Attachment', range);
  can('attach', 'Attachment', own);
  can('read', 'Notification', forOwnAccount(range, grant));
  can('read', 'AuditEntry', range);
  // In a county no more than its admin (grantable-roles.ts): whom it gives rights to is the county's own affair, and seen.
  can(['read', 'grant', 'revoke'], 'RoleGrant', range);
  can(['read', 'create'], 'Account', own);
  can('read', 'TenantSetting', range);
  can('update', 'TenantSetting', own);
};
