import { classOfResult, isDecidingKind } from './bodies.js';
import type { ProcedureFinding } from './finding.js';
import { itemQuorum, type QuorumBar } from './item-quorum.js';
import { blocks } from './judge.js';
import type { ItemResult } from './meeting-words.js';
import { itemChecks, meetingChecks } from './procedure-checks.js';
import type { ItemFacts, MeetingFacts } from './procedure-facts.js';
import { allowedResults } from './results.js';
import { violation, type ProcedureViolation } from './violation.js';
import { entitledVoters, voteProblems } from './vote-count.js';

/** Whether an item may be decided now, and everything that a screen shows beside the answer. */
export type DecideVerdict = {
  readonly allowed: boolean;
  readonly violation: ProcedureViolation | null;
  /** All checks of the item. */
  readonly findings: readonly ProcedureFinding[];
  readonly quorum: QuorumBar | null;
  /** The results that the meeting may give; those that decide only where it may decide. */
  readonly results: readonly ItemResult[];
};

/** May the meeting open: chaired by the right person, half there (意见（五）（六）)? The kinds that are records always. */
export function mayOpen(meeting: MeetingFacts): ProcedureViolation | null {
  const open = meetingChecks(meeting).filter(blocks);
  return open.length === 0 ? null : violation('GATES_OPEN', { checks: idsOf(open) }, open);
}

/** May the item be decided: the meeting decides, is open and is led rightly, and no HARD check is open? */
export function mayDecide(item: ItemFacts, meeting: MeetingFacts): DecideVerdict {
  const undecided = { ...item, result: null };
  const findings = itemChecks(undecided, meeting);
  const why = whyNotDecide(findings, meeting);
  const wrong = { decide: why ?? whyNotCounted(item, meeting), hear: whyNotQuorate(findings, meeting) };
  return {
    allowed: why === null,
    violation: why,
    findings,
    quorum: isDecidingKind(meeting.kind) ? itemQuorum(undecided, meeting) : null,
    results: openResults(item, meeting).filter((result) => refusalOf(result, wrong) === null),
  };
}

function openResults(item: ItemFacts, meeting: MeetingFacts): readonly ItemResult[] {
  return meeting.state === 'OPEN' ? allowedResults(item, meeting) : [];
}

/** What stands against a decision, and against hearing or handing on. */
type Refusals = { readonly decide: ProcedureViolation | null; readonly hear: ProcedureViolation | null };

function refusalOf(result: ItemResult, { decide, hear }: Refusals): ProcedureViolation | null {
  const kind = classOfResult(result);
  if (kind === 'DECIDING') return decide;
  return kind === 'NOTED' || kind === 'FORWARDED' ? hear : null;
}

/**
 * Why the meeting may not give this result now; null where it may. What decides needs every gate and a sound vote; taking
 * note and handing on to another body needs the quorum; putting off and withdrawing need an open meeting only.
 */
export function whyNotResult(item: ItemFacts, meeting: MeetingFacts, result: ItemResult): ProcedureViolation | null {
  if (meeting.state !== 'OPEN') return violation('MEETING_NOT_OPEN', { state: meeting.state });
  const findings = itemChecks({ ...item, result: null }, meeting);
  const why = whyNotDecide(findings, meeting);
  const wrong = { decide: why ?? whyNotCounted(item, meeting), hear: whyNotQuorate(findings, meeting) };
  const refusal = refusalOf(result, wrong);
  if (refusal !== null) return refusal;
  const allowed = allowedResults(item, meeting);
  return allowed.includes(result) ? null : violation('RESULT_NOT_ALLOWED', { result, allowed: [...allowed] });
}

function whyNotDecide(findings: readonly ProcedureFinding[], meeting: MeetingFacts): ProcedureViolation | null {
  if (!isDecidingKind(meeting.kind)) return violation('MEETING_DOES_NOT_DECIDE', { kind: meeting.kind });
  if (meeting.state !== 'OPEN') return violation('MEETING_NOT_OPEN', { state: meeting.state });
  const leading = meetingChecks(meeting).filter(({ checkId }) => ['PM-1', 'OM-1', 'PM-6'].includes(checkId));
  const open = [...leading, ...findings].filter(blocks);
  return open.length === 0 ? null : violation('GATES_OPEN', { checks: idsOf(open) }, open);
}

function whyNotCounted(item: ItemFacts, meeting: MeetingFacts): ProcedureViolation | null {
  const entitled = entitledVoters(item, meeting);
  if (item.vote === null || entitled === null) return null;
  const problems = voteProblems(item.vote, entitled);
  return problems.length === 0 ? null : violation('VOTE_UNSOUND', { problems: [...problems] });
}

/** A meeting that is open with less than half there hears nothing either. */
function whyNotQuorate(findings: readonly ProcedureFinding[], meeting: MeetingFacts): ProcedureViolation | null {
  if (meeting.state !== 'OPEN') return violation('MEETING_NOT_OPEN', { state: meeting.state });
  const open = findings.filter(({ checkId }) => checkId === 'PM-4' || checkId === 'OM-4').filter(blocks);
  return open.length === 0 ? null : violation('GATES_OPEN', { checks: idsOf(open) }, open);
}

function idsOf(findings: readonly ProcedureFinding[]): string[] {
  return findings.map((finding) => finding.checkId);
}
