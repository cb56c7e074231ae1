import type { Severity } from './vocabulary.js';

/** Where a rule comes from: the Opinion itself, another party rule, or local rules of procedure (switchable by tenant). */
export const CHECK_SOURCES = ['OPINION', 'PARTY_RULE', 'LOCAL'] as const;
export type CheckSource = (typeof CHECK_SOURCES)[number];

/**
 * The catalogue of checks: `clause` as in 《意见（试行）》, 党规 or 地方规则 where the rule is not the Opinion's own.
 * Message text belongs to the admin's i18n. `severity` is the catalogue's; a finding may carry a lower one (by reference).
 */
export const CHECKS = [
  { id: 'SCO-1', clause: '适用', severity: 'HARD', source: 'OPINION' },
  { id: 'SCO-2', clause: '适用', severity: 'HARD', source: 'OPINION' },
  { id: 'SCO-3', clause: '适用', severity: 'HARD', source: 'OPINION' },
  { id: 'SCO-4', clause: '适用', severity: 'HARD', source: 'OPINION' },
  { id: 'STF-1', clause: '十二', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'STF-2', clause: '十二', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'STF-3', clause: '十二', severity: 'HARD', source: 'OPINION' },
  { id: 'STF-4', clause: '十二', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'STF-5', clause: '十二', severity: 'HARD', source: 'OPINION' },
  { id: 'STF-6', clause: '十二', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'STF-7', clause: '党规', severity: 'HARD', source: 'PARTY_RULE' },
  { id: 'STF-8', clause: '十二', severity: 'HARD', source: 'OPINION' },
  { id: 'STF-9', clause: '党规', severity: 'ADVISORY', source: 'PARTY_RULE' },
  { id: 'STF-10', clause: '党规', severity: 'ADVISORY', source: 'PARTY_RULE' },
  { id: 'STF-11', clause: '党规', severity: 'DEFAULT', source: 'PARTY_RULE' },
  { id: 'STF-12', clause: '党规', severity: 'ADVISORY', source: 'PARTY_RULE' },
  { id: 'PM-1', clause: '五', severity: 'HARD', source: 'OPINION' },
  { id: 'PM-2', clause: '五', severity: 'HARD', source: 'OPINION' },
  { id: 'PM-3', clause: '五', severity: 'HARD', source: 'OPINION' },
  { id: 'PM-4', clause: '五', severity: 'HARD', source: 'OPINION' },
  { id: 'PM-5', clause: '五', severity: 'HARD', source: 'OPINION' },
  { id: 'PM-6', clause: '五', severity: 'HARD', source: 'OPINION' },
  { id: 'PM-7', clause: '五', severity: 'ADVISORY', source: 'OPINION' },
  { id: 'PM-8', clause: '二/五', severity: 'HARD', source: 'OPINION' },
  { id: 'PM-9', clause: '议事规则(地方)', severity: 'DEFAULT', source: 'LOCAL' },
  { id: 'PM-10', clause: '议事规则(地方)', severity: 'DEFAULT', source: 'LOCAL' },
  { id: 'PM-11', clause: '议事规则(地方)', severity: 'DEFAULT', source: 'LOCAL' },
  { id: 'PM-12', clause: '议事规则(地方)', severity: 'DEFAULT', source: 'LOCAL' },
  { id: 'PM-13', clause: '议事规则(地方)', severity: 'ADVISORY', source: 'LOCAL' },
  { id: 'PM-14', clause: '议事规则(地方)', severity: 'DEFAULT', source: 'LOCAL' },
  { id: 'PM-15', clause: '第一议题(地方)', severity: 'DEFAULT', source: 'LOCAL' },
  { id: 'OM-1', clause: '六', severity: 'HARD', source: 'OPINION' },
  { id: 'OM-2', clause: '六', severity: 'HARD', source: 'OPINION' },
  { id: 'OM-3', clause: '六', severity: 'HARD', source: 'OPINION' },
  { id: 'OM-4', clause: '六', severity: 'HARD', source: 'OPINION' },
  { id: 'OM-5', clause: '六', severity: 'HARD', source: 'OPINION' },
  { id: 'OM-6', clause: '六', severity: 'HARD', source: 'OPINION' },
  { id: 'OM-7', clause: '六', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'PRE-1', clause: '七', severity: 'HARD', source: 'OPINION' },
  { id: 'PRE-2', clause: '七', severity: 'HARD', source: 'OPINION' },
  { id: 'PRE-3', clause: '七', severity: 'HARD', source: 'OPINION' },
  { id: 'PRE-4', clause: '九', severity: 'HARD', source: 'OPINION' },
  { id: 'PRE-5', clause: '九（推断）', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'PRE-6', clause: '七', severity: 'HARD', source: 'OPINION' },
  { id: 'PRE-7', clause: '九', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'PRE-8', clause: '七/十一', severity: 'HARD', source: 'OPINION' },
  { id: 'PRE-9', clause: '七', severity: 'HARD', source: 'OPINION' },
  { id: 'PRE-10', clause: '七', severity: 'HARD', source: 'OPINION' },
  { id: 'REC-1', clause: '议事规则(地方)', severity: 'DEFAULT', source: 'LOCAL' },
  { id: 'REC-2', clause: '七', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'REC-3', clause: '十五', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'REC-4', clause: '八', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'REC-5', clause: '四.9', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'REC-6', clause: '四.9/十一', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'REC-7', clause: '十一', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'REC-8', clause: '九', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'SUP-1', clause: '十三', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'SUP-2', clause: '十四', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'SUP-3', clause: '十四', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'SUP-4', clause: '十四', severity: 'ADVISORY', source: 'OPINION' },
  { id: 'ROL-1', clause: '十五', severity: 'HARD', source: 'OPINION' },
  { id: 'ROL-2', clause: '十五', severity: 'DEFAULT', source: 'OPINION' },
  { id: 'ROL-3', clause: '十三', severity: 'DEFAULT', source: 'OPINION' },
] as const satisfies readonly { id: string; clause: string; severity: Severity; source: CheckSource }[];

export type CheckId = (typeof CHECKS)[number]['id'];
export type Check = {
  readonly id: CheckId;
  readonly clause: string;
  readonly severity: Severity;
  readonly source: CheckSource;
};

/** The checks on how a school's leadership is staffed (意见（十二）), in catalogue order. */
export type StaffingCheckId = Extract<CheckId, `STF-${number}`>;
export const STAFFING_CHECK_IDS = CHECKS.map((check) => check.id).filter((id): id is StaffingCheckId =>
  id.startsWith('STF-'),
);

const byId = new Map<string, Check>(CHECKS.map((check) => [check.id, check]));

/** The catalogue entry of a check. */
export function checkOf(id: CheckId): Check {
  return byId.get(id) as Check;
}

/** Is this text the id of a check in the catalogue? */
export function isCheckId(text: string): text is CheckId {
  return byId.has(text);
}

/**
 * A true fact of staffing is recorded whatever it breaks; only a non-member in a party post and two holders of one seat
 * are contradictions in themselves and refuse the record.
 */
export function refusesRecord(id: CheckId): boolean {
  return id === 'STF-7' || id === 'STF-8';
}
