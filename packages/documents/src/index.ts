/**
 * Spreadsheets in, rows out; rows in, spreadsheets out; a meeting in, its papers out. Knows no database, no GraphQL and no clock.
 *
 *   parseInWorker(bytes, {kind, fileName, choices?})   a file → sheets (proposal, preview) and tables (mapped rows)
 *   judgeRoster(kind, tables, facts)                    tables → outcome, reasons, record and writes of every row
 *   applyEdits, rejudgeRow                              a row put right by hand, judged again
 *   writeWorkbook, streamWorkbook                       official tables; exports of any length
 *   writeErrorRows, templateWorkbook, writeCsv          what an importer takes away
 *   meetingMinutes, meetingRecord                       纪要 and 记录 of a meeting as .docx
 */
export { DocumentProblem, type DocumentProblemCode } from './document-problem.js';
export { parseInWorker, type WorkerLimits } from './parse-in-worker.js';
export { parseFile, type ParsedFile, type ParsedSheet, type ParseRequest } from './parse-file.js';
export { DEFAULT_LIMITS, type ReadLimits } from './read/read-limits.js';
export { readWorkbook } from './read/read-workbook.js';
export type { Cell, CellKind, Merge, Sheet, SheetRow, Workbook } from './read/workbook.type.js';
export { proposeMapping } from './table/propose-mapping.js';
export { mapRows } from './table/map-rows.js';
export { fieldsOf, personColumn, type PersonColumn } from './table/match-header.js';
export { previewSheet, type PreviewRow } from './table/preview-sheet.js';
export { ROSTER_KINDS } from './table/table.type.js';
export type * from './table/table.type.js';
export type * from './cell/reading.type.js';
export type { RosterPost } from './cell/posts.dictionary.js';
export { applyEdits, judgeRoster, rejudgeRow, type RowEdit } from './judge/judge-roster.js';
export { toPost } from './judge/school-ledger.js';
export { toRollout } from './judge/read-stage.js';
export type * from './judge/roster.type.js';
export type * from './judge/meetings.type.js';
export type * from './write/layout.type.js';
export { writeWorkbook } from './write/write-workbook.js';
export { excelRowOf, ratio, sumRow, type SumOptions } from './write/sum-row.js';
export { type StreamLayout, type StreamOptions, streamWorkbook } from './write/stream-workbook.js';
export { writeErrorRows, type ErrorRows } from './write/write-error-rows.js';
export { templateWorkbook } from './write/template-workbook.js';
export { labelOf } from './write/field-labels.js';
export { writeCsv } from './write/safe-text.js';
export type * from './minutes/minutes.type.js';
export { meetingMinutes, meetingRecord } from './minutes/meeting-papers.js';
