import { addDays, attendanceBase, blocks, meetingChecks } from '@zhixiao/domain';
import type { PersonRef } from '@zhixiao/domain';
import { arrive, headOfMeeting, stayAway } from './attendance.js';
import { departFrom } from './departures.js';
import { delegateChair } from './hold-meeting.js';
import { makeTopic } from './make-topics.js';
import { addItem, factsOfMeeting } from './meetings.js';
import type { SchoolYear } from './school-year.js';
import type { DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** 临时动议: a matter that comes up in the open meeting, confirmed by its head there and then, for a reason (PM-10). */
export function bringUp(year: SchoolYear, meeting: DemoMeeting): void {
  const { heldOn } = meeting;
  const matters = [
    ['UNITED_FRONT_GROUPS', 0],
    ['PARTY_FUNDS', 0],
    ['STAFF_CONGRESS_MATTERS', 1],
  ] as const;
  const [code, which] = year.random.pick(matters);
  const title = YEAR_WORDS.unscheduled[which] ?? '';
  const more = { unscheduledReason: YEAR_WORDS.reasons.unscheduled };
  const wanted = { kind: 'PARTY_ORG', itemKind: 'UNSCHEDULED', code, title, more } as const;
  const topic = makeTopic(year, wanted, { from: heldOn, until: heldOn, course: 'AGREE' });
  if (topic) addItem(year, meeting, { topic, kind: 'UNSCHEDULED', at: meeting.startsAt });
}

/** The head can't come and entrusts another member; then he is away. @returns to whom */
export function entrust(year: SchoolYear, meeting: DemoMeeting): PersonRef | null {
  const facts = factsOfMeeting(year, meeting);
  const head = headOfMeeting(facts);
  const members = meeting.attendance.filter(({ capacity }) => capacity === 'MEMBER');
  const other = members.find(({ personId }) => personId !== head?.personId);
  if (!head || !other?.personId || members.length < 4 || facts.rules?.chairDelegation === 'NEVER') return null;
  delegateChair(year, meeting, { personId: other.personId, personName: other.personName });
  return other.personId === head.personId ? null : { personId: other.personId, personName: other.personName };
}

/** The head who has entrusted another is on leave that day. */
export function awayFrom(meeting: DemoMeeting): void {
  const head = meeting.attendance.find(({ personId }) => personId === meeting.delegation?.fromId);
  if (head) stayAway(head, { status: 'LEAVE', reason: YEAR_WORDS.reasons.delegation });
}

/** Half are there, but no two thirds: what is important can't be decided (意见（五）). */
export function fewCome(year: SchoolYear, meeting: DemoMeeting, chairId: string | null): boolean {
  const total = attendanceBase(factsOfMeeting(year, meeting))?.people?.length ?? 0;
  const enough = Math.ceil(total / 2);
  if (3 * enough >= 2 * total) return false;
  const members = meeting.attendance.filter(({ capacity }) => capacity === 'MEMBER');
  const inOrder = members.toSorted((a, b) => Number(b.personId === chairId) - Number(a.personId === chairId));
  for (const [i, one] of inOrder.entries()) {
    if (i < enough) arrive(year, meeting, one);
    else stayAway(one, { status: 'LEAVE', reason: year.random.pick(YEAR_WORDS.reasons.leave) });
  }
  return true;
}

/** Some of what is generally asked of a meeting and was not kept is accepted with a reason before it closes. */
export function departOfMeeting(year: SchoolYear, meeting: DemoMeeting): void {
  const open = meetingChecks(factsOfMeeting(year, meeting)).filter(
    (finding) =>
      finding.outcome === 'FAIL' && finding.severity === 'DEFAULT' && !blocks(finding) && finding.checkId !== 'REC-1',
  );
  for (const { checkId } of open) {
    const fate = year.random.weighted([
      ['ACCEPTED', 5],
      ['ASKED', 1.5],
      ['NEITHER', 3.5],
    ] as const);
    if (fate === 'NEITHER') continue;
    const by = { personId: meeting.chairId ?? '', personName: meeting.chairName ?? '' };
    const subject = { type: 'MEETING', id: meeting.id, restricted: false, meetingKind: meeting.kind, by } as const;
    departFrom(year, subject, { checkId, on: meeting.heldOn, accepted: fate === 'ACCEPTED' });
  }
}

/** What is found wrong in a signed record is said beside it. */
export function correct(year: SchoolYear, meeting: DemoMeeting): void {
  const { chairId, chairName } = meeting;
  if (chairId === null || chairName === null || (meeting.state !== 'SIGNED' && meeting.state !== 'ISSUED')) return;
  const day = addDays(meeting.heldOn, 15);
  if (day >= year.today) return;
  const signedAt = `${day}T10:15:00+08:00`;
  const said = { ...YEAR_WORDS.correction, signedById: chairId, signedByName: chairName, signedAt };
  const item = meeting.items[1] ?? null;
  meeting.corrections.push({
    ...{ id: year.newId(signedAt), itemId: item?.id ?? null, ...said },
    ...{ createdAt: signedAt, createdBy: year.accountOf(chairId) },
  });
}
