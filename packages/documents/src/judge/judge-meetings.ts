import { squeeze } from '../cell/normalize-text.js';
import type { ReasonCode, WarningCode } from '../cell/reading.type.js';
import { ITEM_COLUMN } from '../table/meeting-columns.dictionary.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import type { FactIndex } from './index-facts.js';
import type { MeetingFact, MeetingItemRecord, MeetingRecord, BatchItem, BatchMeeting } from './meetings.type.js';
import { codesOf, notesFor, type Notes } from './notes.js';
import { readItemRow } from './read-item-row.js';
import { meetingKeyOf, readMeetingRow, type MeetingDraft } from './read-meeting-row.js';
import type { JudgedRow, Outcome, SchoolFact } from './roster.type.js';

type Judged = JudgedRow<'MEETINGS'>;
type Row = { readonly row: MappedRow; readonly table: MappedTable };

interface ItemDraft {
  readonly row: MappedRow;
  readonly notes: Notes;
  readonly key: string;
  readonly position: number;
  readonly item: BatchItem | null;
  duplicateOf?: MappedRow;
}

/** A meeting with its items: one is not entered without the other. */
interface Bundle {
  readonly draft: MeetingDraft & { readonly school: SchoolFact; readonly meeting: BatchMeeting };
  readonly items: readonly ItemDraft[];
  readonly isThere: boolean;
}

/**
 * Judges a batch of meetings held on paper: a sheet of meetings, a sheet of items. A meeting is entered whole or not at all, so
 * a bad item holds its meeting back, and the others of it; a meeting that is there already stays as it is.
 */
export function judgeMeetings(rows: readonly Row[], index: FactIndex): Judged[] {
  const isItem = ({ table }: Row): boolean => table.fields.includes(ITEM_COLUMN);
  const drafts = firstOfEach(
    rows.filter((one) => !isItem(one)).map(({ row, table }) => readMeetingRow(row, table, index)),
  );
  const byKey = new Map(drafts.filter(({ duplicateOf }) => !duplicateOf).map(({ draft }) => [draft.key, draft]));
  const items = readItems(rows.filter(isItem), byKey, index);
  const bundles = drafts.flatMap(({ draft }) => bundleOf(draft, items, index) ?? []);
  const judged = new Map<MappedRow, Judged>();
  for (const { draft, duplicateOf } of drafts) judged.set(draft.row, judgeMeeting(draft, duplicateOf, bundles));
  for (const item of items) judged.set(item.row, judgeItem(item, bundles));
  return rows.map(({ row }) => judged.get(row) ?? settle(row, notesFor(row), 'rejected'));
}

interface First {
  readonly draft: MeetingDraft;
  readonly duplicateOf?: MappedRow;
}

/** The same 会议编号, or the same meeting, a second time is a duplicate. */
function firstOfEach(drafts: readonly MeetingDraft[]): First[] {
  const seen = new Map<string, MappedRow>();
  return drafts.map((draft) => {
    const { meeting, key, row } = draft;
    const same = meeting ? `${meeting.kind}|${meeting.heldOn}|${meeting.number ?? meeting.title}` : '';
    const keys = [...(key ? [`key|${key}`] : []), ...(same ? [`same|${same}`] : [])];
    const duplicateOf = keys.map((one) => seen.get(one)).find(Boolean);
    if (duplicateOf) return { draft, duplicateOf };
    for (const one of keys) seen.set(one, row);
    return { draft };
  });
}

function readItems(rows: readonly Row[], byKey: ReadonlyMap<string, MeetingDraft>, index: FactIndex): ItemDraft[] {
  const seen = new Map<string, MappedRow>();
  return rows.map(({ row }, order) => {
    const notes = notesFor(row);
    const key = meetingKeyOf(row);
    const draft = byKey.get(key);
    if (!draft) notes.error('E_MEETING_KEY', 'meetingKey', row.cells['meetingKey']?.text);
    const { meeting, school } = draft ?? {};
    const item = meeting && school ? readItemRow(row, notes, { meeting, schoolId: school.schoolId, index }) : null;
    const said = Number(squeeze(row.cells['position']?.text ?? ''));
    const position = Number.isInteger(said) && said > 0 ? said : order + 1;
    const same = `${key}|${squeeze(row.cells['position']?.text ?? '')}|${item?.title ?? ''}`;
    const first = item ? seen.get(same) : undefined;
    if (!first) seen.set(same, row);
    return { row, notes, key, position, item, ...(first && { duplicateOf: first }) };
  });
}

function bundleOf(draft: MeetingDraft, items: readonly ItemDraft[], index: FactIndex): Bundle | null {
  const { meeting, school, notes, key } = draft;
  const own = items
    .filter((item) => item.key === key && key !== '' && !item.duplicateOf)
    .sort((a, b) => a.position - b.position);
  if (own.length === 0) notes.error('E_NO_ITEMS', 'meetingKey', key);
  if (!meeting || !school) return null;
  const there = (index.facts.meetings ?? []).filter((one) => one.schoolId === school.schoolId);
  const isThere = there.some((one) => isSame(one, meeting));
  const isTaken = there.some((one) => !isSame(one, meeting) && hasNumberOf(one, meeting));
  if (isTaken && !isThere) notes.error('E_NUMBER_TAKEN', 'number', String(meeting.number));
  return { draft: { ...draft, school, meeting }, items: own, isThere };
}

/** By its kind and day; two on one day are told apart by number, else by title. */
function isSame(there: MeetingFact, { kind, heldOn, number, title }: BatchMeeting): boolean {
  if (there.kind !== kind || there.heldOn !== heldOn) return false;
  return there.number !== null && number !== null ? there.number === number : squeeze(there.title) === squeeze(title);
}

function hasNumberOf(there: MeetingFact, { kind, heldOn, number }: BatchMeeting): boolean {
  return number !== null && there.kind === kind && there.number === number && sameYear(there.heldOn, heldOn);
}

const sameYear = (a: string, b: string): boolean => a.slice(0, 4) === b.slice(0, 4);

const isGood = ({ draft, items }: Bundle): boolean =>
  draft.notes.errors.length === 0 && items.every(({ notes }) => notes.errors.length === 0);

function judgeMeeting(draft: MeetingDraft, duplicateOf: MappedRow | undefined, bundles: readonly Bundle[]): Judged {
  const { row, notes } = draft;
  if (duplicateOf) {
    notes.error('E_DUPLICATE_IN_FILE');
    return {
      ...settle(row, notes, 'duplicate'),
      duplicateOf: { sheet: duplicateOf.sheet, row: duplicateOf.row },
    };
  }
  const bundle = bundles.find((one) => one.draft.row === row);
  if (!bundle || notes.errors.length > 0) return settle(row, notes, 'rejected');
  if (!isGood(bundle)) {
    notes.error('E_MEETING_REFUSED');
    return settle(row, notes, 'rejected');
  }
  const { meeting, school } = bundle.draft;
  if (bundle.isThere) notes.warn('W_MEETING_EXISTS', 'heldOn');
  const change = bundle.isThere ? 'UNCHANGED' : 'NEW';
  const place = { tenantId: school.tenantId, schoolId: school.schoolId };
  const items = bundle.items.flatMap(({ item }) => item ?? []);
  return {
    ...settle(row, notes, 'imported'),
    ...place,
    record: meetingRecord(bundle),
    writes: [{ ...place, meeting, items, change, differences: [] }],
    change,
  };
}

function judgeItem(draft: ItemDraft, bundles: readonly Bundle[]): Judged {
  const { row, notes, item, key, duplicateOf } = draft;
  if (duplicateOf) {
    notes.error('E_DUPLICATE_IN_FILE');
    return { ...settle(row, notes, 'duplicate'), duplicateOf: { sheet: duplicateOf.sheet, row: duplicateOf.row } };
  }
  const bundle = bundles.find((one) => one.draft.key === key && one.items.includes(draft));
  if (notes.errors.length > 0) return settle(row, notes, 'rejected');
  // what is wrong with it stands in another row
  if (!item || !bundle || !isGoodBut(bundle)) {
    return {
      ...settle(row, notes, 'rejected'),
      reasons: ['E_MEETING_REFUSED'],
      issues: [{ code: 'E_MEETING_REFUSED' }],
    };
  }
  const { tenantId, schoolId } = bundle.draft.school;
  const change = bundle.isThere ? 'UNCHANGED' : 'NEW';
  return { ...settle(row, notes, 'imported'), tenantId, schoolId, record: itemRecord(draft, item), writes: [], change };
}

/** That a meeting is held back because of its items is no fault of its own. */
const isGoodBut = ({ draft, items }: Bundle): boolean =>
  draft.notes.errors.every(({ code }) => code === 'E_MEETING_REFUSED') &&
  items.every(({ notes }) => notes.errors.length === 0);

function meetingRecord({ draft, items }: Bundle): MeetingRecord {
  const { chair, attendance, delegatedBy: _, ...meeting } = draft.meeting;
  const attending = attendance.filter(({ status }) => status === 'PRESENT' || status === 'LATE');
  return {
    ...meeting,
    schoolName: draft.school.name,
    chair: chair?.name ?? null,
    attending: attending.map(({ name }) => name),
    items: items.length,
  };
}

function itemRecord({ key, row }: ItemDraft, item: BatchItem): MeetingItemRecord {
  const { kind, title, matterCode, result, conclusion, responsible, dueOn, notDone, vote, proposer, opinion } = item;
  const isCounted = vote !== null && vote.votesFor !== null;
  return {
    ...{ meetingKey: key, kind, title, matterCode, matter: row.cells['matter']?.text ?? null },
    ...{ proposer: proposer?.name ?? null, consulted: opinion?.opinion ?? null, voteForm: vote?.form ?? null },
    votes: isCounted ? `${vote.votesFor}/${vote.votesAgainst}/${vote.votesAbstained}` : null,
    ...{ result, conclusion, responsible, dueOn, notDone },
  };
}

function settle(row: MappedRow, notes: Notes, outcome: Outcome): Judged {
  const isIn = outcome === 'imported';
  return {
    ...{ sheet: row.sheet, row: row.row, outcome, reasons: codesOf<ReasonCode>(notes.errors) },
    warnings: isIn ? codesOf<WarningCode>(notes.warnings) : [],
    issues: isIn ? notes.warnings : notes.errors,
    writes: [],
  };
}
