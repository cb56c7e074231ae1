import { headPostOf, headPostOfRole, MEETING_KINDS, type MeetingKind } from '@zhixiao/domain';
import { useAbility, useLive, useOperation, useViewer, type SchemaType, type VariablesOf } from '../data/index.js';
import { MyDayQuery, type Day } from './my-day.graphql.js';

/** What the one who looks does at the own school: by the ability, not by the name of a role. */
export interface Duties {
  readonly schoolId: string;
  /** The kinds of meeting that one calls as their head. */
  readonly kinds: readonly MeetingKind[];
  readonly isHead: boolean;
  /** Keeps the records of all meetings for others. */
  readonly keeps: boolean;
  readonly publishes: boolean;
  readonly confirms: boolean;
}

const READY = ['CONFIRMED', 'HEARD'] as const;

export function useDuties(schoolId: string): Duties {
  const { can } = useAbility();
  const role = useViewer()?.grant?.role;
  const at = { id: schoolId, schoolId, restricted: false };
  const post = role === undefined ? null : headPostOfRole(role);
  const isHead = can('issue', 'Meeting', at) && post !== null;
  return {
    schoolId,
    isHead,
    kinds: isHead ? MEETING_KINDS.filter((kind) => headPostOf(kind) === post) : [],
    keeps: can('plan', 'Meeting', at) && !can('attend', 'Meeting', at),
    publishes: can('publish', 'Decision', at),
    confirms: can('confirm', 'EmergencyAction', at),
  };
}

/** The filters of the lists, by which each number also leads to its list. */
export interface DayFilters {
  readonly calls: SchemaType<'MeetingFilter'>;
  readonly records: SchemaType<'MeetingFilter'>;
  readonly ready: SchemaType<'TopicFilter'>;
  readonly drafts: SchemaType<'TopicFilter'>;
  readonly tasks: SchemaType<'DecisionTaskFilter'>;
  readonly overdue: SchemaType<'DecisionTaskFilter'>;
  readonly toPublish: SchemaType<'DecisionFilter'>;
  readonly emergencies: SchemaType<'EmergencyActionFilter'>;
}

/** Heads and clerk see a meeting from its draft on; a head also finishes with the minutes what both have signed. */
function dayFilters({ schoolId, kinds, isHead, keeps }: Duties): DayFilters {
  const mine = keeps ? {} : { mine: true };
  const tasks = keeps ? { schoolId, open: true } : { waitingForMe: true };
  return {
    calls: { schoolId, ...mine, state: isHead || keeps ? ['DRAFT', 'CALLED', 'OPEN'] : ['CALLED', 'OPEN'] },
    records: isHead
      ? { schoolId, kind: [...kinds], state: ['CLOSED', 'SIGNED'] }
      : { schoolId, ...mine, state: ['CLOSED'] },
    ready: { schoolId, meetingKind: [...kinds], state: [...READY] },
    drafts: { schoolId, state: ['DRAFT'] },
    tasks: keeps ? { ...tasks, light: ['RED'] } : tasks,
    overdue: { ...tasks, light: ['RED'] },
    // each head publishes what the own meeting decided
    toPublish: { schoolId, toPublish: true, ...(isHead && { body: [...kinds] }) },
    emergencies: { schoolId, state: ['TAKEN'] },
  };
}

interface MyDay {
  readonly day: Day | undefined;
  readonly error: unknown;
  readonly filters: DayFilters;
  refetch(): void;
}

/** Reads the day, and reads it again when somebody changes what it shows. */
export function useMyDay(duties: Duties): MyDay {
  const filters = dayFilters(duties);
  const { isHead, keeps, publishes, confirms } = duties;
  const variables: VariablesOf<typeof MyDayQuery> = { ...filters, isHead, keeps, publishes, confirms };
  const { data, error, refetch } = useOperation(MyDayQuery, variables);
  const again = () => void refetch();
  useLive({ type: 'Topic' }, again);
  useLive({ type: 'Meeting' }, again);
  useLive({ type: 'DecisionTask' }, again);
  useLive({ type: 'Decision' }, again);
  return { day: data, error, filters, refetch: again };
}
