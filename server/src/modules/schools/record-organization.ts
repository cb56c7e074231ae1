import type { CivilDate, PartyOrgType } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { PartyOrganization, PartyOrganizationVersion, SchoolOrganization } from './organization.entity.js';
import { tieOrganizations } from './tie-organizations.js';
import { inChunks, rangeText } from './write-history.js';

/** The effective-dated part of a party organisation. */
export interface OrganizationValues {
  readonly name: string;
  readonly orgType: PartyOrgType;
  readonly hasCommittee: boolean | null;
  readonly fullMembers: number | null;
  readonly probationaryMembers: number | null;
  readonly termStart: CivilDate | null;
  readonly termEnd: CivilDate | null;
  readonly termExtendedUntil: CivilDate | null;
  readonly approvalNo: string | null;
  /** uuid of the organisation above, in the same tenant */
  readonly superiorId: string | null;
  /** fields that an import assumed and nobody has confirmed */
  readonly assumed: readonly string[];
}

/** A party organisation to be recorded from its first day on. */
export interface OrganizationRecord extends OrganizationValues {
  readonly id?: string;
  readonly effectiveOn: CivilDate;
  readonly reason?: string | null;
  readonly batchId?: string | null;
}

/** With the schools that it leads from that day: none for one above others, several for a joint branch. */
export type LeadingOrganization = OrganizationRecord & { readonly schoolIds: readonly string[] };

/**
 * Records party organisations with the schools that they lead, set-wise; superiors first, where one of them is another's.
 * @returns their ids, in the order given
 */
export async function recordOrganizations(
  ctx: WriteContext,
  records: readonly LeadingOrganization[],
): Promise<string[]> {
  const { tenantId } = ctx.grant;
  const rows = records.map((record) => ({ record, id: record.id ?? newId() }));
  await inChunks(rows, (chunk) =>
    ctx.db.insert(
      PartyOrganization,
      chunk.map(({ id }) => ({ tenantId, id })),
    ),
  );
  await inChunks(rows, (chunk) =>
    ctx.db.insert(
      PartyOrganizationVersion,
      chunk.map(({ id, record }) => versionRow(tenantId, id, { ...record, from: record.effectiveOn, to: null })),
    ),
  );
  const links = rows.flatMap(({ id, record }) => record.schoolIds.map((schoolId) => ({ schoolId, id, record })));
  await inChunks(links, (chunk) =>
    ctx.db.insert(
      SchoolOrganization,
      chunk.map(({ schoolId, id, record }) => ({
        tenantId,
        id: newId(),
        schoolId,
        organizationId: id,
        valid: rangeText(record.effectiveOn, null),
      })),
    ),
  );
  await tieOrganizations(
    ctx,
    links.map(({ id }) => id),
  );
  for (const { id, record } of rows) announce(ctx, id, record);
  return rows.map(({ id }) => id);
}

/** Records one party organisation. @returns its id */
export async function recordOrganization(ctx: WriteContext, record: LeadingOrganization): Promise<string> {
  const [id] = await recordOrganizations(ctx, [record]);
  if (!id) throw new Error('an organisation was not recorded');
  return id;
}

type Dated = OrganizationValues & {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly reason?: string | null;
  readonly batchId?: string | null;
};

/** A version of an organisation as its table has it. */
export function versionRow(
  tenantId: number,
  organizationId: string,
  version: Dated,
): Partial<PartyOrganizationVersion> {
  const { from, to, reason = null, batchId = null } = version;
  const valid = rangeText(from, to);
  return { tenantId, id: newId(), organizationId, valid, ...organizationValues(version), reason, batchId };
}

/** The columns of a version, and nothing else that a wider object may carry. */
export function organizationValues(values: OrganizationValues): OrganizationValues & { assumed: string[] } {
  const { name, orgType, hasCommittee, fullMembers, probationaryMembers } = values;
  const { termStart, termEnd, termExtendedUntil, approvalNo, superiorId, assumed } = values;
  return {
    ...{ name, orgType, hasCommittee, fullMembers, probationaryMembers },
    ...{ termStart, termEnd, termExtendedUntil, approvalNo, superiorId, assumed: [...assumed] },
  };
}

function announce(ctx: WriteContext, id: string, record: LeadingOrganization): void {
  const { effectiveOn, schoolIds, reason = null } = record;
  const after = { effectiveOn, schoolIds, ...organizationValues(record) };
  const [schoolId = null] = schoolIds;
  const entry = { action: 'organization.created', subjectType: 'PartyOrganization', subjectId: id, schoolId };
  ctx.audit({ ...entry, after, reason });
  for (const led of schoolIds) ctx.standing.touch(led);
}
