import { daysBetween } from '@zhixiao/domain';
import { INFERRED, LOCAL_RULES, PARTY_RULES, SCOPE_OF_OPINION } from './clause-words.dictionary.js';
import type { EnumName, EnumWords, Text, TextParams } from '../i18n/index.js';
import type { TextKey } from '../i18n/keys.js';
import { zhCN } from '../i18n/zh-CN/index.js';
import { variantOf } from './procedure-variants.js';

/** A finding as the API, a form's own check or a refusal tells it. */
export interface FindingLike {
  readonly checkId: string;
  readonly clause: string;
  readonly params: unknown;
}

export interface Words {
  readonly t: Text;
  readonly word: EnumWords;
  /** The day on which ages are counted. */
  readonly on: string;
}

type Params = Readonly<Record<string, unknown>>;

function isKnown(checkId: string): boolean {
  return checkId in zhCN.checks && checkId.includes('-');
}

/** Params whose values are of a closed list. */
const LISTS: Readonly<Record<string, EnumName>> = {
  ...{ post: 'Post', posts: 'Post', suitable: 'PartyOrgType', orgType: 'PartyOrgType', actingAs: 'ActingAs' },
  ...{ side: 'ConsultedSide', status: 'ConsultationStatus', opinion: 'ConsultationOpinion', form: 'DecisionForm' },
  ...{ base: 'PassBase', result: 'ItemResult', audiences: 'HearingAudience', lacks: 'Lacking', kind: 'MeetingKind' },
  ...{ body: 'MeetingKind', meetingKind: 'MeetingKind', itemKind: 'ItemKind', state: 'DecisionState' },
};

/** PM-15 tells the kind of the first item, the others that of a meeting. */
function listOfParam(checkId: string, key: string): EnumName | undefined {
  return checkId === 'PM-15' && key === 'kind' ? 'ItemKind' : LISTS[key];
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** STF-9 gives the first empty day of each vacant post: the reader counts. */
function vacancies(params: Params, { t, word, on }: Words): string {
  const since = listOf(params['since'] ?? []);
  return listOf(params['posts'] ?? [])
    .map((post, index) => {
      const day = since[index] ?? on;
      return t('checks.STF-9.part', { post: word('Post', post), days: daysBetween(day, on), since: day });
    })
    .join(t('common.listSeparator'));
}

/** Params in words: values of closed lists by their names, lists joined; what is unknown is a dash. */
function paramsInWords({ checkId, params: told }: FindingLike, words: Words): TextParams {
  const { t, word } = words;
  const params = (told ?? {}) as Params;
  const inWords = (key: string, value: unknown): string | number => {
    if (typeof value === 'number') return value;
    const name = listOfParam(checkId, key);
    const parts = listOf(value).map((part) => (name ? word(name, part) : part));
    return parts.join(t('common.listSeparator')) || t('common.none');
  };
  const texts = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, inWords(key, value)]));
  return 'since' in params && 'posts' in params ? { ...texts, vacancies: vacancies(params, words) } : texts;
}

/** What a finding says. */
export function findingText(finding: FindingLike, words: Words): string {
  const { checkId, params } = finding;
  if (!isKnown(checkId)) return words.t('checks.unknown', { id: checkId });
  const variant = variantOf(checkId, (params ?? {}) as Params);
  return words.t(`checks.${checkId}.${variant}` as TextKey, paramsInWords(finding, words));
}

/** What to do about a check of the procedure that is not kept; null where its message says it. */
export function todoText(checkId: string, t: Text): string | null {
  const texts = isKnown(checkId) ? (zhCN.checks as unknown as Readonly<Record<string, object>>)[checkId] : undefined;
  return texts && 'todo' in texts ? t(`checks.${checkId}.todo` as TextKey) : null;
}

/** The short name of a check, for tables. */
export function checkName(checkId: string, t: Text): string {
  return isKnown(checkId) ? t(`checks.${checkId}.name` as TextKey) : t('checks.unknown', { id: checkId });
}

const NUMERALS = zhCN.checks.clause.ordinals.split(',');
// the longest first: 十二 is no 十 with a 二 behind it
const NUMERAL = new RegExp([...NUMERALS].sort((a, b) => b.length - a.length).join('|'), 'g');

/** The number of a clause as the language of the page writes it. */
function clauseNumber(clause: string, t: Text): string {
  const ordinals = t('checks.clause.ordinals').split(',');
  return clause.replace(NUMERAL, (numeral) => ordinals[NUMERALS.indexOf(numeral)] ?? numeral);
}

/** Where a rule stands: 《意见》（十二）, or the party's rules, or local ones. */
export function clauseText(clause: string, t: Text): string {
  if (clause === PARTY_RULES) return t('checks.clause.party');
  if (clause === SCOPE_OF_OPINION) return t('checks.clause.scope');
  if (clause.includes(LOCAL_RULES)) return t('checks.clause.local');
  const isInferred = clause.includes(INFERRED);
  const number = clauseNumber(clause.replace(INFERRED, ''), t);
  return t(isInferred ? 'checks.clause.inferred' : 'checks.clause.opinion', { clause: number });
}
