import { ID_PREFIXES, encodeId, type CivilDate, type IdType } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { openStatement, type OpenStatement } from './open-statement.js';
import { periodOf, type Period, type PeriodAsked } from './period.js';

/** 暂缓上会 (no agreement of the two sides), 缓议 (put off by the meeting), 未开成 (a meeting that was not held). */
export const HELD_BACK_KINDS = ['TOPIC_HELD_BACK', 'ITEM_POSTPONED', 'MEETING_NOT_HELD'] as const;
export type HeldBackKind = (typeof HELD_BACK_KINDS)[number];

export interface HeldBackAsked extends PeriodAsked {
  readonly kind?: readonly HeldBackKind[] | null;
  readonly first: number;
  readonly offset: number;
}

export interface HeldBackEntry {
  readonly kind: HeldBackKind;
  readonly on: CivilDate;
  readonly title: string;
  /** what was said; of a meeting the word of the vocabulary, then the note */
  readonly reason: string;
  /** checks that stood in the way */
  readonly checkIds: readonly string[];
  /** it still is */
  readonly open: boolean;
  readonly subjectId: string;
  readonly meetingId: string | null;
  readonly schoolId: string;
  readonly schoolName: string | null;
}

export interface HeldBackList {
  readonly totalCount: number;
  readonly nodes: HeldBackEntry[];
}

interface LedgerRow extends HeldBackEntry {
  readonly tenantId: number;
}

const TYPES: Readonly<Record<HeldBackKind, IdType>> = {
  TOPIC_HELD_BACK: 'Topic',
  ITEM_POSTPONED: 'AgendaItem',
  MEETING_NOT_HELD: 'Meeting',
};

/** What each part selects, in this order. */
const COLUMNS = `kind, "tenantId", "schoolId", "subjectId", "meetingId", "on", title, reason, open, "checkIds"`;

const UNPUBLISHED = `(i.restricted AND NOT EXISTS (SELECT 1 FROM item_publication p WHERE p.tenant_id = i.tenant_id AND p.item_id = i.id))`;

/** The ledger of what was held back and why, each line readable by itself under the grant. The newest first. */
export async function heldBack(ctx: ReadContext, asked: HeldBackAsked): Promise<HeldBackList> {
  const period = periodOf(ctx, asked);
  const s = openStatement(ctx, asked);
  const parts = partsOf(s, period);
  const wanted = HELD_BACK_KINDS.filter((kind) => !asked.kind || asked.kind.includes(kind)).map((kind) =>
    parts[kind](),
  );
  if (wanted.length === 0) return { totalCount: 0, nodes: [] };
  const day = `${s.bind(period.asOf)}::date`;
  const [result] = await ctx.read.run([
    s.statement(`
      WITH l (${COLUMNS}) AS MATERIALIZED (${wanted.join(' UNION ALL ')})
      SELECT (SELECT count(*)::int FROM l) AS total, (SELECT coalesce(json_agg(p), '[]'::json) FROM (SELECT l.*, (SELECT n.name FROM school_standing n WHERE n.tenant_id = l."tenantId" AND n.school_id = l."schoolId"
        AND n.valid_from <= ${day} AND n.valid_to > ${day}) AS "schoolName"
      FROM l ORDER BY l."on" DESC, l."subjectId" DESC LIMIT ${s.bind(asked.first)}::int OFFSET ${s.bind(asked.offset)}::int) p) AS nodes`),
  ]);
  const page = result?.rows[0] as { total: number; nodes: LedgerRow[] } | undefined;
  return { totalCount: page?.total ?? 0, nodes: (page?.nodes ?? []).map(entryOf) };
}

function partsOf(s: OpenStatement, { from, to }: Period): Readonly<Record<HeldBackKind, () => string>> {
  const [first, end] = [`${s.bind(from)}::date`, `${s.bind(to)}::date`];
  const during = (column: string): string => `${column} >= ${first} AND ${column} < ${end}`;
  return {
    TOPIC_HELD_BACK:
      () => `SELECT 'TOPIC_HELD_BACK', t.tenant_id, t.school_id, t.id, NULL::uuid, t.held_back_on::text, t.title,
        coalesce(t.held_back_reason, ''), t.state = 'HELD_BACK',
        ARRAY(SELECT g ->> 'checkId' FROM jsonb_array_elements(t.gates) g WHERE t.state = 'HELD_BACK' AND (g ->> 'blocks')::boolean)
      FROM topic t WHERE ${s.within('t')} AND ${s.readable('Topic', 't', 't.restricted')} AND ${during('t.held_back_on')}`,
    ITEM_POSTPONED:
      () => `SELECT 'ITEM_POSTPONED', i.tenant_id, i.school_id, i.id, i.meeting_id, m.held_on::text, i.title, i.conclusion,
        coalesce(t.state = 'POSTPONED', false), '{}'::text[]
      FROM agenda_item i JOIN meeting m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id
      LEFT JOIN topic t ON t.tenant_id = i.tenant_id AND t.id = i.topic_id
      WHERE ${s.within('i')} AND ${s.readable('AgendaItem', 'i', UNPUBLISHED)} AND i.result = 'POSTPONED' AND i.removed_at IS NULL AND ${during('m.held_on')}`,
    MEETING_NOT_HELD: () => `SELECT 'MEETING_NOT_HELD', m.tenant_id, m.school_id, m.id, m.id, m.held_on::text, m.title,
        m.not_held_reason || coalesce(': ' || m.not_held_note, ''), false,
        CASE WHEN m.not_held_reason = 'NO_QUORUM' THEN array_remove(ARRAY[m.quorum_check], NULL) ELSE '{}'::text[] END
      FROM meeting m WHERE ${s.within('m')} AND ${s.readable('Meeting', 'm')} AND m.state = 'NOT_HELD' AND ${during('m.held_on')}`,
  };
}

function entryOf(row: LedgerRow): HeldBackEntry {
  const { tenantId, ...shown } = row;
  return {
    ...shown,
    subjectId: encodeId(ID_PREFIXES[TYPES[row.kind]], tenantId, row.subjectId),
    meetingId: row.meetingId === null ? null : encodeId(ID_PREFIXES.Meeting, tenantId, row.meetingId),
    schoolId: encodeId(ID_PREFIXES.School, tenantId, row.schoolId),
  };
}
