import { addDays, headOf, headPostOf, nextEmergencyState } from '@zhixiao/domain';
import type { CivilDate, RuledMeetingKind } from '@zhixiao/domain';
import { fill } from '../words.js';
import { instantOf } from './days.js';
import { teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoEmergency, DemoItem, DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

export interface NewEmergency {
  readonly body: RuledMeetingKind;
  readonly takenOn: CivilDate;
  readonly title: string;
  readonly text: string;
  readonly reason: string;
}

/** What a head did at once that a meeting would have decided (紧急处置). */
export function takeEmergency(year: SchoolYear, { body, takenOn, ...said }: NewEmergency): DemoEmergency | null {
  const team = teamOn(year, takenOn, body);
  const taker = headOf(team, body);
  if (!taker) return null;
  const createdAt = instantOf(takenOn, '18:30');
  const heads = [team.secretary, team.principal].flatMap((one) => one?.personId ?? []);
  const action: DemoEmergency = {
    ...{ id: year.newId(createdAt), body, ...said, takenOn, takenById: taker.personId, takenByName: taker.personName },
    ...{ takenByPost: headPostOf(body), concernedIds: [...new Set(heads)], state: 'TAKEN', confirmedOn: null },
    ...{ confirmedMeetingId: null, confirmedItemId: null, enteredByName: null, version: 1 },
    ...{ createdAt, createdBy: year.accountOf(taker.personId) },
  };
  year.emergencies.push(action);
  return action;
}

/** One of those that schools tell of. */
export function usualEmergency(year: SchoolYear, body: RuledMeetingKind, takenOn: CivilDate): DemoEmergency | null {
  const said = year.random.pick(YEAR_WORDS.emergencies);
  return takeEmergency(year, { body, takenOn, ...said, reason: YEAR_WORDS.reasons.emergency });
}

/** How it is called on the agenda of the meeting that confirms it. */
export function confirmTitle({ title }: DemoEmergency): string {
  return fill(YEAR_WORDS.emergencyConfirm, title);
}

/** The meeting has dealt with it: its item says whether the action is confirmed. */
export function confirmBy(action: DemoEmergency, meeting: DemoMeeting, item: DemoItem): void {
  const next = nextEmergencyState(action.state, item.result === 'REJECTED' ? 'NO' : 'YES');
  if (!next.ok) throw new Error(`not confirmed: ${action.state}`);
  const where = { confirmedOn: meeting.heldOn, confirmedMeetingId: meeting.id, confirmedItemId: item.id };
  Object.assign(action, { state: next.state, ...where, enteredByName: meeting.chairName, version: action.version + 1 });
}

/** Actions that the next meeting of that body is to deal with. */
export function toConfirm(year: SchoolYear, { kind, heldOn }: Pick<DemoMeeting, 'kind' | 'heldOn'>): DemoEmergency[] {
  const since = addDays(heldOn, -45);
  return year.emergencies.filter(
    ({ body, state, takenOn }) => body === kind && state === 'TAKEN' && takenOn < heldOn && takenOn >= since,
  );
}
