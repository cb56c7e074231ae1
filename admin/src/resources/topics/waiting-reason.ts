import type { WaitingTopic } from './waiting.graphql.js';

/** What a topic waits for of the person who looks at it. */
export type WaitingReason = 'OPINION' | 'PAPER' | 'SIGNATURE' | 'CONFIRM' | 'CHANGES' | 'RETURNED' | 'OTHER';

type Facts = Pick<WaitingTopic, 'state' | 'returnedReason' | 'proposedByMe' | 'records' | 'consultations'>;

/**
 * Why a topic that waits for one does: the server says that it does, its facts say for what. The first that fits is what one
 * does first.
 */
export function waitingReason({ state, returnedReason, proposedByMe, records, consultations }: Facts): WaitingReason {
  const last = consultations.at(-1);
  if (consultations.some((round) => round.toMe && round.statedOnPaper && round.confirmedAt === null)) return 'PAPER';
  if (last?.toMe && last.opinion === null) return 'OPINION';
  if (state === 'DRAFT') return returnedReason === null ? 'OTHER' : 'RETURNED';
  const communication = records.filter((one) => one.kind === 'COMMUNICATION' && one.supersededAt === null).at(-1);
  if (state === 'CONSULTED') return 'CONFIRM';
  if (proposedByMe && last?.opinion === 'AGREE_WITH_CHANGES' && last.changesAcceptedAt === null) return 'CHANGES';
  return communication?.agreed && !communication.signedByMe ? 'SIGNATURE' : 'OTHER';
}
