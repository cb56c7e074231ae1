import { decodeIdOf } from '@zhixiao/domain';
import { conditionOf } from '@zhixiao/policy';
import type { ReadContext } from '../context.js';
import { notFound } from '../errors.js';
import { conditionSql } from '../read/index.js';
import { concernedAccount, subjectOfType } from './attachment-subjects.js';
import type { AttachedTo } from './attachment-subjects.js';
import type { SubjectType } from '../subject-type.js';

export interface FoundAttachment extends AttachedTo {
  readonly tenantId: number;
  readonly id: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly version: number;
  readonly superseded: boolean;
}

const COLUMNS = `tenant_id AS "tenantId", id, school_id AS "schoolId", restricted, subject_type AS "subjectType", subject_id AS "subjectId",
  file_id AS "fileId", name, media_type AS "mediaType", size, version, superseded_at IS NOT NULL AS superseded`;

/**
 * An attachment by its opaque id, as far as the grant may see it and its subject.
 * @throws RuleViolation NOT_FOUND, for any other id too
 */
export async function findAttachment(ctx: ReadContext, opaque: string): Promise<FoundAttachment> {
  const key = decodeIdOf('Attachment', opaque);
  if (!key) throw notFound();
  const values: unknown[] = [key.tenantId, key.uuid];
  const place = { tenant: 'tenant_id', school: 'school_id', restricted: 'restricted' };
  const columns = { ...place, account: concernedAccount('attachment') };
  const permitted = conditionSql(conditionOf(ctx.ability, 'read', 'Attachment'), columns, values);
  const [result] = await ctx.read.run([
    { text: `SELECT ${COLUMNS} FROM attachment WHERE tenant_id = $1 AND id = $2 AND ${permitted}`, values },
  ]);
  const found = result?.rows[0] as FoundAttachment | undefined;
  if (!found) throw notFound();
  const { subject } = subjectOfType(found.subjectType);
  const { tenantId, subjectId: id, schoolId, restricted } = found;
  if (!(await subject.mayRead(ctx, { tenantId, id, schoolId, restricted }))) throw notFound();
  return found;
}
