import {
  bool,
  byKey,
  day,
  equals,
  int,
  key,
  list,
  many,
  objects,
  one,
  oneOf,
  readModel,
  search,
  subtree,
  text,
  textArray,
  where,
  whether,
} from '../../platform/read/index.js';
import { attachmentsOf } from '../../platform/attachments/index.js';
import { organization } from './organization.read.js';
import { STAFFING_CHECK_IDS } from '@zhixiao/domain';

const findings = objects('Finding', {
  column: 'findings',
  fields: ['checkId', 'outcome', 'severity', 'clause', 'params'],
});

const LACKS_DEPUTY = (row: string): string => `(${row}.needs_full_time_deputy AND ${row}.full_time_deputies = 0)`;

/** One of the checks asked for is broken and not excused: FAIL or DEPARTURE_PENDING. */
function failing(row: string, checks: string): string {
  const tests = STAFFING_CHECK_IDS.map((id) => {
    const column = id.toLowerCase().replace('-', '');
    return `('${id}' = ANY (${checks}::text[]) AND ${row}.${column} IN ('FAIL', 'DEPARTURE_PENDING'))`;
  });
  return `(${tests.join(' OR ')})`;
}

function vacant(row: string, posts: string): string {
  return `(('SECRETARY' = ANY (${posts}::text[]) AND ${row}.secretary_vacant_since IS NOT NULL)
    OR ('PRINCIPAL' = ANY (${posts}::text[]) AND ${row}.principal_vacant_since IS NOT NULL)
    OR ('DEPUTY_SECRETARY' = ANY (${posts}::text[]) AND ${LACKS_DEPUTY(row)}))`;
}

function hasFindings(row: string, severity: string): string {
  return `(CASE ${severity}::text WHEN 'HARD' THEN ${row}.hard_findings WHEN 'DEFAULT' THEN ${row}.default_findings
    ELSE ${row}.advisory_findings END > 0)`;
}

/** A school as it stands on a day: one flat row of the timeline, so that a list needs no join. */
export const schoolModel = readModel('School', {
  table: 'school_standing',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  during: { from: 'valid_from', to: 'valid_to' },
  fields: {
    id: key('S', 'school_id'),
    tenant: one('Tenant', {}, { alongside: true }),
    code: text('code'),
    name: text('name'),
    stage: text('stage'),
    ownership: text('ownership'),
    legalPerson: bool('legal_person'),
    assumed: textArray('assumed'),
    town: text('town'),
    classes: int('classes'),
    students: int('students'),
    staff: int('staff'),
    scope: text('scope'),
    organizationId: key('O', 'organization_id'),
    organizationName: text('organization_name'),
    orgType: text('org_type'),
    hasCommittee: bool('has_committee'),
    fullMembers: int('full_members'),
    probationaryMembers: int('probationary_members'),
    committeeTermEnd: day('term_end'),
    secretaryName: text('secretary_name'),
    principalName: text('principal_name'),
    combined: bool('combined'),
    secretaryVacantSince: day('secretary_vacant_since'),
    principalVacantSince: day('principal_vacant_since'),
    needsFullTimeDeputy: bool('needs_full_time_deputy'),
    fullTimeDeputies: int('full_time_deputies'),
    rolloutState: text('rollout_state'),
    rolloutSince: day('rollout_since'),
    rolloutDeclared: bool('rollout_declared'),
    hardFindings: int('hard_findings'),
    defaultFindings: int('default_findings'),
    advisoryFindings: int('advisory_findings'),
    departuresPending: int('departures_pending'),
    findings,
    organization: one('PartyOrganization', { organization_id: 'organization_id' }),
    attachments: attachmentsOf('School', 'school_id'),
    standing: many('SchoolStanding', { school_id: 'school_id' }, { order: ['valid_from'], max: 200 }),
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
    version: int('version'),
  },
  filters: {
    q: search(['name', 'code'], ['name_pinyin', 'name_initials']),
    tenantId: subtree(),
    // a city's id ends in 00: its own schools, not its counties' (市直)
    direct: whether([], (row, on) => `(${row}.tenant_id % 100 = 0) = ${String(on)}`),
    stage: oneOf('stage'),
    ownership: oneOf('ownership'),
    scope: oneOf('scope'),
    orgType: oneOf('org_type'),
    rolloutState: oneOf('rollout_state'),
    failing: where(['findings'], failing),
    vacant: where(['secretary_vacant_since', 'principal_vacant_since', 'full_time_deputies'], vacant),
    lacksFullTimeDeputy: whether(['full_time_deputies'], (row, on) =>
      on ? LACKS_DEPUTY(row) : `NOT ${LACKS_DEPUTY(row)}`,
    ),
    combined: equals('combined'),
    hasFindings: where(['hard_findings', 'default_findings', 'advisory_findings'], hasFindings),
    assumed: whether(['assumed'], (row, on) => `cardinality(${row}.assumed) ${on ? '>' : '='} 0`),
  },
  orders: {
    CODE_ASC: ['tenant_id', 'code', 'school_id'],
    CODE_DESC: ['-tenant_id', '-code', '-school_id'],
    NAME_ASC: ['name_pinyin', 'school_id'],
    NAME_DESC: ['-name_pinyin', '-school_id'],
    FINDINGS_DESC: ['-hard_findings', '-default_findings', '-advisory_findings', '-school_id'],
    ROLLOUT_SINCE_ASC: ['rollout_since?', 'school_id'],
    ROLLOUT_SINCE_DESC: ['-rollout_since?', '-school_id'],
    MEMBERS_DESC: ['-full_members?', '-school_id'],
  },
});

/** The same table as the timeline that it is. */
const schoolStanding = readModel('SchoolStanding', {
  table: 'school_standing',
  subject: 'School',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  fields: {
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
    scope: text('scope'),
    orgType: text('org_type'),
    secretaryName: text('secretary_name'),
    principalName: text('principal_name'),
    rolloutState: text('rollout_state'),
    hardFindings: int('hard_findings'),
    defaultFindings: int('default_findings'),
    advisoryFindings: int('advisory_findings'),
    findings,
  },
});

export const schoolModels = [schoolModel, schoolStanding, organization];

export const schoolRoots = {
  school: byKey('School'),
  schools: list('School', { order: 'CODE_ASC' }),
  organization: byKey('PartyOrganization'),
  organizations: list('PartyOrganization', { order: 'NAME_ASC' }),
};
