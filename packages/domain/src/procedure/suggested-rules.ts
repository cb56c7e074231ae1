import type { RulesOfProcedure } from './rules-of-procedure.js';
import type { RuledMeetingKind } from './meeting-words.js';
import { MORE_THAN_HALF, OPINION_HALF, OPINION_TWO_THIRDS } from './quorum-rule.js';

const COMMON: Omit<RulesOfProcedure, 'meetingKind' | 'frequency' | 'pass'> = {
  noticeDays: 2,
  topicFormDays: 2,
  openingQuorum: OPINION_HALF,
  importantQuorum: OPINION_TWO_THIRDS,
  recusedCountAsPresent: true,
  usualVoteForm: 'SHOW_OF_HANDS',
  cadreVoteForm: 'SECRET_BALLOT',
  itemByItem: true,
  chairSpeaksLast: true,
  firstTopic: true,
  memberInChargePresent: true,
  recusal: true,
  unscheduledMotions: 'WITH_REASON',
  chairDelegation: 'RECORDED',
  writtenOpinions: true,
  emergencyAction: true,
  adminTeamPosts: [],
  largeAmounts: [],
  matters: [],
  signatures: true,
  executionReportsPerSemester: 1,
};

/**
 * What a new draft is filled with, after what schools' rules commonly say; a school changes it before it adopts it. The
 * engine never reads these: it reads the rules in force. There is no suggestion for sums, which differ from school to school.
 */
export function suggestedRules(meetingKind: RuledMeetingKind): RulesOfProcedure {
  if (meetingKind === 'PRINCIPAL_OFFICE') {
    return { ...COMMON, meetingKind, frequency: { every: 2, unit: 'WEEK' }, pass: null, firstTopic: false };
  }
  const pass = { base: 'EXPECTED', share: MORE_THAN_HALF } as const;
  return { ...COMMON, meetingKind, frequency: { every: 1, unit: 'MONTH' }, pass };
}
