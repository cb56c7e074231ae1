import type { CivilDate, Membership, Sex } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { namePinyin } from '../../platform/standing/rebuild.js';
import { inChunks } from '../schools/index.js';
import { Person } from './person.entity.js';

/** What is known of a person. No identity number and no phone, ever. */
export interface PersonValues {
  readonly name: string;
  readonly sex: Sex | null;
  /** YYYY-MM */
  readonly birthMonth: string | null;
  readonly ethnicity: string | null;
  readonly education: string | null;
  readonly title: string | null;
  readonly membership: Membership;
  readonly partyJoinedOn: CivilDate | null;
  readonly partyFullOn: CivilDate | null;
}

export interface PersonRecord extends PersonValues {
  readonly id?: string;
  /** the same person in every county that he or she works in; a new one where not given */
  readonly personKey?: string;
  /** schools served that are known already; appointments add theirs */
  readonly schoolIds?: readonly string[];
  readonly batchId?: string | null;
}

/** The columns of a person, and nothing else that a wider object may carry. */
export function personValues(values: PersonValues): PersonValues {
  const { name, sex, birthMonth, ethnicity, education, title, membership, partyJoinedOn, partyFullOn } = values;
  return { name, sex, birthMonth, ethnicity, education, title, membership, partyJoinedOn, partyFullOn };
}

/**
 * Records people, set-wise. Rights and input are the caller's to check.
 * @returns their ids, in the order given
 */
export async function recordPersons(ctx: WriteContext, records: readonly PersonRecord[]): Promise<string[]> {
  const { tenantId } = ctx.grant;
  const rows = records.map((record) => ({ record, id: record.id ?? newId() }));
  await inChunks(rows, (chunk) =>
    ctx.db.insert(
      Person,
      chunk.map(({ id, record }) => ({
        tenantId,
        id,
        personKey: record.personKey ?? newId(),
        ...personValues(record),
        ...pinyinColumns(record.name),
        schoolIds: [...(record.schoolIds ?? [])],
        batchId: record.batchId ?? null,
      })),
    ),
  );
  for (const { id, record } of rows) {
    const [schoolId = null] = record.schoolIds ?? [];
    const after = { ...personValues(record) };
    ctx.audit({ action: 'person.created', subjectType: 'Person', subjectId: id, schoolId, after });
  }
  return rows.map(({ id }) => id);
}

/** Records one person. @returns the id */
export async function recordPerson(ctx: WriteContext, record: PersonRecord): Promise<string> {
  const [id] = await recordPersons(ctx, [record]);
  if (!id) throw new Error('a person was not recorded');
  return id;
}

export function pinyinColumns(name: string): { namePinyin: string; nameInitials: string } {
  const made = namePinyin(name);
  return { namePinyin: made.name_pinyin, nameInitials: made.name_initials };
}
