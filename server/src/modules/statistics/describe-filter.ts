import type { SchoolFilter } from '../schools/index.js';
import * as words from './report.dictionary.js';

const DICTIONARIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stage: words.STAGE_WORDS,
  ownership: words.OWNERSHIP_WORDS,
  scope: words.SCOPE_WORDS,
  orgType: words.ORG_TYPE_WORDS,
  rolloutState: words.STATE_WORDS,
  vacant: words.POST_WORDS,
  hasFindings: words.SEVERITY_WORDS,
  failing: words.CHECK_WORDS,
};

/** The filter as a reader of the report understands it; `range` names its tenant. */
export function describeFilter(filter: SchoolFilter | null, range: string): string {
  const parts = Object.entries(words.FILTER_WORDS).flatMap(([name, label]) => {
    const value: unknown = filter?.[name as keyof SchoolFilter];
    if (value === null || value === undefined) return [];
    return [`${label}${words.COLON}${name === 'tenantId' ? range : valueWords(name, value)}`];
  });
  return parts.length > 0 ? parts.join(words.PART_SEPARATOR) : words.DEFINITIONS.noFilter;
}

function valueWords(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? words.YES : words.NO;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => DICTIONARIES[name]?.[String(one)] ?? String(one)).join(words.LIST_SEPARATOR);
}
