import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { SchoolOrganization } from './organization.entity.js';
import { planChange, planEnd, type ChangePlan, type Version } from './plan-change.js';
import { tieOrganizations } from './tie-organizations.js';
import { rangeText, supersede } from './write-history.js';

export interface SchoolLink {
  readonly schoolId: string;
  readonly organizationId: string;
  readonly from: CivilDate;
  readonly reason?: string | null;
}

/** From which day on no organisation leads a school any more. */
export type SchoolLeave = Omit<SchoolLink, 'organizationId'>;

type Led = { readonly organizationId: string };
type LinkRow = Led & { id: string; from: CivilDate; to: CivilDate | null };

/** Which organisations have led a school, oldest first. */
export async function linksOf(ctx: WriteContext, schoolId: string): Promise<Version<Led>[]> {
  const rows = await ctx.db.query<LinkRow>(
    `SELECT id, organization_id AS "organizationId", lower(valid)::text AS "from", upper(valid)::text AS "to"
     FROM school_organization WHERE tenant_id = $1 AND school_id = $2 AND superseded_at IS NULL ORDER BY lower(valid)`,
    [ctx.grant.tenantId, schoolId],
  );
  return rows.map(({ id, from, to, organizationId }) => ({ id, from, to, values: { organizationId } }));
}

/**
 * From a day on the organisation leads the school, alone or beside others (联合党支部); the one before leads it no more.
 * @returns the organisations concerned: those that led it till then as well; none if nothing is new
 */
export async function linkSchool(ctx: WriteContext, link: SchoolLink): Promise<string[]> {
  const { schoolId, organizationId, from } = link;
  const history = await linksOf(ctx, schoolId);
  const plan =
    history.length > 0
      ? planChange(history, { on: from, patch: { organizationId } })
      : { supersede: [], close: null, insert: [{ from, to: null, values: { organizationId } }] };
  if (plan.insert.length === 0) return [];
  return writeLinks(ctx, link, { action: 'organization.leads', history, plan, organizationId });
}

/**
 * From a day on no organisation leads the school. A link that begins on that day, or later, has never been.
 * @returns the organisations concerned; none if none led it on that day or since
 */
export async function unlinkSchool(ctx: WriteContext, leave: SchoolLeave): Promise<string[]> {
  const history = await linksOf(ctx, leave.schoolId);
  const plan = planEnd(history, leave.from);
  if (!plan.close && plan.supersede.length === 0) return [];
  return writeLinks(ctx, leave, { action: 'organization.left', history, plan, organizationId: null });
}

interface LinkPlan {
  readonly action: 'organization.leads' | 'organization.left';
  readonly history: readonly Version<Led>[];
  readonly plan: ChangePlan<Led>;
  /** who leads from that day on */
  readonly organizationId: string | null;
}

async function writeLinks(ctx: WriteContext, leave: SchoolLeave, planned: LinkPlan): Promise<string[]> {
  const { schoolId, from, reason = null } = leave;
  const { action, history, plan, organizationId } = planned;
  const { tenantId } = ctx.grant;
  await supersede(ctx, 'school_organization', plan);
  if (plan.insert.length > 0) {
    await ctx.db.insert(
      SchoolOrganization,
      plan.insert.map(({ values, ...days }) => ({
        ...{ tenantId, id: newId(), schoolId, organizationId: values.organizationId, reason },
        valid: rangeText(days.from, days.to),
      })),
    );
  }
  const led = history.map(({ values }) => values.organizationId);
  const concerned = [...new Set(organizationId === null ? led : [...led, organizationId])];
  await tieOrganizations(ctx, concerned);
  const before = history.findLast((row) => row.from <= from && (row.to === null || from < row.to))?.values ?? null;
  const subjectId = organizationId ?? before?.organizationId ?? led.at(-1) ?? schoolId;
  const entry = { action, subjectType: 'PartyOrganization', subjectId, schoolId, reason };
  ctx.audit({ ...entry, before, after: { from, schoolId, organizationId } });
  ctx.standing.touch(schoolId);
  return concerned;
}
