import type { LayoutColumn, LayoutRow } from '@zhixiao/documents';
import type {
  CheckOutcome,
  Ownership,
  PartyOrgType,
  RolloutState,
  SchoolStage,
  ScopeKind,
  Severity,
} from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { handWritten } from '../../platform/read/index.js';
import { schoolModel } from '../schools/index.js';
import type { SchoolFilter } from '../schools/index.js';
import * as words from './report.dictionary.js';

const SCHOOLS_A_BATCH = 1000;
const FIGURES = ['fullMembers', 'hardFindings', 'defaultFindings', 'advisoryFindings'];
const WIDTHS: Readonly<Record<string, number>> = {
  name: 32,
  organizationName: 32,
  findings: 60,
  code: 14,
  documentNo: 20,
  tenant: 16,
};

export const LIST_COLUMNS: readonly LayoutColumn[] = Object.entries(words.LIST.columns).map(([key, header]) => ({
  key,
  header,
  format: FIGURES.includes(key) ? 'integer' : 'text',
  width: WIDTHS[key],
}));

interface StandingRow {
  tenantId: number;
  schoolId: string;
  tenant: string;
  code: string;
  name: string;
  stage: SchoolStage;
  ownership: Ownership | null;
  scope: ScopeKind;
  organizationName: string | null;
  orgType: PartyOrgType | null;
  fullMembers: number | null;
  secretaryName: string | null;
  principalName: string | null;
  combined: boolean | null;
  secretaryVacant: boolean;
  principalVacant: boolean;
  rolloutState: RolloutState;
  rolloutSince: string | null;
  rolloutDeclared: boolean;
  documentNo: string | null;
  hardFindings: number;
  defaultFindings: number;
  advisoryFindings: number;
  findings: { checkId: string; severity: Severity; outcome: CheckOutcome }[];
}

export interface Asked {
  readonly asOf: string;
  readonly filter: SchoolFilter | null;
}

/** The schools behind a report, batch by batch in code order: memory stays flat however many there are. */
export async function* schoolRows(ctx: ReadContext, asked: Asked): AsyncGenerator<LayoutRow[]> {
  let no = 0;
  for (let last: StandingRow | undefined; ;) {
    const batch = await schoolsAfter(ctx, asked, last);
    if (batch.length > 0) yield batch.map((row) => listRow(row, ++no));
    if (batch.length < SCHOOLS_A_BATCH) return;
    last = batch.at(-1);
  }
}

async function schoolsAfter(
  ctx: ReadContext,
  { asOf, filter }: Asked,
  last: StandingRow | undefined,
): Promise<StandingRow[]> {
  const hand = handWritten(ctx, { model: schoolModel, day: asOf, tenantId: filter?.tenantId });
  const where = hand.where(schoolModel, 's', { ...filter });
  const after = last
    ? `AND (s.tenant_id, s.code, s.school_id) > (${hand.bind(last.tenantId)}::int, ${hand.bind(last.code)}, ${hand.bind(last.schoolId)}::uuid)`
    : '';
  const [result] = await ctx.read.run([
    hand.statement(`
      SELECT s.tenant_id AS "tenantId", s.school_id AS "schoolId", t.name AS tenant, s.code, s.name, s.stage, s.ownership, s.scope,
        s.organization_name AS "organizationName", s.org_type AS "orgType", s.full_members AS "fullMembers",
        s.secretary_name AS "secretaryName", s.principal_name AS "principalName", s.combined,
        s.secretary_vacant_since IS NOT NULL AS "secretaryVacant", s.principal_vacant_since IS NOT NULL AS "principalVacant",
        s.rollout_state AS "rolloutState", s.rollout_since::text AS "rolloutSince", s.rollout_declared AS "rolloutDeclared",
        s.rollout_document_no AS "documentNo", s.hard_findings AS "hardFindings", s.default_findings AS "defaultFindings",
        s.advisory_findings AS "advisoryFindings", s.findings
      FROM ${schoolModel.table} s JOIN tenant t ON t.id = s.tenant_id
      WHERE ${where} ${after} ORDER BY s.tenant_id, s.code, s.school_id LIMIT ${SCHOOLS_A_BATCH}`),
  ]);
  return (result?.rows ?? []) as unknown as StandingRow[];
}

function listRow(row: StandingRow, no: number): LayoutRow {
  const { tenant, name, code, organizationName, fullMembers, rolloutSince, documentNo } = row;
  const { hardFindings, defaultFindings, advisoryFindings } = row;
  return {
    ...{ number: String(no), tenant, name, code, organizationName, fullMembers, rolloutSince, documentNo },
    ...{ hardFindings, defaultFindings, advisoryFindings },
    stage: words.STAGE_WORDS[row.stage],
    ownership: row.ownership && words.OWNERSHIP_WORDS[row.ownership],
    scope: words.SCOPE_WORDS[row.scope],
    orgType: words.ORG_TYPE_WORDS[row.orgType ?? 'NONE'],
    secretaryName: row.secretaryVacant ? words.LIST.vacant : row.secretaryName,
    principalName: row.principalVacant ? words.LIST.vacant : row.principalName,
    combined: row.combined === null ? null : row.combined ? words.LIST.combined : words.LIST.separate,
    rolloutState: `${words.STATE_WORDS[row.rolloutState]}${row.rolloutDeclared ? words.LIST.declared : ''}`,
    findings: row.findings.map(words.findingWords).join(words.PART_SEPARATOR),
  };
}
