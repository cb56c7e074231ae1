import {
  bool,
  day,
  extend,
  instant,
  int,
  key,
  many,
  one,
  readModel,
  text,
  textArray,
} from '../../platform/read/index.js';

/** The dated states of a school; what a correction superseded stays in the audit. */
const rolloutEntry = readModel('RolloutEntry', {
  table: 'rollout_entry',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  where: (row) => `${row}.superseded_at IS NULL`,
  fields: {
    id: key('R'),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    state: text('state'),
    readiness: textArray('readiness'),
    effectiveOn: day('effective_on'),
    documentNo: text('document_no'),
    declared: bool('declared'),
    reason: text('reason'),
    recordedAt: instant('created_at'),
    recordedBy: text('recorded_by'),
    version: int('version'),
  },
});

export const rolloutModels = [rolloutEntry];

export const rolloutExtensions = [
  extend('School', {
    rolloutEntries: many('RolloutEntry', { school_id: 'school_id' }, { order: ['-effective_on', '-id'], max: 200 }),
  }),
];
