import { byKey, instant, int, key, one, readModel, text } from '../read/index.js';

const job = readModel('Job', {
  table: 'job',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id', accountId: 'account_id' },
  fields: {
    id: key('J'),
    kind: text('kind'),
    status: text('status'),
    done: int('done'),
    total: int('total'),
    message: text('message'),
    file: one('StoredFile', { id: 'file_id' }),
    createdAt: instant('created_at'),
    finishedAt: instant('finished_at'),
  },
});

export const jobModels = [job];
export const jobRoots = { job: byKey('Job') };
