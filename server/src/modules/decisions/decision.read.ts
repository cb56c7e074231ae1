import { ID_PREFIXES } from '@zhixiao/domain';
import { attachmentsOf } from '../../platform/attachments/index.js';
import {
  atLeast,
  atMost,
  bool,
  byKey,
  day,
  equals,
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
  textArray,
  where,
  whether,
} from '../../platform/read/index.js';
import { checksOf } from '../topics/index.js';
import { ownAccountSql } from './own-account.js';
import { OPEN_TASK, taskLightSql } from './task-light.js';

/** The most urgent light of its tasks; null where it has none. */
const worstLight = (row: string, on: string): string =>
  `(SELECT max(CASE ${taskLightSql('t', on)} WHEN 'RED' THEN 3 WHEN 'YELLOW' THEN 2 ELSE 1 END) FROM decision_task t
    WHERE t.tenant_id = ${row}.tenant_id AND t.decision_id = ${row}.id AND t.state <> 'CANCELLED')`;

const lightSql = (row: string, on: string): string =>
  `(CASE ${worstLight(row, on)} WHEN 3 THEN 'RED' WHEN 2 THEN 'YELLOW' WHEN 1 THEN 'GREEN' END)`;

const openTasks = (row: string): string =>
  `(SELECT count(*)::int FROM decision_task t WHERE t.tenant_id = ${row}.tenant_id AND t.decision_id = ${row}.id AND t.state IN ${OPEN_TASK})`;

const lastReportedOn = (row: string): string =>
  `(SELECT max(r.reported_on) FROM execution_report r WHERE r.tenant_id = ${row}.tenant_id AND r.decision_id = ${row}.id)`;

/** What still holds and by its type should be public. */
const isToPublish = (row: string): string =>
  `(${row}.disclosure <> 'NONE' AND ${row}.published_on IS NULL AND ${row}.result <> 'REJECTED' AND ${row}.state IN ('IN_FORCE', 'COMPLETED'))`;

const attachmentIds = (row: string): string =>
  `ARRAY(SELECT '${ID_PREFIXES.Attachment}_' || ${row}.tenant_id || '_' || a FROM unnest(${row}.attachment_ids) a)`;

/** The opaque ids of the documents that a report came with. */
export const attachmentIdsField = textArray(attachmentIds, { nonNull: true });

export const decisionModel = readModel('Decision', {
  table: 'decision',
  where: (row) => `${row}.undone_at IS NULL`,
  scope: {
    ...{ tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted' },
    accountId: (row) => ownAccountSql(row, `${row}.concerned_ids`),
  },
  fields: {
    id: key(ID_PREFIXES.Decision),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    number: text('number'),
    year: int('year'),
    seq: int('seq'),
    body: text('body'),
    meeting: one('Meeting', { id: 'meeting_id' }),
    item: one('AgendaItem', { id: 'item_id' }),
    topic: one('Topic', { id: 'topic_id' }),
    title: text('title'),
    text: text('text'),
    matterCode: text('matter_code'),
    category: text('category'),
    result: text('result'),
    confidentiality: text('confidentiality'),
    restricted: bool('restricted'),
    decidedOn: day('decided_on'),
    decidedByName: text('decided_by_name'),
    endedOn: day('ended_on'),
    state: text('state'),
    supersedes: one('Decision', { id: 'supersedes_id' }),
    supersededBy: one('Decision', { id: 'superseded_by_id' }),
    partyDecision: one('Decision', { id: 'party_decision_id' }),
    implementedBy: many('Decision', { party_decision_id: 'id' }, { order: ['-decided_on', '-id'], max: 50 }),
    disclosure: text('disclosure'),
    publishedOn: day('published_on'),
    publishedWhere: text('published_where'),
    publishedByName: text('published_by_name'),
    superiorOn: day('superior_on'),
    superiorDocumentNo: text('superior_document_no'),
    superiorNote: text('superior_note'),
    responsible: text('responsible'),
    dueOn: day('due_on'),
    tasks: many('DecisionTask', { decision_id: 'id' }, { order: ['due_on?', 'id'], max: 100 }),
    openTasks: int(openTasks, { nonNull: true }),
    light: text(lightSql),
    executionReports: many('ExecutionReport', { decision_id: 'id' }, { order: ['-reported_on', '-id'], max: 100 }),
    lastReportedOn: day(lastReportedOn),
    checks: checksOf('DECISION'),
    attachments: attachmentsOf('Decision'),
    enteredAfterwards: bool('entered_afterwards'),
    createdAt: instant('created_at'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf(ID_PREFIXES.School, 'school_id'),
    meetingId: keyOf(ID_PREFIXES.Meeting, 'meeting_id'),
    topicId: keyOf(ID_PREFIXES.Topic, 'topic_id'),
    body: oneOf('body'),
    state: oneOf('state'),
    category: oneOf('category'),
    year: equals('year'),
    light: where(['light'], (row, value, on) => `${lightSql(row, on)} = ANY (${value}::text[])`),
    decidedFrom: atLeast('decided_on'),
    decidedTo: atMost('decided_on'),
    toPublish: whether(['disclosure'], (row, on) => `${on ? '' : 'NOT '}${isToPublish(row)}`),
    published: whether(['publishedOn'], (row, on) => `${row}.published_on IS ${on ? 'NOT ' : ''}NULL`),
    reconsidered: whether(
      ['supersedes'],
      (row, on) => `${on ? '' : 'NOT '}(${row}.supersedes_id IS NOT NULL OR ${row}.superseded_by_id IS NOT NULL)`,
    ),
    outcome: where(
      ['checks'],
      (
        row,
        value,
      ) => `EXISTS (SELECT 1 FROM check_outcome c WHERE c.tenant_id = ${row}.tenant_id AND c.subject_id = ${row}.id
        AND c.current AND c.check_id || ':' || c.outcome = ANY (${value}::text[]))`,
    ),
    q: search(['title', 'number', 'text']),
  },
  orders: {
    DECIDED_ON_DESC: ['-decided_on', '-id'],
    DECIDED_ON_ASC: ['decided_on', 'id'],
    NUMBER_ASC: ['body', '-year', '-seq', '-id'],
  },
});

const executionReport = readModel('ExecutionReport', {
  table: 'execution_report',
  subject: 'Decision',
  scope: {
    ...{ tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted' },
    accountId: (row) =>
      `(SELECT ${ownAccountSql('d', 'd.concerned_ids')} FROM decision d WHERE d.tenant_id = ${row}.tenant_id AND d.id = ${row}.decision_id)`,
  },
  fields: {
    reportedOn: day('reported_on'),
    reportedByName: text('reported_by_name'),
    recordedByName: text('recorded_by_name'),
    text: text('text'),
    meeting: one('Meeting', { id: 'meeting_id' }),
    attachmentIds: attachmentIdsField,
    createdAt: instant('created_at'),
  },
});

export const decisionModels = [decisionModel, executionReport];

export const decisionExtensions = [
  extend('School', { decisions: page('Decision', { school_id: 'school_id' }, { order: ['-decided_on', '-id'] }) }),
  extend('Meeting', { decisions: many('Decision', { meeting_id: 'id' }, { order: ['seq', 'id'], max: 100 }) }),
  extend('AgendaItem', { decision: one('Decision', { item_id: 'id' }) }),
  extend('Topic', { decisions: many('Decision', { topic_id: 'id' }, { order: ['-decided_on', '-id'], max: 20 }) }),
];

export const decisionRoots = {
  decision: byKey('Decision'),
  decisions: list('Decision', { order: 'DECIDED_ON_DESC' }),
};
