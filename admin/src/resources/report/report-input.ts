import type { SchemaType } from '../../data/index.js';

export type ReportInput = SchemaType<'ReportInput'>;
export type ReportFilter = NonNullable<ReportInput['filter']>;

const PARAM = 'report';

/** A report as it stands in the page's address. */
export function readReport(params: URLSearchParams): ReportInput | null {
  const text = params.get(PARAM);
  if (!text) return null;
  try {
    const input = JSON.parse(text) as ReportInput | null;
    return input && typeof input.groupBy === 'string' ? input : null;
  } catch {
    // a mutilated address asks for nothing
    return null;
  }
}

/** The address of a report, to be kept and sent to others. */
export function writeReport(input: ReportInput): URLSearchParams {
  return new URLSearchParams({ [PARAM]: JSON.stringify(input) });
}
