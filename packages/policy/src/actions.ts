/**
 * Everything that may be asked of the policy: one line a subject, with its actions. A new subject or action is added here
 * first; the role tables, the matrix test and the admin then follow by type.
 *
 * `read` of a subject means its rows; a link to it in another type shows only what this says.
 * Topic.propose covers changing, taking back and bringing up again; Topic.prepare every record that its gates ask for and asking for
 * an opinion; Topic.answer one's own opinion and signature; Topic.confirm also returning and accepting a departure. Which head and
 * which side is asked beside it by the domain (whyNotConfirm, whyNotGiveOpinion).
 * Meeting.plan is drafting and its agenda; lead what the one who chairs does; record all that is written while it is held, afterwards and
 * from paper; attend one's own signing in, opinion, vote and recusal; issue the minutes. Who chairs, and whose hand writes, the
 * domain asks (nextMeetingState, whyNotVote, whyNotWriteRecord). What a meeting says of an item is read by the rule of AgendaItem.
 * Decision.report is the report to the party organisation on how it is carried out, answer the superior organisation's word on it;
 * DecisionTask.work one's own report on a task. Whose head, and that nobody closes a task of the own, the use case asks.
 * Import.create covers staging, correcting cells and cancelling one's batch before it is confirmed. A county brings rosters and
 * registers, a school its meetings on paper (for which Meeting.plan is asked again).
 */
export const ACTIONS = {
  Tenant: ['read'],
  School: ['read', 'create', 'update'],
  PartyOrganization: ['read', 'create', 'update'],
  Person: ['read', 'create', 'update'],
  Appointment: ['read', 'appoint', 'end', 'correct'],
  StaffingDeparture: ['read', 'request', 'approve', 'withdraw'],
  RolloutEntry: ['read', 'set'],
  MatterType: ['read', 'set'],
  RulesOfProcedure: ['read', 'draft', 'submit', 'review'],
  Topic: ['read', 'propose', 'prepare', 'answer', 'confirm'],
  Meeting: ['read', 'plan', 'lead', 'record', 'attend', 'issue'],
  AgendaItem: ['read'],
  Decision: ['read', 'publish', 'report', 'answer'],
  DecisionTask: ['read', 'assign', 'work', 'close'],
  EmergencyAction: ['read', 'take', 'confirm'],
  Import: ['read', 'create', 'confirm', 'undo'],
  Report: ['read', 'export'],
  Job: ['read'],
  StoredFile: ['read'],
  Attachment: ['read', 'attach'],
  Notification: ['read'],
  AuditEntry: ['read'],
  RoleGrant: ['read', 'grant', 'revoke'],
  Account: ['read', 'create'],
  TenantSetting: ['read', 'update'],
} as const satisfies Record<string, readonly string[]>;

/** What is acted on. */
export type SubjectName = keyof typeof ACTIONS;

/** What may be done to the subject S. */
export type ActionOf<S extends SubjectName> = (typeof ACTIONS)[S][number];
