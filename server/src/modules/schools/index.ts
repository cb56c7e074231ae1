/**
 * schools 学校与党组织: the register of schools and the party organisations that lead them.
 * Tables: school, school_version, party_organization, party_organization_version, school_organization; reads school_standing.
 * Rules: what is true of a school or an organisation has dates; a change closes the row before it, a change dated back is a
 * correction that supersedes and never overwrites; nothing is deleted. An organisation may lead several schools (联合党支部) or
 * stand above others; it and its schools belong to one tenant. Whether the Opinion applies (SCO-1…4) is computed, never typed.
 * Imports and the demo write through recordSchools, recordSchoolChange, recordOrganizations, recordOrganizationChange, linkSchool.
 */
import { registerImport } from './import-register.js';
import { schoolAttachments } from './attach-to-school.js';
import { schoolsContributor } from './contribute-school.js';
import { PartyOrganization, PartyOrganizationVersion, SchoolOrganization } from './organization.entity.js';
import { OrganizationResolver } from './organization.resolver.js';
import { School, SchoolVersion } from './school.entity.js';
import { schoolModel, schoolModels, schoolRoots } from './school.read.js';
import { SchoolAttachmentsResolver } from './school-attachments.resolver.js';
import { SchoolResolver } from './school.resolver.js';

export type { VersionedId } from './change-school.js';
export {
  badInput,
  filledText,
  given,
  keyInOwnTenant,
  keyOf,
  optionalText,
  plausibleDay,
  plausibleDays,
  refusalAtSchool,
} from './checked-input.js';
export type { OwnKey } from './checked-input.js';
export { linkSchool } from './link-school.js';
export type { SchoolLink } from './link-school.js';
export { lockSchool, lockSchools, withinLifeOf } from './lock-schools.js';
export { recordOrganization, recordOrganizations } from './record-organization.js';
export type { LeadingOrganization, OrganizationRecord, OrganizationValues } from './record-organization.js';
export { recordOrganizationChange } from './record-organization-change.js';
export type { OrganizationChange } from './record-organization-change.js';
export { recordSchool, recordSchools } from './record-school.js';
export type { SchoolRecord, SchoolValues } from './record-school.js';
export { raiseVersions, recordSchoolChange } from './record-school-change.js';
export type { SchoolChange } from './record-school-change.js';
export { SchoolFilter } from './school-list.input.js';
export { FindingType, SchoolType } from './school.type.js';
export { inChunks, rangeText } from './write-history.js';

export { schoolModel };

export const schoolsModule = {
  importKind: registerImport,
  entities: [School, SchoolVersion, PartyOrganization, PartyOrganizationVersion, SchoolOrganization],
  resolvers: [SchoolResolver, OrganizationResolver, SchoolAttachmentsResolver],
  models: schoolModels,
  roots: schoolRoots,
  contributors: [schoolsContributor],
  attachments: { School: schoolAttachments },
};
