import { ID_PREFIXES } from '@zhixiao/domain';
import { attachmentsOf } from '../../platform/attachments/index.js';
import {
  atLeast,
  atMost,
  bool,
  byKey,
  day,
  extend,
  instant,
  int,
  key,
  keyOf,
  list,
  many,
  one,
  oneOf,
  page,
  readModel,
  search,
  subtree,
  text,
  where,
  whether,
} from '../../platform/read/index.js';
import { attachmentIdsField } from './decision.read.js';
import { ownAccountSql } from './own-account.js';
import { OPEN_TASK, taskLightSql } from './task-light.js';

/** Is the acting account's person among these? */
const isOwn = (row: string, personIds: string): string => `(${ownAccountSql(row, personIds)} IS NOT NULL)`;

const isOpen = (row: string): string => `${row}.state IN ${OPEN_TASK}`;

/** What the account has to do: a task of its own, or to look at one that was reported done. */
const waits = (row: string): string =>
  `((${row}.state IN ('ASSIGNED', 'IN_PROGRESS') AND ${isOwn(row, `ARRAY[${row}.owner_id]`)}) OR (${row}.state = 'REPORTED_DONE' AND
    EXISTS (SELECT 1 FROM task_role s WHERE s.tenant_id = ${row}.tenant_id AND s.task_id = ${row}.id AND s.role = 'SUPERVISE'
      AND ${isOwn('s', 'ARRAY[s.person_id]')})))`;

/** Parts of a task are read by whoever reads the task. */
const ofTask = {
  subject: 'DecisionTask',
  scope: {
    ...{ tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted' },
    accountId: (row: string): string =>
      `(SELECT ${ownAccountSql('t', 't.person_ids')} FROM decision_task t WHERE t.tenant_id = ${row}.tenant_id AND t.id = ${row}.task_id)`,
  },
} as const;

/** Those who do it, those who follow it up, those who help. */
const byRole = {
  sql: (row: string): string => `array_position(ARRAY['IMPLEMENT', 'SUPERVISE', 'SUPPORT'], ${row}.role)`,
  uses: 'role',
} as const;

const task = readModel('DecisionTask', {
  table: 'decision_task',
  scope: {
    ...{ tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted' },
    accountId: (row) => ownAccountSql(row, `${row}.person_ids`),
  },
  fields: {
    id: key(ID_PREFIXES.DecisionTask),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    decision: one('Decision', { id: 'decision_id' }),
    title: text('title'),
    note: text('note'),
    owner: one('Person', { id: 'owner_id' }),
    ownerName: text('owner_name'),
    dueOn: day('due_on'),
    state: text('state'),
    light: text(taskLightSql, { nonNull: true }),
    percent: int('percent'),
    assignedOn: day('assigned_on'),
    assignedByName: text('assigned_by_name'),
    doneOn: day('done_on'),
    closedOn: day('closed_on'),
    closedByName: text('closed_by_name'),
    closeNote: text('close_note'),
    people: many('TaskPerson', { task_id: 'id' }, { order: [byRole, 'id'], max: 70 }),
    reports: many('TaskReport', { task_id: 'id' }, { order: ['-id'], max: 200 }),
    lastReportedOn: day(
      (
        row,
      ) => `(SELECT max(r.reported_on) FROM task_report r WHERE r.tenant_id = ${row}.tenant_id AND r.task_id = ${row}.id
        AND r.kind IN ('PROGRESS', 'DONE'))`,
    ),
    mineToDo: bool((row) => isOwn(row, `ARRAY[${row}.owner_id]`), { nonNull: true }),
    attachments: attachmentsOf('DecisionTask'),
    restricted: bool('restricted'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf(ID_PREFIXES.School, 'school_id'),
    decisionId: keyOf(ID_PREFIXES.Decision, 'decision_id'),
    state: oneOf('state'),
    light: where(['light'], (row, value, on) => `${taskLightSql(row, on)} = ANY (${value}::text[])`),
    open: whether(['state'], (row, on) => `${on ? '' : 'NOT '}${isOpen(row)}`),
    mine: whether(['people'], (row, on) => `${on ? '' : 'NOT '}${isOwn(row, `${row}.person_ids`)}`),
    waitingForMe: whether(['state'], (row, on) => `${on ? '' : 'NOT '}${waits(row)}`),
    dueFrom: atLeast('due_on'),
    dueTo: atMost('due_on'),
    q: search(['title', 'owner_name']),
  },
  orders: { DUE_ON_ASC: ['due_on?', 'id'], NEWEST: ['-id'] },
});

const person = readModel('TaskPerson', {
  table: 'task_role',
  ...ofTask,
  fields: {
    role: text('role'),
    personId: key(ID_PREFIXES.Person, 'person_id'),
    personName: text('person_name'),
  },
});

const report = readModel('TaskReport', {
  table: 'task_report',
  ...ofTask,
  fields: {
    kind: text('kind'),
    reportedOn: day('reported_on'),
    byName: text('by_name'),
    recordedByName: text('recorded_by_name'),
    percent: int('percent'),
    text: text('text'),
    attachmentIds: attachmentIdsField,
    createdAt: instant('created_at'),
  },
});

export const taskModels = [task, person, report];

export const taskExtensions = [
  extend('School', { decisionTasks: page('DecisionTask', { school_id: 'school_id' }, { order: ['due_on?', 'id'] }) }),
];

export const taskRoots = {
  decisionTask: byKey('DecisionTask'),
  decisionTasks: list('DecisionTask', { order: 'DUE_ON_ASC' }),
};
