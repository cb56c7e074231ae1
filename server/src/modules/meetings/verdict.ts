import {
  blocks,
  entitledVoters,
  itemChecks,
  itemQuorum,
  mayDecide,
  mayOpen,
  meetingChecks,
  openingQuorum,
  voteNumbers,
  votesToPass,
  type FindingParams,
  type ItemFacts,
  type ItemResult,
  type MeetingFacts,
  type ProcedureFinding,
  type QuorumBar,
} from '@zhixiao/domain';

/** A finding as a row keeps it for the screen. */
export interface StoredFinding extends Pick<ProcedureFinding, 'checkId' | 'outcome' | 'severity' | 'clause'> {
  readonly params: FindingParams;
  readonly blocks: boolean;
}

/** 应到、实到、需 as a row keeps them. */
interface StoredBar {
  readonly quorumCheck: string | null;
  readonly expected: number | null;
  readonly present: number | null;
  readonly needed: number | null;
  readonly quorumMet: boolean | null;
  readonly absentNames: string[];
}

export interface MeetingVerdict extends StoredBar {
  readonly mayOpen: boolean;
  readonly findings: readonly StoredFinding[];
}

export interface ItemVerdict extends StoredBar {
  readonly entitled: number | null;
  readonly votesNeeded: number | null;
  readonly mayDecide: boolean;
  readonly allowedResults: ItemResult[];
  readonly findings: readonly StoredFinding[];
}

const NO_BAR: StoredBar = {
  ...{ quorumCheck: null, expected: null, present: null, needed: null, quorumMet: null, absentNames: [] },
};

function stored(bar: QuorumBar | null): StoredBar {
  if (bar === null) return NO_BAR;
  const { checkId, total, present, needed, met, absent } = bar;
  const names = absent.map((person) => person.personName);
  return { quorumCheck: checkId, expected: total, present, needed, quorumMet: met, absentNames: names };
}

/** What is not asked of this kind of meeting is no line of the screen. */
function shown(findings: readonly ProcedureFinding[]): StoredFinding[] {
  return findings
    .filter(({ outcome }) => outcome !== 'NOT_APPLICABLE')
    .map((finding) => ({ ...finding, blocks: blocks(finding) }));
}

/** How the meeting stands: may it open, who is missing, what is open (意见（五）（六）). */
export function verdictOnMeeting(meeting: MeetingFacts): MeetingVerdict {
  const isAhead = meeting.state === 'DRAFT' || meeting.state === 'CALLED';
  return {
    ...stored(openingQuorum(meeting)),
    mayOpen: isAhead && mayOpen(meeting) === null,
    findings: shown(meetingChecks(meeting)),
  };
}

/** How an item stands: its own bar, who votes on it, what may be decided now; with its result, how it stood then. */
export function verdictOnItem(item: ItemFacts, meeting: MeetingFacts): ItemVerdict {
  const { allowed, results } = mayDecide(item, meeting);
  const rule = meeting.rules?.pass ?? null;
  const numbers = rule && voteNumbers(item, meeting);
  const isOpen = item.result === null;
  return {
    ...stored(itemQuorum(item, meeting)),
    entitled: entitledVoters(item, meeting)?.count ?? null,
    votesNeeded: rule && numbers ? votesToPass(numbers, rule) : null,
    mayDecide: isOpen && allowed,
    allowedResults: isOpen ? [...results] : [],
    findings: shown(itemChecks(item, meeting)),
  };
}
