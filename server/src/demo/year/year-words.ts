import type { HearingAudience, MatterCategory, RuledMeetingKind } from '@zhixiao/domain';
import data from './year.data.json' with { type: 'json' };

/** One kind of topic that schools bring up: of which matter, how often, when in the year. */
export interface MatterPlan {
  readonly kind: RuledMeetingKind;
  readonly code: string;
  readonly weight: number;
  readonly titles: readonly string[];
  readonly months?: readonly number[];
  /** from so many yuan to so many */
  readonly amount?: readonly number[];
  readonly audiences?: readonly string[];
  readonly specialised?: boolean;
  readonly confidential?: boolean;
}

/** Every text of a generated year is in year.data.json; this gives it types. */
export const YEAR_WORDS = data;
export const MATTER_PLANS = data.matters as readonly MatterPlan[];
export const DRAFT_PLANS = data.drafts as readonly Pick<MatterPlan, 'code' | 'titles' | 'amount' | 'specialised'>[];

/** The reasons that a topic of this category is brought up with. */
export function bodyFor(category: MatterCategory): string {
  return data.bodies[category];
}

/** 2026—2027学年第一学期 of a day. */
export function termOf(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const isSpring = month >= 2 && month < 8;
  const first = month >= 8 ? year : year - 1;
  const template = isSpring ? data.terms.spring : data.terms.autumn;
  return template.replace('%s', String(first)).replace('%s', String(first + 1));
}

/** Fills year and term of a day into a title. */
export function titleOn(template: string, day: string): string {
  return template.replaceAll('{year}', day.slice(0, 4)).replaceAll('{term}', termOf(day));
}

/** The audiences of a plan as the domain has them. */
export function audiencesOf(plan: Pick<MatterPlan, 'audiences'>): HearingAudience[] {
  return [...(plan.audiences ?? [])] as HearingAudience[];
}
