import type { OpenStatement } from './open-statement.js';
import type { Period } from './period.js';

/**
 * The outcomes that count: of meetings that were held, of items with a result, of decisions semester by semester. What a topic
 * or meeting still lacks while it is being prepared is no violation; where that stopped something the ledger says so. Figures
 * and the list behind them are made of the same rows.
 */
export function judgedOutcomes(s: OpenStatement, { from, to }: Pick<Period, 'from' | 'to'>): string {
  return `SELECT c.*, m.id AS of_meeting, coalesce(i.title, d.title, m.title) AS title, ${ON} AS on_day
    FROM check_outcome c
    LEFT JOIN agenda_item i ON c.subject_type = 'ITEM' AND i.tenant_id = c.tenant_id AND i.id = c.subject_id
    LEFT JOIN decision d ON c.subject_type = 'DECISION' AND d.tenant_id = c.tenant_id AND d.id = c.subject_id
    LEFT JOIN meeting m ON m.tenant_id = c.tenant_id
      AND m.id = CASE c.subject_type WHEN 'MEETING' THEN c.subject_id WHEN 'ITEM' THEN i.meeting_id ELSE d.meeting_id END
    WHERE ${s.within('c')} AND ${s.readable('Topic', 'c', 'c.restricted')} AND (${COUNTS})
      AND m.undone_at IS NULL
      AND ${ON} >= ${s.bind(from)}::date AND ${ON} < ${s.bind(to)}::date`;
}

/** A meeting's day; of an execution report (REC-5) the semester that it was asked for. */
const ON = `coalesce((c.params ->> 'semester')::date, m.held_on)`;

const COUNTS = `(c.subject_type = 'MEETING' AND c.current AND m.state IN ('CLOSED', 'SIGNED', 'ISSUED'))
      OR (c.subject_type = 'ITEM' AND c.current AND i.result IS NOT NULL AND i.removed_at IS NULL)
      OR (c.subject_type = 'DECISION' AND NOT EXISTS (SELECT 1 FROM check_outcome later WHERE later.tenant_id = c.tenant_id
        AND later.subject_id = c.subject_id AND later.check_id = c.check_id AND (later.evaluated_at, later.id) > (c.evaluated_at, c.id)
        AND later.params ->> 'semester' = c.params ->> 'semester'))`;
