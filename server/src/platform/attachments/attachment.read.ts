import { ID_PREFIXES } from '@zhixiao/domain';
import { FILE_PATH } from '../files/file-path.js';
import { bool, instant, int, key, page, readModel, text, whether } from '../read/index.js';
import type { PageField } from '../read/index.js';
import type { SubjectType } from '../subject-type.js';
import { concernedAccount } from './attachment-subjects.js';

/** Below it an attachment lies under its opaque id. */
export const ATTACHMENT_PATH = `${FILE_PATH}attachments/`;

const attachment = readModel('Attachment', {
  table: 'attachment',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted', accountId: concernedAccount },
  fields: {
    id: key(ID_PREFIXES.Attachment),
    kind: text('kind'),
    name: text('name'),
    mediaType: text('media_type'),
    size: int('size'),
    sha256: text((row) => `encode(${row}.sha256, 'hex')`, { nonNull: true }),
    restricted: bool('restricted'),
    createdAt: instant('created_at'),
    createdByName: text('created_by_name'),
    supersededAt: instant('superseded_at'),
    supersededBy: key(ID_PREFIXES.Attachment, 'superseded_by'),
    supersededByName: text('superseded_by_name'),
    supersededReason: text('superseded_reason'),
    downloadPath: text(
      (row) => `'${ATTACHMENT_PATH}${ID_PREFIXES.Attachment}_' || ${row}.tenant_id || '_' || ${row}.id`,
      { nonNull: true },
    ),
    version: int('version'),
  },
  filters: {
    current: whether(['supersededAt'], (row, on) => `${row}.superseded_at IS ${on ? '' : 'NOT '}NULL`),
  },
  orders: { NEWEST: ['-id'] },
});

export const attachmentModels = [attachment];

/** The attachments of a type's rows, newest first: `attachments: attachmentsOf('Topic')`. */
export function attachmentsOf(type: SubjectType, keyColumn = 'id'): PageField {
  const where = (row: string): string => `${row}.subject_type = '${type}'`;
  return page('Attachment', { subject_id: keyColumn }, { where, order: ['-id'], args: ['current'] });
}
