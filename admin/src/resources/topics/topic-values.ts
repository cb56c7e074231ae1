import type { HearingAudience, ItemKind, MeetingKind } from '@zhixiao/domain';
import type { FieldValues } from 'react-hook-form';
import type { SchemaType } from '../../data/index.js';
import type { MatterFields } from '../matters/index.js';
import type { DraftTopic } from './preview-gates.js';
import type { Topic } from './topic.graphql.js';

type Content = Omit<SchemaType<'ChangeTopicInput'>, 'id' | 'expectedVersion'>;

/** An empty form. */
export const NEW_TOPIC: FieldValues = {
  ...{ title: null, matterCode: null, meetingKind: 'PARTY_ORG', itemKind: 'DECISION', amount: null, body: null },
  ...{ vitalInterest: null, audiences: null, specialised: null, confidentiality: 'INTERNAL', leadId: null },
  ...{ twoThirds: false, important: false, unscheduledReason: null },
  ...{ implementsDecisionId: null, reconsidersDecisionId: null },
};

/** A topic as the form shows it. */
export function valuesOf(topic: Topic): FieldValues {
  const { title, matterCode, meetingKind, itemKind, amount, body, vitalInterest, audiences, specialised } = topic;
  const { confidentiality, lead, twoThirds, important, unscheduledReason } = topic;
  const { implementsDecisionId, reconsidersDecisionId } = topic;
  return {
    ...{ title, matterCode, meetingKind, itemKind, amount, body: body || null, vitalInterest, audiences, specialised },
    ...{ confidentiality, leadId: lead?.id ?? null, twoThirds, important, unscheduledReason },
    ...{ implementsDecisionId, reconsidersDecisionId },
  };
}

const number = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);
const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** What of the form belongs to which kind of item: what was typed for another kind is not sent. */
function linksOf(values: FieldValues): Partial<Content> {
  const { itemKind, unscheduledReason, implementsDecisionId, reconsidersDecisionId } = values;
  return {
    unscheduledReason: itemKind === 'UNSCHEDULED' ? text(unscheduledReason) : null,
    implementsDecisionId: itemKind === 'IMPLEMENTATION' ? text(implementsDecisionId) : null,
    reconsidersDecisionId: itemKind === 'RECONSIDERATION' ? text(reconsidersDecisionId) : null,
  };
}

/** The form as the API takes it. */
export function contentOf(values: FieldValues): Content {
  return {
    ...{ title: text(values['title']) ?? '', matterCode: text(values['matterCode']) ?? '', body: text(values['body']) },
    ...{ meetingKind: values['meetingKind'] as MeetingKind, itemKind: values['itemKind'] as ItemKind },
    ...{ amount: number(values['amount']), vitalInterest: flag(values['vitalInterest']) },
    ...{ audiences: (values['audiences'] ?? []) as HearingAudience[], specialised: flag(values['specialised']) },
    ...{ confidentiality: values['confidentiality'] as Content['confidentiality'], leadId: text(values['leadId']) },
    ...{ twoThirds: values['twoThirds'] === true, important: values['important'] === true },
    ...linksOf(values),
  };
}

/** What the preview looks at; null until there is a type. */
export function draftOf(values: FieldValues, types: readonly MatterFields[]): DraftTopic | null {
  const matter = types.find(({ code }) => code === values['matterCode']);
  if (!matter) return null;
  const { meetingKind, itemKind, amount, vitalInterest, audiences, specialised, twoThirds, important } =
    contentOf(values);
  return {
    ...{ matter, meetingKind, itemKind, amount: amount ?? null, vitalInterest: vitalInterest ?? null },
    ...{ audiences: audiences ?? [], specialised: specialised ?? null },
    ...{ twoThirds: twoThirds ?? false, important: important ?? false },
  };
}
