import { forOwnAccount, inOwnTenant, inRange } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * CountyAdmin 县教育工委/教科局管理员: keeps the register, appoints (意见（十二）), approves departures, sets the rollout state and
 * answers for it (意见（十五）). Never enters a school's meetings, votes or opinions, nor requests a departure in its name.
 */
export const countyAdmin: RoleTable = (can, grant) => {
  const range = inRange(grant);
  const own = inOwnTenant(grant);

  // Its own name and, should a county have tenants below it one day, theirs; making tenants is the operator's.
  can('read', 'Tenant', range);
  can('read', 'School', range);
  can(['create', 'update'], 'School', own);
  // Cj/A
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
  can(['read', 'export'], 'Report', range);
  can('read', 'Job', range);
  can('read', 'StoredFile', range);
  can('read', 'Attachment', range);
  can('attach', 'Attachment', own);
  can('read', 'Notification', forOwnAccount(range, grant));
  can('read', 'AuditEntry', range);
  can('read', 'RoleGrant', range);
  can(['grant', 'revoke'], 'RoleGrant', own);
  can(['read', 'create'], 'Account', own);
  can('read', 'TenantSetting', range);
  can('update', 'TenantSetting', own);
};
