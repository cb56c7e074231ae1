import { MAJOR_CATEGORIES, percent, type SemesterFigures } from '@zhixiao/domain';

/** Columns of L8 that are counted; the rate of attendance is made of two of them. */
export const FIGURES = [
  ...(['pmCount', 'omCount', 'pmItems', 'omItems', 'major', 'cadre', 'quorumFail', 'deferred', 'reconsider'] as const),
  ...(['staffHeard', 'expert', 'observers', 'firstTopic', 'overdue', 'comms'] as const),
] as const;
export type FigureName = (typeof FIGURES)[number];
export type FigureRow = Readonly<Record<FigureName | 'attended' | 'expected', number>>;

const TWO_MEETINGS = `('PARTY_ORG', 'PRINCIPAL_OFFICE')`;
const HELD = `('OPEN', 'CLOSED', 'SIGNED', 'ISSUED')`;
const RECORDED = 'm.expected IS NOT NULL AND m.present IS NOT NULL';

/** What is summed up of each school: a table's rows in the period, by school. `$tenants` is the range, `$from`, `$to` the period. */
const MEETINGS = `SELECT m.tenant_id, m.school_id,
    count(*) FILTER (WHERE m.kind = 'PARTY_ORG' AND m.state IN ${HELD}) AS "pmCount",
    count(*) FILTER (WHERE m.kind = 'PRINCIPAL_OFFICE' AND m.state IN ${HELD}) AS "omCount",
    count(*) FILTER (WHERE m.not_held_reason = 'NO_QUORUM') AS "quorumFail",
    sum(m.present) FILTER (WHERE m.state IN ${HELD} AND ${RECORDED}) AS attended,
    sum(m.expected) FILTER (WHERE m.state IN ${HELD} AND ${RECORDED}) AS expected,
    sum((SELECT count(*) FROM attendance a WHERE a.tenant_id = m.tenant_id AND a.meeting_id = m.id AND a.capacity = 'OBSERVER'
      AND a.status IN ('PRESENT', 'LATE') AND a.removed_at IS NULL)) FILTER (WHERE m.state IN ${HELD}) AS observers
  FROM meeting m WHERE $tenants AND m.kind IN ${TWO_MEETINGS} AND m.held_on >= $from AND m.held_on < $to`;

const hasRecord = (kind: string): string =>
  `EXISTS (SELECT 1 FROM topic_record r WHERE r.tenant_id = i.tenant_id AND r.topic_id = i.topic_id AND r.kind = '${kind}' AND r.superseded_at IS NULL)`;

const ITEMS = `SELECT m.tenant_id, m.school_id,
    count(*) FILTER (WHERE m.kind = 'PARTY_ORG') AS "pmItems",
    count(*) FILTER (WHERE m.kind = 'PRINCIPAL_OFFICE') AS "omItems",
    count(*) FILTER (WHERE t.category IN ('${MAJOR_CATEGORIES.join(`', '`)}')) AS major,
    count(*) FILTER (WHERE t.category = 'CADRE_APPOINTMENT') AS cadre,
    count(*) FILTER (WHERE i.kind = 'RECONSIDERATION') AS reconsider,
    count(*) FILTER (WHERE ${hasRecord('HEARING')}) AS "staffHeard",
    count(*) FILTER (WHERE ${hasRecord('EXPERT')}) AS expert,
    count(*) FILTER (WHERE i.kind = 'FIRST_TOPIC') AS "firstTopic"
  FROM meeting m JOIN agenda_item i ON i.tenant_id = m.tenant_id AND i.meeting_id = m.id AND i.removed_at IS NULL
  LEFT JOIN topic t ON t.tenant_id = i.tenant_id AND t.id = i.topic_id
  WHERE $tenants AND m.kind IN ${TWO_MEETINGS} AND m.state IN ${HELD} AND m.held_on >= $from AND m.held_on < $to`;

/** 暂缓上会, each topic once: by the last day on which it was held back. */
const TOPICS = `SELECT m.tenant_id, m.school_id, count(*) AS deferred FROM topic m
  WHERE $tenants AND m.held_back_on >= $from AND m.held_back_on < $to`;

/** Due in the period, and not reported done by that day. */
const TASKS = `SELECT m.tenant_id, m.school_id, count(*) AS overdue FROM decision_task m
  WHERE $tenants AND m.due_on >= $from AND m.due_on < $to AND m.due_on < $today AND m.state <> 'CANCELLED'
    AND (m.done_on IS NULL OR m.done_on > m.due_on)`;

const RECORDS = `SELECT m.tenant_id, m.school_id, count(*) AS comms FROM topic_record m
  WHERE $tenants AND m.kind = 'COMMUNICATION' AND m.superseded_at IS NULL AND m.held_on >= $from AND m.held_on < $to`;

export const FIGURE_SOURCES: readonly string[] = [MEETINGS, ITEMS, TOPICS, TASKS, RECORDS];

/** The row as the domain has it; nothing recorded to divide by is null, shown as a dash. */
export function figuresOf(row: FigureRow): SemesterFigures {
  const { attended: numerator, expected: denominator } = row;
  const counts = Object.fromEntries(FIGURES.map((name) => [name, row[name]])) as Record<FigureName, number>;
  return { ...counts, avgAttend: { numerator, denominator, percent: percent(numerator, denominator) } };
}

/** All schools together. */
export function totalOf(rows: readonly FigureRow[]): SemesterFigures {
  const sum = (name: keyof FigureRow): number => rows.reduce((total, row) => total + row[name], 0);
  const names = [...FIGURES, 'attended', 'expected'] as const;
  return figuresOf(Object.fromEntries(names.map((name) => [name, sum(name)])) as FigureRow);
}
