import { decodeIdOf, type CivilDate, type IdType } from '@zhixiao/domain';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { visibleText } from '../../platform/text-input.js';

/** The key of a row, read from its opaque id; read models find it by this. */
export interface OwnKey {
  readonly type: IdType;
  readonly tenantId: number;
  readonly id: string;
}

/** @throws RuleViolation NOT_FOUND for an id that is malformed or of another type: it looks like one of nothing */
export function keyOf(type: IdType, opaque: string): OwnKey {
  const decoded = decodeIdOf(type, opaque);
  if (!decoded) throw notFound();
  return { type, tenantId: decoded.tenantId, id: decoded.uuid };
}

/** @throws RuleViolation NOT_FOUND also for a row of another tenant than the one that the grant writes in */
export function keyInOwnTenant(ctx: ReadContext, type: IdType, opaque: string): OwnKey {
  const key = keyOf(type, opaque);
  if (key.tenantId !== ctx.grant.tenantId) throw notFound();
  return key;
}

/**
 * The refusal of an act at a school: FORBIDDEN where the school can be seen, else NOT_FOUND, as for one that is not there.
 */
export async function refusalAtSchool(ctx: WriteContext, school: OwnKey): Promise<RuleViolation> {
  const seen = await ctx.db.query('SELECT 1 AS ok FROM school WHERE tenant_id = $1 AND id = $2', [
    school.tenantId,
    school.id,
  ]);
  return seen.length > 0 ? new RuleViolation('FORBIDDEN') : notFound();
}

export function badInput(field: string, reason: string): RuleViolation {
  return new RuleViolation('BAD_INPUT', { path: [field], reason });
}

const EARLIEST = '1900-01-01';
const LATEST = '2099-12-31';

/**
 * A day that can be meant: year 0001 or 9999 is a placeholder of some other program.
 * @throws RuleViolation BAD_INPUT
 */
export function plausibleDay(field: string, day: CivilDate): CivilDate {
  if (day < EARLIEST || day > LATEST) throw badInput(field, 'IMPLAUSIBLE_DATE');
  return day;
}

/** The same for each date that is given. */
export function plausibleDays(days: Readonly<Record<string, CivilDate | null | undefined>>): void {
  for (const [field, day] of Object.entries(days)) if (day) plausibleDay(field, day);
}

/** @throws RuleViolation BAD_INPUT for a text of which nothing is to be seen */
export function filledText(field: string, text: string): string {
  const visible = visibleText(text);
  if (visible === '') throw badInput(field, 'REQUIRED');
  return visible;
}

/** Blank is the same as not known. */
export function optionalText(text: string | null | undefined): string | null {
  return visibleText(text ?? '') || null;
}

/** The fields of an input that were given; null is given, undefined is not. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
