import { addDays, headOf } from '@zhixiao/domain';
import type { CivilDate, MeetingKind, PersonRef } from '@zhixiao/domain';
import { instantOf, workday } from './days.js';
import { makeTopic, reconsidering } from './make-topics.js';
import type { WantedTopic } from './make-topics.js';
import { tell } from './notices.js';
import type { Preparation } from './prepare-topic.js';
import { actorFor, teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { draftTopic, keepTopic, moveTopic, refreshTopic } from './topics.js';
import type { DemoTopic } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

const words = YEAR_WORDS.desk;

/** The topics on the desk of the day: one at each stage of its way, so that every step can be tried. */
export function layTopics(year: SchoolYear): void {
  const until = workday(addDays(year.today, -1));
  const { secretary, principal, deputies } = teamOn(year, until);
  const [deputy] = deputies.filter(({ personId }) => personId !== principal?.personId);
  const put = (
    wanted: Partial<WantedTopic> & Pick<WantedTopic, 'code' | 'title'>,
    preparation: Partial<Preparation>,
  ): DemoTopic | null => {
    const whole = { kind: 'PARTY_ORG' as const, itemKind: 'DECISION' as const, proposer: deputy ?? null, ...wanted };
    return makeTopic(year, whole, {
      until,
      from: workday(addDays(until, -12)),
      course: 'AGREE',
      skip: {},
      ...preparation,
    });
  };
  const office = 'PRINCIPAL_OFFICE' as const;
  const asked = { to: 'CONSULT', course: 'WAITING' } as const;
  const money = { amount: 186_000, specialised: true };
  const drafting = { kind: office, itemKind: 'DRAFT_PROPOSAL' as const, more: money, proposer: principal };
  told(year, put({ code: 'LARGE_EXPENDITURE', title: words.waitingSecretary, ...drafting }, asked));
  told(year, put({ code: 'INTERNAL_ORG_SETTING', title: words.waitingPrincipal, proposer: secretary }, asked));
  put({ code: 'BASIC_MANAGEMENT_SYSTEM', title: words.changes }, { to: 'CONSULT', course: 'CHANGES_OPEN' });
  const disputed = { code: 'CANTEEN_UNIFORM_SERVICE', title: words.heldBack, more: { specialised: false } };
  told(year, put(disputed, { to: 'CONSULT', course: 'DISAGREE' }));
  put({ code: 'IDEOLOGY_WORK', title: words.toConfirm }, { to: 'CONSULT' });
  put({ code: 'EDU_CHARGES', title: words.hearing, more: { audiences: ['STAFF', 'PARENTS'] } }, { to: 'CONFIRM' });
  put({ code: 'KEY_POST_ASSIGN', title: words.investigated }, { to: 'INVESTIGATE' });
  put({ code: 'STAFF_APPRAISAL_SCHEME', title: words.deliberated }, { to: 'DELIBERATE' });
  put({ code: 'TEACHER_ETHICS', title: words.proposed }, { to: 'PROPOSE' });
  for (const title of words.ready) put({ code: 'UNITED_FRONT_GROUPS', title }, {});
  for (const title of words.readyOffice) put({ code: 'TEACHING_MANAGEMENT', title, kind: office, proposer: null }, {});
  const misled = atTheWrongMeeting(year);
  if (misled) put(misled, { to: 'PROPOSE' });
  layAside(year, { until, proposer: deputy ?? principal });
}

/** A reconsideration by the principal's meeting of what the party meeting decided, which it can't be (PRE-10). */
function atTheWrongMeeting({ decisions }: SchoolYear): WantedTopic | null {
  const old = decisions.findLast(
    ({ body, state, restricted }) => body === 'PARTY_ORG' && state === 'IN_FORCE' && !restricted,
  );
  return old ? { ...reconsidering(old), kind: 'PRINCIPAL_OFFICE', code: 'TEACHING_MANAGEMENT', proposer: null } : null;
}

/** Word of an opinion that is waited for, or of a topic that is held back. */
function told(year: SchoolYear, topic: DemoTopic | null): void {
  const round = topic?.rounds.at(-1);
  if (!topic || !round) return;
  const { id, title, restricted, state } = topic;
  const isBack = state === 'HELD_BACK';
  const kind = isBack ? 'TOPIC_HELD_BACK' : 'CONSULTATION_WAITING';
  const personIds = isBack ? [topic.proposerId, topic.leadId] : [round.toPersonId];
  tell(year, {
    kind,
    subject: { type: 'Topic', id },
    personIds,
    params: { title },
    at: round.answeredAt ?? round.askedAt,
    restricted,
  });
}

interface Aside {
  readonly until: CivilDate;
  readonly proposer: PersonRef | null;
}

/** A draft, one that was returned and one that was taken back. */
function layAside(year: SchoolYear, { until, proposer }: Aside): void {
  if (!proposer) return;
  const at = instantOf(until, '15:10');
  const by = actorFor(year, proposer, until);
  const made = (code: string, title: string, kind: MeetingKind = 'PARTY_ORG'): DemoTopic => {
    const on = workday(addDays(until, -6));
    const wanted = { meetingKind: kind, itemKind: 'DECISION', code, title, on, proposer, lead: proposer } as const;
    return keepTopic(year, draftTopic(year, wanted));
  };
  refreshTopic(year, made('BASIC_MANAGEMENT_SYSTEM', words.draft), { by, at });
  const returned = made('MAJOR_PROCUREMENT', words.returned);
  moveTopic(year, returned, { act: { type: 'PROPOSE', by }, at });
  const head = headOf(teamOn(year, until), 'PARTY_ORG');
  const reason = YEAR_WORDS.reasons.returned;
  const act = {
    type: 'RETURN',
    by: { personId: head?.personId ?? null, role: 'Secretary', on: until },
    reason,
  } as const;
  if (moveTopic(year, returned, { act, at, set: { returnedReason: reason } })) {
    const params = { title: returned.title, by: head?.personName ?? '' };
    tell(year, {
      kind: 'TOPIC_RETURNED',
      subject: { type: 'Topic', id: returned.id },
      personIds: [proposer.personId],
      params,
      at,
    });
  }
  const withdrawn = made('CANTEEN_UNIFORM_SERVICE', words.withdrawn);
  moveTopic(year, withdrawn, { act: { type: 'PROPOSE', by }, at });
  const why = YEAR_WORDS.reasons.withdrawn;
  moveTopic(year, withdrawn, { act: { type: 'WITHDRAW', by, reason: why }, at, set: { withdrawnReason: why } });
}
