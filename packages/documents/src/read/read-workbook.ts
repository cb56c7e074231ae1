import { DocumentProblem } from '../document-problem.js';
import { readCsv } from './read-csv.js';
import { DEFAULT_LIMITS, type ReadLimits } from './read-limits.js';
import { readXlsx } from './read-xlsx.js';
import type { Workbook } from './workbook.type.js';

/**
 * Reads a spreadsheet by what it is, not by what its name says: .xlsx or .csv. Throws DocumentProblem.
 * For uploads call `parseInWorker`: a hostile file then dies in the worker.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string, limits: ReadLimits = DEFAULT_LIMITS): Workbook {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > limits.fileBytes) throw new DocumentProblem('FILE_TOO_LARGE', { limit: limits.fileBytes });
  if (buffer.length === 0) throw new DocumentProblem('FILE_EMPTY');
  const magic = buffer.length >= 4 ? buffer.readUInt32BE(0) : 0;
  if (magic === 0xd0cf11e0)
    throw isEncrypted(buffer) ? new DocumentProblem('FILE_ENCRYPTED') : new DocumentProblem('FILE_XLS', SAVE_AS);
  if (magic === 0x504b0304) return readXlsx(buffer, limits);
  if (isOldText(buffer)) throw new DocumentProblem('FILE_XLS', SAVE_AS);
  if (/^(%PDF|\x7fELF|GIF8|\x89PNG|\xff\xd8\xff|<)/.test(buffer.toString('latin1', 0, 4))) {
    throw new DocumentProblem('FILE_NOT_SPREADSHEET');
  }
  return readCsv(buffer, sheetNameOf(fileName), limits);
}

/** What Excel must save an old workbook as before it can be read. */
const SAVE_AS = { saveAs: 'xlsx' } as const;

/** Other programs give tables in HTML, or in the XML of Excel 2003, the name .xls: Excel opens them, and saves them as .xlsx. */
function isOldText(buffer: Buffer): boolean {
  const start = buffer
    .toString('utf8', 0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  return start.startsWith('<') && /<table\b|urn:schemas-microsoft-com:office:spreadsheet/i.test(start);
}

/** An .xlsx with a password is an OLE container as an .xls is, but with this stream in it. */
function isEncrypted(buffer: Buffer): boolean {
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** A .csv is one sheet named like its file, so that 丹寨县.csv says its county as a sheet would. */
function sheetNameOf(fileName: string): string {
  return (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').slice(0, 100);
}
