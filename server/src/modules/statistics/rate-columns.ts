import { CHECKED_SCOPES, RATE_IDS, ROLLOUT_STATES, isAdjusted } from '@zhixiao/domain';
import type { RateId } from '@zhixiao/domain';

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const ADJUSTED = list(ROLLOUT_STATES.filter(isAdjusted));

/** 已调整 (规范运行 is adjusted as well). */
export const adjusted = (s: string): string => `${s}.rollout_state IN (${ADJUSTED})`;
export const inScope = (s: string): string => `${s}.scope = 'IN_SCOPE'`;
export const byReference = (s: string): string => `${s}.scope = 'BY_REFERENCE'`;
const checked = (s: string): string => `${s}.scope IN (${list(CHECKED_SCOPES)})`;
const higherType = (s: string): string => `${s}.org_type IN ('COMMITTEE', 'GENERAL_BRANCH')`;

interface RateColumns {
  readonly numerator: string;
  readonly denominator: string;
}

/** Share of the schools passing `all` that pass `some` too. */
function share(all: string, some: string): RateColumns {
  return { denominator: `count(*) FILTER (WHERE ${all})`, numerator: `count(*) FILTER (WHERE ${all} AND ${some})` };
}

const people = (column: string, where: string): string => `coalesce(sum(${column}) FILTER (WHERE ${where}), 0)`;

/** The rates of the domain (RATES) as aggregates over rows of school_standing; a test holds the two together. */
export function rateColumns(s: string): Readonly<Record<RateId, RateColumns>> {
  const adjustedChecked = `${checked(s)} AND ${adjusted(s)}`;
  const memberPrincipal = `${checked(s)} AND ${higherType(s)} AND ${s}.principal_is_member`;
  return {
    completion: share(inScope(s), adjusted(s)),
    byReferenceCompletion: share(byReference(s), adjusted(s)),
    separation: share(`${adjustedChecked} AND ${higherType(s)}`, `${s}.combined IS FALSE`),
    branchCombined: share(`${adjustedChecked} AND ${s}.org_type = 'BRANCH'`, `${s}.combined`),
    combined: share(adjustedChecked, `${s}.combined`),
    fullTimeDeputy: share(`${s}.needs_full_time_deputy`, `${s}.has_full_time_deputy`),
    memberPrincipalDeputy: share(memberPrincipal, `${s}.member_principal_is_deputy`),
    crossAppointment: {
      numerator: people(`${s}.member_vice_heads_in_committee`, checked(s)),
      denominator: people(`${s}.member_vice_heads`, checked(s)),
    },
    termRenewal: share(`${s}.org_type IS NOT NULL`, `${s}.term_in_force`),
  };
}

/** The named rates as columns `<id>_n` and `<id>_d`. */
export function rateAggregates(s: string, ids: readonly RateId[] = RATE_IDS): Record<string, string> {
  const columns = rateColumns(s);
  return Object.fromEntries(
    ids.flatMap((id) => [
      [`${id}_n`, columns[id].numerator],
      [`${id}_d`, columns[id].denominator],
    ]),
  );
}
