import { forOwnAccount, inOwnSchool, inTenantOfSchool } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * Secretary 学校党组织书记, by appointment, as long as it lasts (意见（三）). Reads the own school, requests departures for it. A
 * school never approves its own departure and never sets its own rollout state (意见（七）、（十五）).
 */
export const secretary: RoleTable = (can, grant) => {
  const school = inOwnSchool(grant);
  const tenant = inTenantOfSchool(grant);

  can('read', 'Tenant', tenant);
  can('read', 'School', school);
  // Cs(submit): what a secretary submits takes effect when approved, so it is no update of the organisation.
  can('read', 'PartyOrganization', school);
  can('read', 'Person', school);
  // Middle-level posts (Cs) follow a party decision, so they come with decisions.
  can('read', 'Appointment', school);
  // Who requests may also take the request back.
  can(['read', 'request', 'withdraw'], 'StaffingDeparture', school);
  can('read', 'RolloutEntry', school);
  can('read', 'MatterType', tenant);
  can(['read', 'draft', 'submit'], 'RulesOfProcedure', school);
  can(['read', 'propose', 'prepare', 'answer', 'confirm'], 'Topic', school);
  can(['read', 'plan', 'lead', 'record', 'attend', 'issue'], 'Meeting', school);
  can('read', 'AgendaItem', school);
  // 督促检查 (意见（三）): follows up what was decided; the report on it is the principal's.
  can(['read', 'publish', 'answer'], 'Decision', school);
  can(['read', 'assign', 'close'], 'DecisionTask', school);
  can('work', 'DecisionTask', forOwnAccount(school, grant));
  can(['read', 'take', 'confirm'], 'EmergencyAction', school);
  can(['read', 'export'], 'Report', school);
  can('read', 'Job', school);
  can('read', 'StoredFile', school);
  can(['read', 'attach'], 'Attachment', school);
  can('read', 'Notification', forOwnAccount(school, grant));
  can('read', 'AuditEntry', school);
  can('read', 'TenantSetting', tenant);
};
