import {
  bool,
  byKey,
  day,
  equals,
  instant,
  int,
  json,
  key,
  list,
  one,
  page,
  readModel,
  text,
  textArray,
} from '../read/index.js';
import { UNDO_HOURS } from './confirm-import.js';

/** A school's own tables are read by who brought them, and above the school. */
const scope = { tenantId: 'tenant_id', schoolId: 'school_id', accountId: 'account_id' } as const;

const importRow = readModel('ImportRow', {
  table: 'import_row',
  subject: 'Import',
  scope,
  fields: {
    id: key('I'),
    sheet: text('sheet'),
    row: int('row_no'),
    outcome: text('outcome'),
    change: text('change'),
    reasons: textArray('reasons'),
    warnings: textArray('warnings'),
    cells: json('cells'),
    edits: json('edits'),
    record: json('record'),
  },
  filters: { outcome: equals('outcome') },
  orders: { POSITION: ['position', 'id'] },
});

const importBatch = readModel('ImportBatch', {
  table: 'import_batch',
  subject: 'Import',
  scope,
  fields: {
    id: key('B'),
    kind: text('kind'),
    fileName: text('file_name'),
    status: text('status'),
    dataAsOf: day('data_as_of'),
    createdAt: instant('created_at'),
    createdBy: text('created_by'),
    confirmedAt: instant('confirmed_at'),
    mapping: json('mapping'),
    counts: json('counts'),
    result: json('result'),
    canUndo: bool(
      (row) => `(${row}.status = 'CONFIRMED' AND ${row}.confirmed_at > now() - interval '${UNDO_HOURS} hours')`,
      { nonNull: true },
    ),
    job: one('Job', { id: 'job_id' }),
    version: int('version'),
    rows: page('ImportRow', { batch_id: 'id' }, { order: ['position', 'id'], args: ['outcome'] }),
  },
  orders: { CREATED_DESC: ['-created_at', '-id'] },
});

export const importModels = [importBatch, importRow];
export const importRoots = {
  importBatch: byKey('ImportBatch'),
  importBatches: list('ImportBatch', { order: 'CREATED_DESC' }),
};
