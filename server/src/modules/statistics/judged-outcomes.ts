import type { OpenStatement } from './open-statement.js';
import type { Period } from './period.js';

/**
 * The outcomes that count: of meetings that were held, of items with a result, of decisions semester by semester. What a topic
 * or meeting still lacks while it is being prepared is no violation; where that stopped something the ledger says so. Figures
 * and the list behind them are made of the same rows.
 */
export function judgedOutcomes(s: OpenStatement, { from, to }: Pick<Period, 'from' | 'to'>): string {
  const [first, end] = [`${s.bind(from)}::date`, `${s.bind(to)}::date`];
  const may = `${s.within('c')} AND ${s.readable('Topic', 'c', 'c.restricted')} AND m.undone_at IS NULL`;
  const inPeriod = (day: string): string => `${day} >= ${first} AND ${day} < ${end}`;
  return `${OF_MEETINGS} WHERE ${may} AND ${inPeriod('m.held_on')}
    UNION ALL ${OF_ITEMS} WHERE ${may} AND ${inPeriod('m.held_on')}
    UNION ALL ${OF_DECISIONS} WHERE ${may} AND ${inPeriod(SEMESTER)}`;
}

/** Of an execution report (REC-5) the semester that it was asked for. */
const SEMESTER = `coalesce((c.params ->> 'semester')::date, m.held_on)`;

const columns = (title: string, day: string): string =>
  `SELECT c.*, m.id AS of_meeting, ${title} AS title, ${day} AS on_day`;

// Three ways that each begin with what has an index. As one join with alternatives the planner, which row security keeps from
// seeing how many rows there are, compares every outcome with every item.
const OF_MEETINGS = `${columns('m.title', 'm.held_on')} FROM meeting m
    JOIN check_outcome c ON c.tenant_id = m.tenant_id AND c.subject_id = m.id AND c.subject_type = 'MEETING' AND c.current
      AND m.state IN ('CLOSED', 'SIGNED', 'ISSUED')`;

const OF_ITEMS = `${columns('i.title', 'm.held_on')} FROM meeting m
    JOIN agenda_item i ON i.tenant_id = m.tenant_id AND i.meeting_id = m.id AND i.result IS NOT NULL AND i.removed_at IS NULL
    JOIN check_outcome c ON c.tenant_id = i.tenant_id AND c.subject_id = i.id AND c.subject_type = 'ITEM' AND c.current`;

const OF_DECISIONS = `${columns('d.title', SEMESTER)} FROM decision d
    JOIN meeting m ON m.tenant_id = d.tenant_id AND m.id = d.meeting_id
    JOIN check_outcome c ON c.tenant_id = d.tenant_id AND c.subject_id = d.id AND c.subject_type = 'DECISION'
      AND NOT EXISTS (SELECT 1 FROM check_outcome later WHERE later.tenant_id = c.tenant_id AND later.subject_id = c.subject_id
        AND later.check_id = c.check_id AND (later.evaluated_at, later.id) > (c.evaluated_at, c.id)
        AND later.params ->> 'semester' = c.params ->> 'semester')`;
