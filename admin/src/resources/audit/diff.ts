/** One field of an entry as it was and as it is. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly isChanged: boolean;
}

function recordOf(json: unknown): Record<string, unknown> {
  return json !== null && typeof json === 'object' && !Array.isArray(json) ? (json as Record<string, unknown>) : {};
}

const sameAs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The fields of both sides, those that differ first. A side that is not there has no values. */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [recordOf(before), recordOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields
    .map((field) => ({
      field,
      before: was[field],
      after: is[field],
      isChanged: !sameAs(was[field], is[field]),
    }))
    .sort((a, b) => Number(b.isChanged) - Number(a.isChanged));
}
