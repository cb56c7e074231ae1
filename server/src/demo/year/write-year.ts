import type { CopyText } from '../tables.js';
import { historyOfYear } from './history.js';
import { filingOf } from './rules.js';
import type { SchoolYear } from './school-year.js';
import type { DemoDecision, DemoItem, DemoMeeting, DemoTopic } from './year-rows.js';
import { YEAR_TABLES } from './year-tables.js';
import type { YearTable } from './year-tables.js';

const SEALED: readonly string[] = ['SIGNED', 'ISSUED'];
/** Of each table the names under which rows in memory have its columns: meeting_id → meetingId. */
const NAMES = Object.fromEntries(
  Object.entries(YEAR_TABLES).map(([table, of]) => [
    table,
    of.map((column) => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())),
  ]),
) as unknown as Readonly<Record<YearTable, readonly string[]>>;

/** Said each morning, but once for each day on which it is due. */
const ONCE: readonly string[] = ['TASK_DUE_SOON', 'TASK_OVERDUE'];

type Put = (table: YearTable, row: object, more?: object) => void;

/** All rows of a school's year as text to be copied in. */
export function writeYear(out: CopyText, year: SchoolYear): void {
  const { tenantId, schoolId } = year;
  const place = { tenantId, schoolId };
  const put: Put = (table, row, more = {}) => {
    const [first, second, third] = [place, more, row] as Readonly<Record<string, unknown>>[];
    const valueOf = (name: string): unknown =>
      first?.[name] ?? (second && name in second ? second[name] : third?.[name]);
    out.addValues(table, NAMES[table].map(valueOf));
  };
  for (const rules of year.rules) {
    const { filedOn, endedOn } = rules;
    const valid = filedOn ? `[${filedOn},${endedOn ?? ''})` : null;
    put('rules_of_procedure', rules, { ...filingOf(year, rules), valid, version: 1, createdByName: year.clerk.name });
  }
  for (const topic of year.topics) putTopic(put, topic);
  for (const one of year.departures) put('procedural_departure', one, { version: one.approvedOn ? 2 : 1 });
  for (const meeting of year.meetings) putMeeting(put, meeting);
  putDecisions(put, year);
  for (const one of year.emergencies) put('emergency_action', one, { restricted: false });
  const open = new Set(
    [...year.topics, ...year.meetings.flatMap(({ items }) => items), ...year.decisions]
      .filter(isOpen)
      .map(({ id }) => id),
  );
  for (const { finding, ...row } of year.outcomes.rows) {
    const restricted = row.restricted && !open.has(row.subjectId);
    put('check_outcome', row, { ...finding, restricted });
  }
  for (const entry of historyOfYear(year)) out.add('audit_entry', entry);
  for (const one of year.notices)
    put('notification', one, { once: ONCE.includes(one.kind) ? one.params['dueOn'] : null });
}

/** What was restricted and is not any more, because its decision is published. */
function isOpen(one: DemoTopic | DemoItem | DemoDecision): boolean {
  return 'position' in one ? one.published : !one.restricted;
}

function putTopic(put: Put, topic: DemoTopic): void {
  put('topic', topic);
  const of = { topicId: topic.id, restricted: topic.restricted };
  for (const record of topic.records) put('topic_record', record, of);
  for (const round of topic.rounds) put('consultation', round, of);
}

function putMeeting(put: Put, meeting: DemoMeeting): void {
  const signed = SEALED.includes(meeting.state);
  const of = { meetingId: meeting.id, signed };
  put('meeting', meeting);
  if (meeting.delegation) put('meeting_delegation', meeting.delegation, { ...of, version: 1 });
  for (const one of meeting.attendance) put('attendance', one, of);
  for (const item of meeting.items) putItem(put, item, of);
  for (const one of meeting.corrections)
    put('record_correction', one, { meetingId: meeting.id, signed: false, version: 1 });
}

function putItem(put: Put, item: DemoItem, of: { readonly meetingId: string; readonly signed: boolean }): void {
  put('agenda_item', item, of);
  const part = { ...of, itemId: item.id, version: 1 };
  for (const one of item.recusals) put('item_recusal', one, part);
  for (const one of item.opinions) {
    put('item_opinion', one, part);
    if (one.confirmedAt)
      put('opinion_confirmation', { opinionId: one.id, confirmedAt: one.confirmedAt, confirmedBy: one.confirmedBy });
  }
  for (const one of item.ballots) put('item_ballot', one, part);
  const { publishedAt, publishedBy } = item;
  if (item.published) put('item_publication', { itemId: item.id, publishedAt, publishedBy });
}

function putDecisions(put: Put, { decisions }: SchoolYear): void {
  const last = new Map<string, DemoDecision>();
  for (const one of decisions) {
    const key = `${one.body} ${one.year}`;
    if ((last.get(key)?.seq ?? 0) < one.seq) last.set(key, one);
    put('decision', one);
    for (const task of one.tasks) {
      const of = { restricted: one.restricted, createdAt: task.createdAt, createdBy: task.createdBy };
      put('decision_task', task, { ...of, personIds: task.roles.map(({ personId }) => personId) });
      for (const role of task.roles) put('task_role', role, { ...of, taskId: task.id, version: 1 });
      const reported = { restricted: one.restricted, taskId: task.id, version: 1, attachmentIds: [] };
      for (const report of task.reports) put('task_report', report, reported);
    }
    const reported = { restricted: one.restricted, decisionId: one.id, version: 1, attachmentIds: [] };
    for (const report of one.reports) put('execution_report', report, reported);
  }
  for (const { body, year, seq } of last.values()) put('decision_number', { body, year, last: seq });
}
