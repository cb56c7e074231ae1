import { entitledVoters, voteProblems, type ProcedureViolation, type VoteFacts } from '@zhixiao/domain';
import type { LoadedItem } from './load-meeting.js';

/** Why a vote is no sound count of those entitled; null where it is one, or nobody knows who is. */
export function unsoundVote(vote: VoteFacts, { facts, meeting }: LoadedItem): ProcedureViolation | null {
  const entitled = entitledVoters(facts, meeting.facts);
  const problems = entitled === null ? [] : voteProblems(vote, entitled);
  if (problems.length === 0) return null;
  const params = { problems: [...problems], entitled: entitled?.count ?? '' };
  return { code: 'VOTE_UNSOUND', params, findings: [] };
}
