import type { MeetingFact, MeetingWrite } from '@zhixiao/documents';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import type { BatchRef, ImportEffect, ImportKind, KindFacts } from '../../platform/imports/index.js';
import { catalogueOf } from '../filings/index.js';
import { enterMeeting, refuseUndoEntered, undoEntered, type EnteredMeeting } from '../meetings/index.js';
import { appointmentFacts } from '../staffing/index.js';
import { paperMeetingInput } from './paper-meeting-input.js';
import { refuseUndoDecisions, undoDecisions } from './undo-decisions.js';

/**
 * Meetings held on paper, from a batch sheet (补录): each goes the way of one that is typed in, with its checks and decisions. It
 * lives here because what is taken back takes its decisions with it.
 */
export const meetingsImport: ImportKind<'MEETINGS'> = { kind: 'MEETINGS', facts, choices, write, undo, refuseUndo };

const MEETINGS_SQL = `SELECT school_id AS "schoolId", kind, held_on::text AS "heldOn", number, title FROM meeting
  WHERE tenant_id = $1 AND school_id = $2 AND undone_at IS NULL AND state <> 'NOT_HELD'`;

async function facts(ctx: ReadContext): Promise<KindFacts> {
  const { tenantId, schoolId } = ctx.grant;
  const [there] = await ctx.read.run([{ text: MEETINGS_SQL, values: [tenantId, schoolId] }]);
  return {
    meetings: (there?.rows ?? []) as unknown as MeetingFact[],
    appointments: await appointmentFacts(ctx),
    matters: await mattersOf(ctx),
    today: ctx.today,
  };
}

async function mattersOf(ctx: ReadContext): Promise<NonNullable<KindFacts['matters']>> {
  const { tenantId, schoolId } = ctx.grant;
  if (schoolId === null) return [];
  const types = await catalogueOf(ctx, { tenantId, schoolId, on: ctx.today });
  return types.map(({ code, nameZh, decidedBy }) => ({ code, nameZh, decidedBy }));
}

/** The catalogue of the asker's school as a drop-down list. */
async function choices(ctx: ReadContext): Promise<Readonly<Record<string, readonly string[]>>> {
  const matters = await mattersOf(ctx);
  return matters.length > 0 ? { matter: matters.map(({ nameZh }) => nameZh) } : {};
}

/** The oldest first, so that decisions are numbered in the order in which they were made. */
async function write(ctx: WriteContext, batch: BatchRef, writes: readonly MeetingWrite[]): Promise<ImportEffect[]> {
  const effects: ImportEffect[] = [];
  const byDay = [...writes].sort((a, b) => (a.meeting.heldOn < b.meeting.heldOn ? -1 : 1));
  for (const one of byDay) {
    const { tenantId, id } = await enterMeeting(ctx, paperMeetingInput(one));
    const [row] = await ctx.db.query<{ version: number }>(
      'SELECT version FROM meeting WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    const after = { version: row?.version ?? 1 };
    effects.push({ subjectType: 'Meeting', subjectId: id, schoolId: one.schoolId, before: null, after });
    await batch.tell?.(effects.length);
  }
  return effects;
}

function enteredOf(effects: readonly ImportEffect[]): EnteredMeeting[] {
  return effects.map(({ subjectId, after }) => ({ id: subjectId, version: Number(after?.['version']) }));
}

async function refuseUndo(ctx: WriteContext, effects: readonly ImportEffect[]): Promise<void> {
  const entered = enteredOf(effects);
  await refuseUndoEntered(ctx, entered);
  await refuseUndoDecisions(
    ctx,
    entered.map(({ id }) => id),
  );
}

async function undo(ctx: WriteContext, batch: BatchRef, effects: readonly ImportEffect[]): Promise<void> {
  const entered = enteredOf(effects);
  const ids = entered.map(({ id }) => id);
  await undoDecisions(ctx, ids, batch.fileName);
  await undoEntered(ctx, entered, batch.fileName);
}
