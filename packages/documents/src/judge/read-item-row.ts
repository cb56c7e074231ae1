import type { MeetingKind } from '@zhixiao/domain';
import {
  DECIDER_WORDS,
  DECISION_FORM_WORDS,
  ITEM_KIND_WORDS,
  ITEM_NOT_DONE_WORDS,
  ITEM_RESULT_WORDS,
  OPINION_WORDS,
  VOTE_FORM_WORDS,
  meaningsOf,
} from '../cell/meeting.dictionary.js';
import { squeeze } from '../cell/normalize-text.js';
import type { MappedRow } from '../table/table.type.js';
import type { FactIndex } from './index-facts.js';
import { meetingCells, type MeetingCells } from './meeting-cells.js';
import type { ItemMark, MatterFact, BatchItem, BatchMeeting, BatchVote } from './meetings.type.js';
import type { Notes } from './notes.js';
import { headPostUsed, schoolPeople, type SchoolPeople } from './school-people.js';

const ITEM_KINDS = meaningsOf(ITEM_KIND_WORDS);
const RESULTS = meaningsOf(ITEM_RESULT_WORDS);
const VOTE_FORMS = meaningsOf(VOTE_FORM_WORDS);
const OPINIONS = meaningsOf(OPINION_WORDS);
const FORMS = meaningsOf(DECISION_FORM_WORDS);
const DECIDERS = meaningsOf(DECIDER_WORDS);
const MARKS = meaningsOf<ItemMark>(ITEM_NOT_DONE_WORDS);
const LEARNT = ['FIRST_TOPIC', 'STUDY', 'HEAR_REPORT'];
/** What stands in brackets explains the name of a matter. */
const NOTE = /\([^)]*\)/g;
const NEEDS_MATTER = ['DECISION', 'RECONSIDERATION', 'UNSCHEDULED'];

/** Of which meeting the item is, and what is known there. */
export interface ItemPlace {
  readonly meeting: BatchMeeting;
  readonly schoolId: string;
  readonly index: FactIndex;
}

interface Reader {
  readonly cells: MeetingCells;
  readonly people: SchoolPeople;
  readonly notes: Notes;
  readonly kind: MeetingKind;
}

/** A row of the sheet of items; what is wrong goes to the notes. */
export function readItemRow(row: MappedRow, notes: Notes, { meeting, schoolId, index }: ItemPlace): BatchItem {
  const cells = meetingCells(row, notes, index.facts.today ?? meeting.heldOn);
  const people = schoolPeople(index, { row, schoolId, on: meeting.heldOn });
  const reader: Reader = { cells, people, notes, kind: meeting.kind };
  const title = cells.required('itemTitle');
  const matter = matterOf(reader, index.facts.matters ?? []);
  const kind = cells.word('itemKind', ITEM_KINDS) ?? (matter ? 'DECISION' : 'STUDY');
  if (!cells.given('matter') && !cells.given('itemKind')) notes.error('E_VALUE_REQUIRED', 'itemKind');
  if (!matter && NEEDS_MATTER.includes(kind) && !cells.given('matter')) notes.error('E_VALUE_REQUIRED', 'matter');
  const said = cells.word('result', RESULTS);
  const result = said ?? (LEARNT.includes(kind) ? 'NOTED' : null);
  if (result === null && !cells.given('result')) notes.error('E_VALUE_REQUIRED', 'result');
  return {
    ...{ kind, title, matterCode: matter?.code ?? null, amount: cells.money('amount') },
    ...{ presenterName: cells.text('presenter', 100), proposer: people.one('proposer', notes) },
    ...{ confirmed: confirmedIn(reader), opinion: opinionIn(reader), recusals: recusalsIn(reader) },
    ...{ vote: voteIn(reader), chairSpokeLast: cells.flag('chairSpokeLast') },
    ...{ decidedThrough: cells.word('decidedThrough', FORMS), result: result ?? 'NOTED' },
    ...{ conclusion: cells.text('conclusion', 5000), discussion: cells.text('discussion', 20_000) },
    ...{ responsible: cells.text('responsible'), dueOn: cells.deadline('dueOn') },
    notDone: cells.words('notDone', MARKS),
  };
}

function matterOf({ cells, notes }: Reader, matters: readonly MatterFact[]): MatterFact | null {
  const said = cells.text('matter');
  const decider = cells.word('decider', DECIDERS);
  if (said === null) return null;
  const bare = squeeze(said);
  const matter =
    matters.find(({ code, nameZh }) => squeeze(nameZh) === bare || code === bare) ??
    matters.find(({ nameZh }) => squeeze(nameZh).replace(NOTE, '') === bare.replace(NOTE, ''));
  if (!matter) notes.error('E_MATTER_UNKNOWN', 'matter', said);
  if (matter && decider && decider !== matter.decidedBy) notes.warn('W_DECIDER_DIFFERS', 'decider');
  return matter ?? null;
}

function confirmedIn({ cells, people, notes, kind }: Reader): BatchItem['confirmed'] {
  const person = people.one('confirmedBy', notes);
  const on = cells.day('confirmedOn');
  if (!person) return null;
  if (on === null) notes.error('E_DATE_REQUIRED', 'confirmedOn');
  return { ...person, as: headPostUsed(people.postsOf(person), kind), on: on ?? '' };
}

/** The other head's opinion before the meeting; whose, where the sheet doesn't say, is clear from the posts of the day. */
function opinionIn({ cells, people, notes, kind }: Reader): BatchItem['opinion'] {
  const opinion = cells.word('consulted', OPINIONS);
  const on = cells.day('consultedOn');
  if (opinion === null) return null;
  const other = kind === 'PRINCIPAL_OFFICE' || kind === 'SCHOOL_COUNCIL' ? 'SECRETARY' : 'PRINCIPAL';
  const person = people.one('consultedWho', notes) ?? people.holderOf(other);
  if (!person) notes.error('E_VALUE_REQUIRED', 'consultedWho');
  if (on === null) notes.error('E_DATE_REQUIRED', 'consultedOn');
  return { ...(person ?? { name: '' }), opinion, on: on ?? '' };
}

/** 张三（亲属）: who withdrew is of the school, and the reason is said. */
function recusalsIn({ people, notes }: Reader): BatchItem['recusals'] {
  return people.several('recused', notes).map(({ note, ...person }) => {
    if (person.personId === undefined) notes.error('E_NAME_REQUIRED', 'recused', person.name);
    if (note === '') notes.error('E_VALUE_REQUIRED', 'recused', person.name);
    return { ...person, reason: note };
  });
}

function voteIn({ cells, notes }: Reader): BatchVote | null {
  const form = cells.word('voteForm', VOTE_FORMS);
  const counts = (['votesFor', 'votesAgainst', 'votesAbstained'] as const).map((field) => cells.count(field));
  const [votesFor = null, votesAgainst = null, votesAbstained = null] = counts;
  const given = counts.filter((count) => count !== null).length;
  if (given > 0 && given < 3) notes.error('E_COUNTS_INCOMPLETE', 'votesFor');
  if (given > 0 && form === null && !cells.given('voteForm')) notes.error('E_VALUE_REQUIRED', 'voteForm');
  const tellers = (cells.text('tellers') ?? '').split(/[、,;；/\s]+/).filter((name) => name !== '');
  return form && { form, votesFor, votesAgainst, votesAbstained, tellers: tellers.slice(0, 10) };
}
