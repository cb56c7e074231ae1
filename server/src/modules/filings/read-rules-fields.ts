import type { LargeAmountStep, PassRule, RuledMeetingKind, RulesOfProcedure, Share } from '@zhixiao/domain';
import type { PassRuleInput, RulesFieldsInput, ShareInput } from './rules.input.js';
import { changeOf } from './set-matter-type.js';

/** The rules as they are kept, and nothing else that the input may carry. */
export function rulesOf(meetingKind: RuledMeetingKind, input: RulesFieldsInput): RulesOfProcedure {
  const { frequency, noticeDays, topicFormDays, recusedCountAsPresent, usualVoteForm, cadreVoteForm } = input;
  const { itemByItem, chairSpeaksLast, firstTopic, memberInChargePresent, recusal, unscheduledMotions } = input;
  const { chairDelegation, writtenOpinions, emergencyAction, signatures, executionReportsPerSemester } = input;
  return {
    ...{ meetingKind, frequency: { every: frequency.every, unit: frequency.unit }, noticeDays, topicFormDays },
    ...{ openingQuorum: shareOf(input.openingQuorum), importantQuorum: shareOf(input.importantQuorum) },
    ...{ recusedCountAsPresent, pass: passOf(input.pass), usualVoteForm, cadreVoteForm, itemByItem },
    ...{ chairSpeaksLast, firstTopic, memberInChargePresent, recusal, unscheduledMotions, chairDelegation },
    ...{ writtenOpinions, emergencyAction, adminTeamPosts: [...new Set(input.adminTeamPosts)] },
    ...{ largeAmounts: input.largeAmounts.map(stepOf), matters: input.matters.map(changeOf) },
    ...{ signatures, executionReportsPerSemester },
  };
}

function shareOf({ numerator, denominator, over }: ShareInput): Share {
  return { numerator, denominator, over };
}

function passOf(pass: PassRuleInput | null | undefined): PassRule | null {
  return pass ? { base: pass.base, share: shareOf(pass.share) } : null;
}

function stepOf({ upTo, approver, needsTender }: RulesFieldsInput['largeAmounts'][number]): LargeAmountStep {
  return { upTo: upTo ?? null, approver, needsTender };
}
