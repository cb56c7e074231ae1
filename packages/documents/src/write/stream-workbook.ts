import type { Writable } from 'node:stream';
import type { CellValue, LayoutColumn, LayoutRow, TableLayout, WorkbookLayout } from './layout.type.js';
import { loadExcelJs } from './load-exceljs.js';
import { cellText } from './safe-text.js';
import { PAGE_FOOTER } from './table-form.dictionary.js';
import { addTable, cellValue, FORMATS, sheetName } from './write-workbook.js';

/** Excel holds 1,048,576 rows a sheet; the rest goes on in a further sheet. */
const ROWS_PER_SHEET = 1_000_000;
/** Rows written before the stream is given time to drain. */
const BATCH = 500;

export interface StreamLayout {
  readonly sheet: string;
  readonly title: string;
  readonly unitLine: string;
  readonly columns: readonly LayoutColumn[];
  /** Tables before the list, small enough for memory: the figures that the list is behind. */
  readonly tables?: readonly TableLayout[];
  /** Its lines are read when the rows are through, so that they may say how many there were. */
  readonly definitionsSheet: WorkbookLayout['definitionsSheet'];
}

export interface StreamOptions {
  /** Told now and then how many rows are written. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Writes rows of any number to `out` as .xlsx while they come: memory stays flat, since a row is gone once written.
 * Title in row 1, unit line in row 2, header in row 3 (frozen); the 口径 sheet comes last. Answers the number of rows.
 */
export async function streamWorkbook(
  out: Writable,
  { layout, rows }: { readonly layout: StreamLayout; readonly rows: AsyncIterable<LayoutRow> | Iterable<LayoutRow> },
  { onProgress }: StreamOptions = {},
): Promise<number> {
  const { stream } = await loadExcelJs();
  const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  for (const table of layout.tables ?? []) addTable(workbook, table).commit();
  let sheet = openSheet(workbook, layout, 1);
  let count = 0;
  for await (const row of rows) {
    if (count > 0 && count % ROWS_PER_SHEET === 0) {
      sheet.commit();
      sheet = openSheet(workbook, layout, count / ROWS_PER_SHEET + 1);
    }
    sheet.addRow(layout.columns.map(({ key }) => cellValue(streamable(row[key] ?? null)))).commit();
    count++;
    if (count % BATCH === 0) {
      await drained(pipeOf(sheet));
      await drained(out);
      onProgress?.(count);
    }
  }
  sheet.commit();
  const notes = workbook.addWorksheet(sheetName(layout.definitionsSheet.sheet));
  notes.getColumn(1).width = 28;
  notes.getColumn(2).width = 90;
  notes.addRow([cellText(layout.definitionsSheet.title)]).commit();
  for (const { term, text } of layout.definitionsSheet.lines)
    notes.addRow([cellText(term), cellText(text ?? '')]).commit();
  notes.commit();
  await workbook.commit();
  onProgress?.(count);
  return count;
}

type Writer = InstanceType<Awaited<ReturnType<typeof loadExcelJs>>['stream']['xlsx']['WorkbookWriter']>;

function openSheet(workbook: Writer, layout: StreamLayout, part: number): ReturnType<Writer['addWorksheet']> {
  const sheet = workbook.addWorksheet(sheetName(part === 1 ? layout.sheet : `${layout.sheet.slice(0, 27)} ${part}`), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: PAGE_FOOTER },
    views: [{ state: 'frozen', ySplit: 3 }],
  });
  layout.columns.forEach(({ header, width, format = 'text' }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width ?? Math.min(Math.max(header.length * 2 + 2, 8), 40);
    column.numFmt = FORMATS[format];
  });
  sheet.addRow([cellText(layout.title)]).commit();
  sheet.addRow([cellText(layout.unitLine)]).commit();
  const head = sheet.addRow(layout.columns.map(({ header, group }) => cellText(group ? `${group}/${header}` : header)));
  head.font = { bold: true };
  head.commit();
  return sheet;
}

const streamable = (value: CellValue): CellValue => (value !== null && typeof value === 'object' ? value.value : value);

/** The zip's streams are of an older kind, which says only inside whether it is full. */
interface OlderWritable extends Writable {
  readonly _writableState?: { readonly needDrain?: boolean };
}

/**
 * Where exceljs hands a sheet's text to the zip. It writes there without heeding that the zip is slower, and all that waits
 * would stay in memory: so we heed it.
 */
function pipeOf(sheet: ReturnType<Writer['addWorksheet']>): Writable | undefined {
  return (sheet as unknown as { readonly stream?: { readonly pipes?: readonly Writable[] } }).stream?.pipes?.[0];
}

/** Waits while the receiver is slower than we are. */
async function drained(stream: OlderWritable | undefined): Promise<void> {
  const isFull = stream?.writableNeedDrain ?? stream?._writableState?.needDrain;
  if (stream && isFull) await new Promise<void>((resolve) => void stream.once('drain', resolve));
  else await new Promise<void>((resolve) => void setImmediate(resolve));
}
