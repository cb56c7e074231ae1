/** Why a file as a whole could not be read. Closed list; the text belongs to the admin's i18n. */
export type DocumentProblemCode =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_XLS' // an old workbook (.xls): params.saveAs says as what to save it (另存为 .xlsx)
  | 'FILE_ENCRYPTED'
  | 'FILE_NOT_SPREADSHEET'
  | 'FILE_DAMAGED'
  | 'FILE_COMPRESSION' // inflates beyond the limits: a zip bomb
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'PARSE_TIMEOUT'
  | 'PARSE_MEMORY';

/** A file that cannot be read; `params` say the limit and what was found. */
export class DocumentProblem extends Error {
  constructor(
    readonly code: DocumentProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'DocumentProblem';
  }
}
