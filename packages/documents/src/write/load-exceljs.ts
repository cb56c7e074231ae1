import type ExcelJS from 'exceljs';

/** exceljs takes a third of a second to load and is needed by few requests: it is loaded with the first workbook written. */
export async function loadExcelJs(): Promise<typeof ExcelJS> {
  const loaded = (await import('exceljs')) as unknown as { default: typeof ExcelJS };
  return loaded.default;
}
