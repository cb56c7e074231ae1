import { Writable } from 'node:stream';
import { streamWorkbook } from '@zhixiao/documents';
import type { DefinitionLine, LayoutRow, StreamLayout } from '@zhixiao/documents';
import { decodeTenantId } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { openStoredFile } from '../../platform/files/index.js';
import type { StoredFileWriter } from '../../platform/files/index.js';
import { derivedId } from '../../platform/ids.js';
import type { JobContext } from '../../platform/jobs/job-context.js';
import type { SchoolFilter } from '../schools/index.js';
import { crossSchoolReport } from './cross-school-report.js';
import type { CrossSchoolReport } from './cross-school-report.js';
import { describeFilter } from './describe-filter.js';
import { lastMonthsEnd, requireReport } from './figures.js';
import { definitionLines } from './report-definitions.js';
import { reportTable } from './report-table.js';
import { DEFINITIONS, LIST, TABLE, chineseDay, fileName } from './report.dictionary.js';
import type { ReportGroup } from './report.input.js';
import { LIST_COLUMNS, schoolRows } from './school-rows.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What exportReport put into the job. */
interface Args {
  readonly groupBy: ReportGroup;
  readonly asOf: string;
  readonly compareTo: string | null;
  readonly filter: SchoolFilter | null;
  readonly title: string | null;
}

/** Writes the report as a workbook: the table, the schools behind it, the definitions. It leaves in parts as it is made. */
export async function writeReport(job: JobContext): Promise<void> {
  requireReport(job.reading, 'export');
  const args = job.args as unknown as Args;
  const report = await crossSchoolReport(job.reading, args);
  const names = await namesOf(job.reading, args);
  const title = args.title ?? TABLE.defaultTitle(names.range);
  // the same again on a second run, which then has nothing left to do but to be attached
  const id = derivedId(job.id, 'report');
  const file = await openStoredFile(job.write, { id, name: fileName(title, report.asOf), mediaType: XLSX });
  if (file) {
    const lines = provenance(job, args, names);
    const layout = layoutOf(report, { args, unit: names.unit, title, lines });
    const rows = await stream(file, layout, countedRows(job, { args, report, lines }));
    await file.finish((ctx) => {
      const { title: _title, ...after } = args;
      ctx.audit({
        action: 'report.exported',
        subjectType: 'StoredFile',
        subjectId: id,
        schoolId: ctx.grant.schoolId,
        after: { ...after, rows },
      });
    });
  }
  await job.attach(id);
}

/** Who reports, and on which schools. */
interface Names {
  /** the school of a school's people, else the grant's tenant */
  readonly unit: string;
  /** the tenant asked for, else the unit */
  readonly range: string;
}

async function namesOf(ctx: ReadContext, { asOf, filter }: Args): Promise<Names> {
  const { tenantId, schoolId } = ctx.grant;
  const [result] = await ctx.read.run([
    {
      text: `SELECT coalesce((SELECT s.name FROM school_standing s WHERE s.tenant_id = $1 AND s.school_id = $2
               AND s.valid_from <= $3::date AND s.valid_to > $3::date), (SELECT name FROM tenant WHERE id = $1)) AS unit,
             (SELECT name FROM tenant WHERE id = $4) AS range`,
      values: [tenantId, schoolId, asOf, decodeTenantId(filter?.tenantId ?? '')],
    },
  ]);
  const { unit, range } = (result?.rows[0] ?? {}) as { unit?: string | null; range?: string | null };
  return { unit: unit ?? '', range: range ?? unit ?? '' };
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

function provenance({ reading }: JobContext, args: Args, { unit, range }: Names): DefinitionLine[] {
  const { asOf, compareTo, groupBy } = args;
  const filter = describeFilter(args.filter, range);
  const exported = { exportedBy: reading.grant.accountName, exportedAt: shanghai.format(reading.now) };
  return definitionLines({
    unit,
    asOf,
    compareTo,
    groupBy,
    filter,
    newSince: compareTo ?? lastMonthsEnd(asOf),
    ...exported,
  });
}

interface Parts {
  readonly args: Args;
  readonly unit: string;
  readonly title: string;
  readonly lines: readonly DefinitionLine[];
}

function layoutOf(report: CrossSchoolReport, { args, unit, title, lines }: Parts): StreamLayout {
  const { groupBy, compareTo, asOf } = args;
  const newSince = compareTo ?? lastMonthsEnd(asOf);
  return {
    tables: [reportTable({ report, groupBy, title, unit, newSince })],
    sheet: LIST.sheet,
    title: LIST.title,
    unitLine: [TABLE.reportingUnit(unit), TABLE.asOf(chineseDay(asOf))].join('    '),
    columns: LIST_COLUMNS,
    definitionsSheet: { sheet: DEFINITIONS.sheet, title: DEFINITIONS.title, lines },
  };
}

interface Counted {
  readonly args: Args;
  readonly report: CrossSchoolReport;
  readonly lines: DefinitionLine[];
}

/** The rows with progress; how many there were goes into the definitions, which come last. */
async function* countedRows(job: JobContext, { args, report, lines }: Counted): AsyncGenerator<LayoutRow> {
  let count = 0;
  for await (const batch of schoolRows(job.reading, args)) {
    yield* batch;
    count += batch.length;
    await job.progress(count, Math.max(count, report.schools));
  }
  lines.push({ term: DEFINITIONS.rows, text: String(count) });
}

/** A part that can't be stored must end the job and not the process: the sink takes the rest and the error is thrown after. */
async function stream(file: StoredFileWriter, layout: StreamLayout, rows: AsyncIterable<LayoutRow>): Promise<number> {
  let failure: unknown = null;
  const store = async (chunk: Buffer): Promise<void> => {
    if (failure === null) await file.write(chunk).catch((error: unknown) => void (failure = error));
  };
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => void store(chunk).then(() => done()) });
  const count = await streamWorkbook(sink, { layout, rows });
  if (failure !== null) throw failure;
  return count;
}
