import type { Grant } from '../data/index.js';
import type { EnumWords } from '../i18n/index.js';

/** Where a grant acts: the school, or the tenant. */
export function placeOf({ schoolName, tenant }: Grant): string {
  return schoolName ?? tenant.name;
}

/** 市级 / 县级 / 学校: a county-level city is no 县. */
export function levelOf({ schoolId, tenant }: Grant): string {
  return schoolId ? 'SCHOOL' : tenant.level;
}

/** The grant in a line: place and role. */
export function grantName(grant: Grant, word: EnumWords): string {
  return `${placeOf(grant)} · ${word('Role', grant.role)}`;
}

/** Grants whose place, role or tenant contains the text. */
export function grantsLike(grants: readonly Grant[], text: string, word: EnumWords): readonly Grant[] {
  const wanted = text.trim();
  return grants.filter((grant) =>
    `${grantName(grant, word)} ${grant.tenant.name} ${grant.tenant.code}`.includes(wanted),
  );
}
