/**
 * decisions 决议与督办: the register of what meetings decided, the tasks that carry it out, reports to the party organisation on
 * it, and emergency actions (意见（二）（三）（四）9（七）).
 * Tables: decision_number, decision, decision_task, task_role, task_report, execution_report, emergency_action.
 * Rules: a decision is entered with the result of its item and never changed; a reconsideration by the same kind of meeting
 * takes its place, both stay to be seen, and what was to be done for the old one ends. Who has a task reports on it; who does
 * it never closes it. 红黄绿 is the domain's taskLight as SQL (task-light.ts). When a semester is over REC-5 asks for the
 * execution reports. Decisions on people and secrets are read by fewer until the head of the meeting publishes them; then the
 * restriction is lifted wherever the matter is kept.
 */
import { decisionSource } from './decision-source.js';
import { decisionAttachments, taskAttachments } from './decision-attachments.js';
import { DECISION_NOTIFICATIONS } from './decision.dictionary.js';
import { Decision } from './decision.entity.js';
import { decisionExtensions, decisionModels, decisionRoots } from './decision.read.js';
import {
  DecisionAttachmentsResolver,
  DecisionResolver,
  ItemDecisionResolver,
  MeetingDecisionsResolver,
  SchoolDecisionsResolver,
  TopicDecisionsResolver,
} from './decision.resolver.js';
import { DecisionTask, TaskReport, TaskRole } from './decision-task.entity.js';
import { EmergencyAction } from './emergency-action.entity.js';
import { emergencyModels, emergencyRoots } from './emergency.read.js';
import { EmergencyResolver } from './emergency.resolver.js';
import { ExecutionReport } from './execution-report.entity.js';
import { meetingsImport } from './import-meetings.js';
import { judgeSemester } from './judge-execution.js';
import { raiseDueTasks, raiseLateEmergencies } from './raise-due-tasks.js';
import { recordDecision } from './record-decision.js';
import { taskExtensions, taskModels, taskRoots } from './task.read.js';
import { DecisionTaskResolver, SchoolTasksResolver, TaskAttachmentsResolver } from './task.resolver.js';

export { decisionNumber } from './decision.dictionary.js';
export { executionFindings } from './judge-execution.js';
export { lastDayOf } from './supersede-decision.js';

export const decisionsModule = {
  entities: [Decision, DecisionTask, TaskRole, TaskReport, ExecutionReport, EmergencyAction],
  resolvers: [
    ...[
      DecisionResolver,
      DecisionAttachmentsResolver,
      DecisionTaskResolver,
      TaskAttachmentsResolver,
      EmergencyResolver,
    ],
    ...[SchoolDecisionsResolver, SchoolTasksResolver, MeetingDecisionsResolver, ItemDecisionResolver],
    TopicDecisionsResolver,
  ],
  models: [...decisionModels, ...taskModels, ...emergencyModels],
  extensions: [...decisionExtensions, ...taskExtensions],
  roots: { ...decisionRoots, ...taskRoots, ...emergencyRoots },
  attachments: { Decision: decisionAttachments, DecisionTask: taskAttachments },
  notifications: {
    kinds: DECISION_NOTIFICATIONS,
    routes: {
      Decision: '/decisions/{id}/show',
      DecisionTask: '/decisionTasks/{id}/show',
      EmergencyAction: '/emergencyActions/{id}/show',
    },
    daily: [raiseDueTasks, raiseLateEmergencies, judgeSemester],
  },
  /** what the modules to the left ask of this one */
  source: decisionSource,
  onDecided: recordDecision,
  importKind: meetingsImport,
};
