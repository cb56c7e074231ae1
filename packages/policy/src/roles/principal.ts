import { forOwnAccount, inOwnSchool, inTenantOfSchool, unrestricted, unrestrictedOrConcerned } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/**
 * Principal 校长（园长）, by appointment, as long as it lasts (意见（四）). Reads the own school, requests departures for it. A school
 * never approves its own departure and never sets its own rollout state (意见（七）、（十五）).
 */
export const principal: RoleTable = (can, grant) => {
  const school = inOwnSchool(grant);
  const tenant = inTenantOfSchool(grant);

  can('read', 'Tenant', tenant);
  can('read', 'School', school);
  can('read', 'PartyOrganization', school);
  can('read', 'Person', school);
  can('read', 'Appointment', school);
  // Who requests may also take the request back.
  can(['read', 'request', 'withdraw'], 'StaffingDeparture', school);
  can('read', 'RolloutEntry', school);
  can('read', 'MatterType', tenant);
  can(['read', 'draft', 'submit'], 'RulesOfProcedure', school);
  // As the other side (意见（九）) the principal reads also the restricted topic on which an opinion or signature is asked.
  for (const rows of unrestrictedOrConcerned(school, grant)) can('read', 'Topic', rows);
  can(['propose', 'prepare', 'answer', 'confirm'], 'Topic', school);
  can(['read', 'plan', 'lead', 'record', 'attend', 'issue'], 'Meeting', school);
  for (const rows of unrestrictedOrConcerned(school, grant)) can('read', 'AgendaItem', rows);
  for (const rows of unrestrictedOrConcerned(school, grant)) {
    can('read', 'Decision', rows);
    can('read', 'DecisionTask', rows);
    can('read', 'EmergencyAction', rows);
  }
  // Reports to the party organisation how major decisions are carried out (意见（四）9).
  can(['publish', 'report', 'answer'], 'Decision', school);
  can(['assign', 'close'], 'DecisionTask', school);
  can('work', 'DecisionTask', forOwnAccount(school, grant));
  can(['take', 'confirm'], 'EmergencyAction', school);
  can(['read', 'export'], 'Report', school);
  can('read', 'Job', school);
  can('read', 'StoredFile', school);
  for (const rows of unrestrictedOrConcerned(school, grant)) can('read', 'Attachment', rows);
  can('attach', 'Attachment', unrestricted(school));
  can('read', 'Notification', forOwnAccount(school, grant));
  can('read', 'AuditEntry', school);
  can('read', 'TenantSetting', tenant);
};
