import type { ProcedureFinding } from '@zhixiao/domain';
import { headPostOf, topicChecks, whyNotHead } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { actorOf } from '../filings/index.js';
import { findTopic } from './find-topic.js';
import { headFor, notifyOfTopic } from './notify-topic.js';
import { contextOfTopic } from './procedure-context.js';
import { refreshTopic } from './settle-topic.js';
import type { DepartureSubject } from './topic-words.js';

/** What is to be departed from in: a topic, a meeting, an item; locked. */
export interface DepartureTarget {
  readonly id: string;
  readonly schoolId: string;
  readonly restricted: boolean;
  /** of the audit: GraphQL type */
  readonly type: string;
  /** the head of that meeting, or who chairs it, accepts at once; others ask */
  readonly mayAccept: boolean;
  findings(): Promise<readonly ProcedureFinding[]>;
  /** looks at the checks again, sends word, tells whom it waits for */
  done(said: { readonly action: string; readonly checkId: string; readonly accepted: boolean }): Promise<void>;
}

/** @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE */
export type DepartureFinder = (ctx: WriteContext, opaqueId: string) => Promise<DepartureTarget>;

const finders = new Map<DepartureSubject, DepartureFinder>();

/** Modules to the right say how their rows are found; modules.ts calls it. */
export function registerDepartureSubjects(registered: Partial<Record<DepartureSubject, DepartureFinder>>): void {
  for (const [type, finder] of Object.entries(registered) as [DepartureSubject, DepartureFinder][]) {
    if (finders.has(type) || type === 'TOPIC') throw new Error(`${type} is registered twice for departures`);
    finders.set(type, finder);
  }
}

/** @throws RuleViolation BAD_INPUT for a kind of subject that nobody registered */
export function finderOf(type: DepartureSubject): DepartureFinder {
  const finder = type === 'TOPIC' ? findTopicToDepart : finders.get(type);
  if (!finder) throw new RuleViolation('BAD_INPUT', { path: ['subjectType'], reason: 'UNKNOWN_SUBJECT' });
  return finder;
}

const findTopicToDepart: DepartureFinder = async (ctx, opaqueId) => {
  const topic = await findTopic(ctx, opaqueId, 'prepare');
  const { id, schoolId, restricted, meetingKind } = topic.row;
  const context = await contextOfTopic(ctx, topic.row);
  return {
    ...{ id, schoolId, restricted, type: 'Topic' },
    mayAccept: whyNotHead(actorOf(ctx), headPostOf(meetingKind)) === null,
    findings: () => Promise.resolve(topicChecks(topic.facts, context)),
    done: async ({ action, checkId, accepted }) => {
      await refreshTopic(ctx, id, { action });
      const told = { kind: 'DEPARTURE_TO_ACCEPT', personIds: headFor(topic, context), params: { checkId } } as const;
      if (!accepted) notifyOfTopic(ctx, topic, told);
    },
  };
};
