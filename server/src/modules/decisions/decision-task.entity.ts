import type { TaskRole as RoleInTask, TaskState } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaskReportKind } from './decision-words.js';

/** What carries out a decision: somebody has it, until a day. */
@Entity('decision_task')
export class DecisionTask {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'decision_id' }) decisionId: string;
  @Column('text') title: string;
  @Column('text') note: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('text', { name: 'owner_name' }) ownerName: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('date', { name: 'assigned_on' }) assignedOn: string;
  @Column('uuid', { name: 'assigned_by_id', nullable: true }) assignedById: string | null;
  @Column('text', { name: 'assigned_by_name' }) assignedByName: string;
  @Column('text') state: TaskState;
  @Column('int') percent: number;
  @Column('date', { name: 'done_on', nullable: true }) doneOn: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  @Column('uuid', { name: 'closed_by_id', nullable: true }) closedById: string | null;
  @Column('text', { name: 'closed_by_name', nullable: true }) closedByName: string | null;
  @Column('text', { name: 'close_note', nullable: true }) closeNote: string | null;
  @Column('uuid', { name: 'person_ids', array: true }) personIds: string[];
  @Column('bool') restricted: boolean;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}

/** Who does, follows up or helps with a task (决定—实施—监督—配合). */
@Entity('task_role')
export class TaskRole {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'task_id' }) taskId: string;
  @Column('text') role: RoleInTask;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text', { name: 'person_name' }) personName: string;
  @Column('bool') restricted: boolean;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}

/** One line in the history of a task. */
@Entity('task_report')
export class TaskReport {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'task_id' }) taskId: string;
  @Column('text') kind: TaskReportKind;
  @Column('date', { name: 'reported_on' }) reportedOn: string;
  @Column('uuid', { name: 'by_id', nullable: true }) byId: string | null;
  @Column('text', { name: 'by_name' }) byName: string;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('int') percent: number;
  @Column('text') text: string;
  @Column('uuid', { name: 'attachment_ids', array: true }) attachmentIds: string[];
  @Column('bool') restricted: boolean;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}
