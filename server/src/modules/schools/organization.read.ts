import { bool, day, int, key, many, one, oneOf, readModel, search, subtree, text } from '../../platform/read/index.js';

const VERSION = (row: string): string => `(SELECT of.version FROM party_organization of
  WHERE of.tenant_id = ${row}.tenant_id AND of.id = ${row}.organization_id)`;

/** A party organisation as it is on a day; the schools that it leads say who of a school may see it. */
export const organization = readModel('PartyOrganization', {
  table: 'party_organization_version',
  scope: { tenantId: 'tenant_id', schoolIds: 'school_ids' },
  during: { range: 'valid' },
  where: (row) => `${row}.superseded_at IS NULL`,
  fields: {
    id: key('O', 'organization_id'),
    tenant: one('Tenant', {}, { alongside: true }),
    name: text('name'),
    orgType: text('org_type'),
    hasCommittee: bool('has_committee'),
    fullMembers: int('full_members'),
    probationaryMembers: int('probationary_members'),
    termStart: day('term_start'),
    termEnd: day('term_end'),
    termExtendedUntil: day('term_extended_until'),
    approvalNo: text('approval_no'),
    superior: one('PartyOrganization', { organization_id: 'superior_id' }),
    subordinates: many(
      'PartyOrganization',
      { superior_id: 'organization_id' },
      { order: ['name', 'organization_id'], max: 200 },
    ),
    validFrom: day((row) => `lower(${row}.valid)`, { nonNull: true }),
    validTo: day((row) => `upper(${row}.valid)`),
    version: int(VERSION, { nonNull: true }),
  },
  filters: { q: search(['name']), tenantId: subtree(), orgType: oneOf('org_type') },
  orders: { NAME_ASC: ['name', 'organization_id'], NAME_DESC: ['-name', '-organization_id'] },
});
