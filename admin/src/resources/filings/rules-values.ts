import {
  suggestedRules,
  type MatterTypeChange,
  type PassRule,
  type RuledMeetingKind,
  type RulesOfProcedure,
  type Share,
} from '@zhixiao/domain';
import type { FieldValues } from 'react-hook-form';
import type { SchemaType } from '../../data/index.js';

type Input = SchemaType<'RulesFieldsInput'>;

/** Sums are kept in fen; people write yuan. */
const FEN = 100;

/** The rules of a version as the API gives them. */
export function rulesOf(fields: unknown, meetingKind: RuledMeetingKind): RulesOfProcedure {
  return { ...suggestedRules(meetingKind), ...(fields as Partial<RulesOfProcedure>), meetingKind };
}

/** Rules as the form shows them. */
export function formOf(rules: RulesOfProcedure): FieldValues {
  const { largeAmounts, ...rest } = rules;
  return { ...rest, largeAmounts: largeAmounts.map((step) => ({ ...step, upTo: step.upTo && step.upTo / FEN })) };
}

const whole = (value: unknown): number => (value === null || value === undefined || value === '' ? NaN : Number(value));

function shareOf(value: unknown): Share {
  const { numerator, denominator, over } = (value ?? {}) as Partial<Record<keyof Share, unknown>>;
  return { numerator: whole(numerator), denominator: whole(denominator), over: over === true };
}

function passOf(values: FieldValues, meetingKind: RuledMeetingKind): PassRule | null {
  if (meetingKind === 'PRINCIPAL_OFFICE') return null;
  const { base, share } = (values['pass'] ?? {}) as Partial<PassRule>;
  return base ? { base, share: shareOf(share) } : null;
}

/** Without fields that say nothing, and without types that nobody chose. */
function mattersOf(values: FieldValues): MatterTypeChange[] {
  const rows = (values['matters'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return rows
    .filter(({ code }) => Boolean(code))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value != null)) as MatterTypeChange);
}

function stepsOf(values: FieldValues): RulesOfProcedure['largeAmounts'] {
  const rows = (values['largeAmounts'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return rows.map(({ upTo, approver, needsTender }) => ({
    upTo: upTo === null || upTo === undefined || upTo === '' ? null : Math.round(Number(upTo) * FEN),
    approver: approver as RulesOfProcedure['largeAmounts'][number]['approver'],
    needsTender: needsTender === true,
  }));
}

const FLAGS = [
  ...(['recusedCountAsPresent', 'itemByItem', 'chairSpeaksLast', 'firstTopic', 'memberInChargePresent'] as const),
  ...(['recusal', 'writtenOpinions', 'emergencyAction', 'signatures'] as const),
];
const NUMBERS = ['noticeDays', 'topicFormDays', 'executionReportsPerSemester'] as const;

/** What the form says, as rules: an empty number is none, so that the check names it. */
export function rulesOfForm(values: FieldValues, meetingKind: RuledMeetingKind): RulesOfProcedure {
  const frequency = (values['frequency'] ?? {}) as Partial<RulesOfProcedure['frequency']>;
  return {
    ...(values as RulesOfProcedure),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, values[flag] === true])),
    ...Object.fromEntries(NUMBERS.map((field) => [field, whole(values[field])])),
    meetingKind,
    frequency: { every: whole(frequency.every), unit: frequency.unit ?? 'MONTH' },
    openingQuorum: shareOf(values['openingQuorum']),
    importantQuorum: shareOf(values['importantQuorum']),
    pass: passOf(values, meetingKind),
    adminTeamPosts: (values['adminTeamPosts'] ?? []) as RulesOfProcedure['adminTeamPosts'],
    largeAmounts: stepsOf(values),
    matters: mattersOf(values),
  };
}

/** The same for the API, which knows the meeting by other means. */
export function inputOf(rules: RulesOfProcedure): Input {
  const { meetingKind: _, ...fields } = rules;
  return fields as unknown as Input;
}
