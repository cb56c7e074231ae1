import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { badInput, filledText, keyInOwnTenant, optionalText } from '../schools/index.js';
import { namedPeople } from '../topics/index.js';
import { Attendance } from './attendance.entity.js';
import type { LoadedMeeting } from './load-meeting.js';
import type { GuestInput } from './plan-meeting.input.js';
import { membersAreGiven, postOn } from './sync-members.js';

/**
 * Puts others beside the members on the list: observers, guests, recorders. Members come on it by their appointment, but for
 * meetings whose members no appointment names.
 * @throws RuleViolation NOT_FOUND, BAD_INPUT
 */
export async function addGuests(
  ctx: WriteContext,
  meeting: LoadedMeeting,
  guests: readonly GuestInput[],
): Promise<void> {
  const { row, facts } = meeting;
  const { tenantId, id: meetingId, schoolId } = row;
  if (guests.some(({ capacity }) => capacity === 'MEMBER') && membersAreGiven(facts)) {
    throw badInput('capacity', 'MEMBERS_BY_APPOINTMENT');
  }
  const personIds = guests.map(({ personId }) => (personId ? keyInOwnTenant(ctx, 'Person', personId).id : null));
  refuseTwice([...row.attendance.filter((one) => !one.removed).map((one) => one.personId), ...personIds]);
  const people = await namedPeople(
    ctx,
    personIds.flatMap((id) => id ?? []),
    schoolId,
  );
  const rows = guests.map(({ name, post, capacity, reason }, i): Partial<Attendance> => {
    const person = people.find((one) => one.personId === personIds[i]);
    return {
      ...{ tenantId, id: newId(), schoolId, meetingId, capacity, reason: optionalText(reason), spans: [] },
      ...{ personId: person?.personId ?? null, personName: person?.personName ?? filledText('name', name ?? '') },
      ...{ post: optionalText(post) ?? (person ? postOn(facts, person.personId) : null) },
      createdBy: ctx.grant.accountId,
    };
  });
  await putOn(ctx, meeting, rows);
}

/** Who was taken off the list comes back under the same row. */
async function putOn(ctx: WriteContext, { row }: LoadedMeeting, rows: readonly Partial<Attendance>[]): Promise<void> {
  const fresh = [];
  for (const one of rows) {
    const gone = row.attendance.find(
      ({ personId, removed }) => removed && personId !== null && personId === one.personId,
    );
    if (!gone) {
      fresh.push(one);
      continue;
    }
    const { capacity, reason = null } = one;
    const set = { ...(capacity ? { capacity } : {}), reason, status: null, removedAt: null, version: gone.version + 1 };
    await ctx.db.update(Attendance, { tenantId: row.tenantId, id: gone.id }, set);
  }
  await ctx.db.insert(Attendance, fresh);
}

/** T-62: nobody is on a list twice. */
function refuseTwice(personIds: readonly (string | null)[]): void {
  const named = personIds.filter((id) => id !== null);
  if (new Set(named).size < named.length) throw badInput('personId', 'TWICE');
}
