import { ID_PREFIXES } from '@zhixiao/domain';
import { instant, int, key, readModel, text } from '../read/index.js';
import { FILE_PATH } from './file-path.js';

const storedFile = readModel('StoredFile', {
  table: 'stored_file',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  where: (row) => `NOT ${row}.attached`,
  fields: {
    id: key(ID_PREFIXES.StoredFile),
    name: text('name'),
    mediaType: text('media_type'),
    size: int('size'),
    expiredAt: instant('expired_at'),
    downloadPath: text((row) => `'${FILE_PATH}${ID_PREFIXES.StoredFile}_' || ${row}.tenant_id || '_' || ${row}.id`, {
      nonNull: true,
    }),
  },
});

export const fileModels = [storedFile];
