import { addDays, staffingFindings, type Finding, type SeatFacts, type TeamFacts } from '@zhixiao/domain';
import type { Appointee } from './PersonPicker.js';

/** The appointment as typed so far. */
export interface Draft {
  readonly person: Appointee | null;
  readonly newPerson?: { readonly membership?: SeatFacts['membership']; readonly partyFullOn?: string | null };
  readonly post: SeatFacts['post'] | null;
  readonly portfolio: SeatFacts['portfolio'];
  readonly fullTime: boolean | null;
  readonly acting: boolean | null;
  readonly endsOn: string | null;
}

function draftSeat(draft: Draft, on: string): SeatFacts | null {
  const { person, newPerson, post, portfolio, fullTime, acting, endsOn } = draft;
  if (!person || !post) return null;
  const known = 'newName' in person ? null : person;
  return {
    personId: known?.id ?? 'new',
    personName: known?.name ?? ('newName' in person ? person.newName : ''),
    membership: known?.membership ?? newPerson?.membership ?? 'UNKNOWN',
    partyFullOn: known ? known.partyFullOn : (newPerson?.partyFullOn ?? null),
    ...{ post, portfolio: portfolio ?? null, fullTime: fullTime ?? null, acting: acting ?? false },
    ...{ from: on, to: endsOn ? addDays(endsOn, 1) : null },
  };
}

export interface FindingsPreview {
  readonly before: readonly Finding[];
  /** null until person and post are chosen. */
  readonly after: readonly Finding[] | null;
}

/** What the checks say of the team on the day of the appointment, without it and with it. */
export function previewFindings(
  team: TeamFacts,
  draft: Draft,
  { on, vacancyDays }: { on: string; vacancyDays: number },
): FindingsPreview {
  const seat = draftSeat(draft, on);
  const settings = { vacancyDays };
  const before = staffingFindings(team, settings, on);
  if (!seat) return { before, after: null };
  return { before, after: staffingFindings({ ...team, seats: [...team.seats, seat] }, settings, on) };
}

const OPEN = new Set(['FAIL', 'DEPARTURE_PENDING']);

export const isOpen = ({ outcome }: Pick<Finding, 'outcome'>): boolean => OPEN.has(outcome);
