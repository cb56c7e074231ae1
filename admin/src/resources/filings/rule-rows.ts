import type { LargeAmountStep, MatterTypeChange, RulesOfProcedure, Share } from '@zhixiao/domain';
import type { Words } from '../../components/index.js';
import { formatNumber, type TextKey } from '../../i18n/index.js';
import { CHANGEABLE, type Changeable } from '../matters/index.js';

export const RULE_GROUPS = ['meeting', 'quorum', 'vote', 'people', 'amounts', 'matters', 'record'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** What putting rules into words needs beyond the usual. */
export interface RuleWords extends Words {
  readonly mark: (field: Changeable, value: unknown) => string;
  readonly matterName: (code: string) => string;
}

/** One rule in words. */
export interface RuleRow {
  readonly key: keyof RulesOfProcedure;
  readonly group: RuleGroup;
  readonly label: string;
  readonly value: string;
}

function shareText({ over, numerator, denominator }: Share, { t }: Words): string {
  return t(over ? 'resources.rulesOfProcedure.share.more' : 'resources.rulesOfProcedure.share.atLeast', {
    numerator,
    denominator,
  });
}

function stepText(step: LargeAmountStep, before: LargeAmountStep | undefined, { t, word }: Words): string {
  const sum = (fen: number) => formatNumber(fen / 100);
  const range =
    step.upTo === null
      ? t('resources.rulesOfProcedure.above', { sum: sum(before?.upTo ?? 0) })
      : t('resources.rulesOfProcedure.upTo', { sum: sum(step.upTo) });
  const tender = step.needsTender ? ` ${t('resources.rulesOfProcedure.steps.needsTender')}` : '';
  return t('common.inParens', { text: range, note: `${word('AmountApprover', step.approver)}${tender}` });
}

function matterText(change: MatterTypeChange, { t, mark, matterName }: RuleWords): string {
  const said = CHANGEABLE.filter((field) => change[field] !== undefined).map(
    (field) => `${t(`pages.matters.fields.${field}`)} ${mark(field, change[field])}`,
  );
  return t('common.inParens', { text: matterName(change.code), note: said.join(t('common.listSeparator')) });
}

type Show = (rules: RulesOfProcedure, words: RuleWords) => string;
type Flag = {
  [K in keyof RulesOfProcedure]: RulesOfProcedure[K] extends boolean ? K : never;
}[keyof RulesOfProcedure];

const flag =
  (key: Flag): Show =>
  (rules, { t }) =>
    t(rules[key] ? 'common.yes' : 'common.no');
const days =
  (key: 'noticeDays' | 'topicFormDays'): Show =>
  (rules, { t }) =>
    t('resources.rulesOfProcedure.daysText', { count: rules[key] });

const frequency: Show = ({ frequency: { every, unit } }, { t, word }) =>
  t('resources.rulesOfProcedure.frequencyText', { every, unit: word('FrequencyUnit', unit) });

const pass: Show = (rules, words) =>
  rules.pass === null
    ? words.t('common.notApplicable')
    : words.t('resources.rulesOfProcedure.passText', {
        base: words.word('PassBase', rules.pass.base),
        share: shareText(rules.pass.share, words),
      });

const list = (parts: readonly string[], { t }: Words): string =>
  parts.length > 0 ? parts.join(t('common.listSeparator')) : t('common.none');

const RULES: readonly (readonly [keyof RulesOfProcedure, RuleGroup, Show])[] = [
  ['frequency', 'meeting', frequency],
  ['noticeDays', 'meeting', days('noticeDays')],
  ['topicFormDays', 'meeting', days('topicFormDays')],
  ['firstTopic', 'meeting', flag('firstTopic')],
  ['unscheduledMotions', 'meeting', (rules, { word }) => word('UnscheduledMotions', rules.unscheduledMotions)],
  ['openingQuorum', 'quorum', (rules, words) => shareText(rules.openingQuorum, words)],
  ['importantQuorum', 'quorum', (rules, words) => shareText(rules.importantQuorum, words)],
  ['recusedCountAsPresent', 'quorum', flag('recusedCountAsPresent')],
  ['memberInChargePresent', 'quorum', flag('memberInChargePresent')],
  ['pass', 'vote', pass],
  ['usualVoteForm', 'vote', (rules, { word }) => word('VoteForm', rules.usualVoteForm)],
  ['cadreVoteForm', 'vote', (rules, { word }) => word('VoteForm', rules.cadreVoteForm)],
  ['itemByItem', 'vote', flag('itemByItem')],
  ['chairSpeaksLast', 'vote', flag('chairSpeaksLast')],
  ['recusal', 'vote', flag('recusal')],
  ['writtenOpinions', 'vote', flag('writtenOpinions')],
  ['chairDelegation', 'people', (rules, { word }) => word('ChairDelegation', rules.chairDelegation)],
  [
    'adminTeamPosts',
    'people',
    (rules, words) =>
      list(
        rules.adminTeamPosts.map((p) => words.word('Post', p)),
        words,
      ),
  ],
  ['emergencyAction', 'people', flag('emergencyAction')],
  [
    'largeAmounts',
    'amounts',
    ({ largeAmounts }, words) =>
      list(
        largeAmounts.map((step, index) => stepText(step, largeAmounts[index - 1], words)),
        words,
      ),
  ],
  [
    'matters',
    'matters',
    ({ matters }, words) =>
      list(
        matters.map((one) => matterText(one, words)),
        words,
      ),
  ],
  ['signatures', 'record', flag('signatures')],
  [
    'executionReportsPerSemester',
    'record',
    (rules, { t }) => t('resources.rulesOfProcedure.timesText', { count: rules.executionReportsPerSemester }),
  ],
];

/** Every rule in words, in the order of the form. */
export function ruleRows(rules: RulesOfProcedure, words: RuleWords): readonly RuleRow[] {
  return RULES.map(([key, group, show]) => ({
    key,
    group,
    label: words.t(`resources.rulesOfProcedure.rule.${key}` as TextKey),
    value: show(rules, words),
  }));
}
