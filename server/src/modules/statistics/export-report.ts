import type { WriteContext } from '../../platform/context.js';
import type { RowKey } from '../../platform/read/index.js';
import { daysOf, requireReport } from './figures.js';
import type { ExportReportInput } from './report.input.js';

/** The name of the job that writes the workbook. */
export const EXPORT_REPORT = 'export-report';

/**
 * Asks for the report as a workbook. "Today" is the day of the asking, whenever the job runs.
 * @returns the key of the job
 * @throws RuleViolation FORBIDDEN, BAD_INPUT
 */
export async function exportReport(ctx: WriteContext, { report, title }: ExportReportInput): Promise<RowKey> {
  requireReport(ctx, 'export');
  const { asOf, compareTo } = daysOf(ctx, report);
  const { groupBy, filter = null } = report;
  const args = { groupBy, asOf, compareTo, filter: filter && { ...filter }, title: title?.trim() || null };
  const id = await ctx.jobs.enqueue({ kind: EXPORT_REPORT, args });
  return { tenantId: ctx.grant.tenantId, id };
}
