/** One field of an entry as it was and as it is. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly isChanged: boolean;
}

/** One side of an entry by its fields. */
export function recordOf(json: unknown): Record<string, unknown> {
  return json !== null && typeof json === 'object' && !Array.isArray(json) ? (json as Record<string, unknown>) : {};
}

const sameAs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const NAMES = ['personName', 'name', 'fileName', 'username'] as const;

/** How people call what one side of an entry is about. */
export function nameIn(json: unknown): string | null {
  const record = recordOf(json);
  const field = NAMES.find((name) => typeof record[name] === 'string' && record[name] !== '');
  return field ? String(record[field]) : null;
}

/** Keys of rows say nothing to anybody; that of a check has a name. */
const isKey = (field: string): boolean => /Ids?$/.test(field) && field !== 'checkId';

/** The fields of both sides, those that differ first. A side that is not there has no values. */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [recordOf(before), recordOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !isKey(field));
  return fields
    .map((field) => ({
      field,
      before: was[field],
      after: is[field],
      isChanged: !sameAs(was[field], is[field]),
    }))
    .sort((a, b) => Number(b.isChanged) - Number(a.isChanged));
}
