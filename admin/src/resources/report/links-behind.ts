import { CHECKED_SCOPES, isAdjusted, ROLLOUT_STATES, type RateId } from '@zhixiao/domain';
import { listPath } from '../../data/index.js';
import type { ReportFilter, ReportInput } from './report-input.js';

const ADJUSTED = ROLLOUT_STATES.filter(isAdjusted);
const HIGHER = ['COMMITTEE', 'GENERAL_BRANCH'] as const;

/** Both filters at once; null where nothing can pass both. */
function both(a: ReportFilter, b: ReportFilter): ReportFilter | null {
  const merged: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const mine = merged[name];
    const narrowed = Array.isArray(mine) && Array.isArray(value) ? value.filter((one) => mine.includes(one)) : value;
    if (Array.isArray(narrowed) && narrowed.length === 0) return null;
    merged[name] = narrowed;
  }
  return merged;
}

interface Sides {
  readonly numerator: ReportFilter | null;
  readonly denominator: ReportFilter | null;
  /** Schools that are in the denominator and not in the numerator, where a list can name them. */
  readonly missing?: ReportFilter;
}

const adjustedChecked: ReportFilter = { scope: [...CHECKED_SCOPES], rolloutState: ADJUSTED };

/** The lists behind each rate, as far as a list of schools can have these conditions. */
export const RATE_LISTS: Readonly<Record<RateId, Sides>> = {
  completion: { numerator: { scope: ['IN_SCOPE'], rolloutState: ADJUSTED }, denominator: { scope: ['IN_SCOPE'] } },
  byReferenceCompletion: {
    numerator: { scope: ['BY_REFERENCE'], rolloutState: ADJUSTED },
    denominator: { scope: ['BY_REFERENCE'] },
  },
  separation: {
    numerator: { ...adjustedChecked, orgType: [...HIGHER], combined: false },
    denominator: { ...adjustedChecked, orgType: [...HIGHER] },
  },
  branchCombined: {
    numerator: { ...adjustedChecked, orgType: ['BRANCH'], combined: true },
    denominator: { ...adjustedChecked, orgType: ['BRANCH'] },
  },
  combined: { numerator: { ...adjustedChecked, combined: true }, denominator: adjustedChecked },
  fullTimeDeputy: { numerator: null, denominator: null, missing: { lacksFullTimeDeputy: true } },
  memberPrincipalDeputy: { numerator: null, denominator: null, missing: { failing: ['STF-3'] } },
  crossAppointment: { numerator: null, denominator: null, missing: { failing: ['STF-6'] } },
  termRenewal: { numerator: null, denominator: null, missing: { failing: ['STF-11'] } },
};

/** What a row of the report stands for; null where a list cannot say it. */
export function rowFilter(groupBy: ReportInput['groupBy'], key: string | null): ReportFilter | null {
  if (key === null) return {};
  if (groupBy === 'COUNTY') return { tenantId: key };
  if (groupBy === 'STAGE') return { stage: [key] } as ReportFilter;
  return key === 'NONE' ? null : ({ orgType: [key] } as ReportFilter);
}

/** The list of schools behind a number of the report; null where there is none. */
export function behind(report: ReportFilter, row: ReportFilter | null, number: ReportFilter | null): string | null {
  if (!row || !number) return null;
  const narrowed = both(report, row);
  const filter = narrowed && both(narrowed, number);
  return filter && listPath('schools', { filter });
}
