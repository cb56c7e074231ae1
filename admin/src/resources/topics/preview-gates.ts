import {
  consultedSide,
  topicGates,
  type CivilDate,
  type ConsultedSide,
  type Gate,
  type MatterType,
  type MeetingKind,
  type ProcedureContext,
  type RulesOfProcedure,
  type SeatFacts,
  type TopicFacts,
} from '@zhixiao/domain';
import type { TopicSchool } from './topic-form.graphql.js';

/** What the form says so far, as far as the procedure looks at it. */
export type DraftTopic = Pick<
  TopicFacts,
  'meetingKind' | 'itemKind' | 'vitalInterest' | 'audiences' | 'twoThirds' | 'important'
> & {
  readonly matter: MatterType;
  /** 专业性、技术性较强; null: not said. */
  readonly specialised: boolean | null;
  /** In yuan; null where no money is concerned. */
  readonly amount: number | null;
};

type School = NonNullable<TopicSchool['school']>;

/** Who sits where today. Who may not read appointments knows the two heads by name. */
export function seatsOf(school: School, today: CivilDate): readonly SeatFacts[] {
  const seat = { to: null, membership: 'FULL', partyFullOn: null, acting: false, fullTime: false } as const;
  if (school.team.length > 0) {
    return school.team.map(({ person, personName, post, portfolio, fullTime, acting, startsOn }) => ({
      ...seat,
      ...{ from: startsOn, personId: person?.id ?? personName, personName, post, portfolio, fullTime, acting },
    }));
  }
  const heads = [
    ['SECRETARY', school.secretaryName],
    ['PRINCIPAL', school.principalName],
  ] as const;
  return heads.flatMap(([post, name]) =>
    name === null
      ? []
      : [{ ...seat, from: today, post, personName: name, portfolio: null, personId: school.combined ? 'head' : post }],
  );
}

/** The rules in force for a meeting; the members' assembly goes by those of the party meeting. */
export function rulesFor(
  { rulesOfProcedure }: Pick<TopicSchool, 'rulesOfProcedure'>,
  kind: MeetingKind,
  today: CivilDate,
): RulesOfProcedure | null {
  const ruled = kind === 'MEMBERS_ASSEMBLY' ? 'PARTY_ORG' : kind;
  const inForce = rulesOfProcedure.nodes.find(
    ({ meetingKind, filedOn, inForceUntil }) =>
      meetingKind === ruled && filedOn !== null && filedOn <= today && (inForceUntil ?? today) >= today,
  );
  return inForce ? ({ ...(inForce.fields as object), meetingKind: ruled } as RulesOfProcedure) : null;
}

function factsOf(draft: DraftTopic, today: CivilDate): TopicFacts {
  const { specialised, amount, ...said } = draft;
  const proposer = { personId: '', personName: '' };
  return {
    ...said,
    ...{ topicId: '', proposer, proposedOn: today, confirmation: 'NOT_DONE', memberInCharge: 'NO_RECORD' },
    ...{ technical: specialised, amount: amount === null ? null : Math.round(amount * 100), changes: null },
    ...{ proposal: 'NOT_DONE', investigation: 'NOT_DONE', communication: 'NOT_DONE', cadreDeliberation: 'NOT_DONE' },
    ...{ individualDeliberations: 'NOT_DONE', consultation: [], hearings: 'NOT_DONE', expertAssessment: 'NOT_DONE' },
    advice: 'NOT_DONE',
  };
}

/** What a new topic will need, and whose opinion is asked before the meeting: by the checks that the server asks later. */
export function previewGates(
  draft: DraftTopic,
  asked: TopicSchool,
  today: CivilDate,
): { readonly gates: readonly Gate[]; readonly side: ConsultedSide | null; readonly rules: RulesOfProcedure | null } {
  const { school } = asked;
  if (school === null) return { gates: [], side: null, rules: null };
  const rules = rulesFor(asked, draft.meetingKind, today);
  const context: ProcedureContext = {
    school: {
      ...{ scope: school.scope, hasCommittee: school.hasCommittee ?? true, fullMembers: school.fullMembers },
      seats: seatsOf(school, today),
    },
    ...{ on: today, recordMode: 'LIVE', rules, departures: [] },
  };
  const facts = factsOf(draft, today);
  const gates = topicGates(facts, context, 'DECIDE').filter(({ checkId }) => checkId.startsWith('PRE-'));
  return { gates, side: consultedSide(facts, context), rules };
}
