/**
 * The closed lists of the domain: literal unions, never enums, so that they are the same words in SQL, GraphQL and forms.
 * Chinese names belong to the admin's i18n and to docs/glossary.md.
 */

export const TENANT_LEVELS = ['PLATFORM', 'PROVINCE', 'CITY', 'COUNTY'] as const;
export type TenantLevel = (typeof TENANT_LEVELS)[number];

/** The thirteen roles; those of a school's leaders come from their appointments. */
export const ROLES = [
  'PlatformOperator',
  'CityAdmin',
  'CityInspector',
  'CountyAdmin',
  'CountyInspector',
  'Secretary',
  'Principal',
  'DeputySecretary',
  'CommitteeMember',
  'AdminTeamMember',
  'SchoolClerk',
  'Staff',
  'Parent',
] as const;
export type Role = (typeof ROLES)[number];

/** 学段; "stage" is said of this only, a rollout has states. */
export const SCHOOL_STAGES = [
  'KINDERGARTEN',
  'PRIMARY',
  'JUNIOR',
  'NINE_YEAR',
  'COMPLETE_SECONDARY',
  'SENIOR',
  'TWELVE_YEAR',
  'SECONDARY_VOCATIONAL',
  'SPECIAL',
] as const;
export type SchoolStage = (typeof SCHOOL_STAGES)[number];

export const OWNERSHIPS = ['PUBLIC', 'PRIVATE'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** 党委、党总支、党支部、联合党支部; a school without any has no organisation (null). */
export const PARTY_ORG_TYPES = ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH'] as const;
export type PartyOrgType = (typeof PARTY_ORG_TYPES)[number];

export const POSTS = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'COMMITTEE_MEMBER',
  'PRINCIPAL',
  'VICE_PRINCIPAL',
  'ASSISTANT_PRINCIPAL',
  'UNION_CHAIR',
  'MIDDLE_MANAGER',
] as const;
export type Post = (typeof POSTS)[number];

/** 党组织班子: whoever holds one of these sits in the party committee team. */
export const PARTY_POSTS = ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'] as const satisfies readonly Post[];
export type PartyPost = (typeof PARTY_POSTS)[number];

/** 行政领导职务 of 意见（十二）. A union chair belongs to a mass organisation, a middle manager leads no school. */
export const ADMIN_LEADERSHIP_POSTS = [
  'PRINCIPAL',
  'VICE_PRINCIPAL',
  'ASSISTANT_PRINCIPAL',
] as const satisfies readonly Post[];
export type AdminLeadershipPost = (typeof ADMIN_LEADERSHIP_POSTS)[number];

/** Seats that one person holds at a time in a school (STF-8). */
export const SINGLE_HOLDER_POSTS = ['SECRETARY', 'PRINCIPAL'] as const satisfies readonly Post[];
export type SingleHolderPost = (typeof SINGLE_HOLDER_POSTS)[number];

export const COMMITTEE_PORTFOLIOS = ['ORGANIZATION', 'PUBLICITY', 'DISCIPLINE', 'UNITED_FRONT', 'YOUTH'] as const;
export type CommitteePortfolio = (typeof COMMITTEE_PORTFOLIOS)[number];

/** 正式党员、预备党员、民主党派、群众; UNKNOWN while nobody has said. */
export const MEMBERSHIPS = ['FULL', 'PROBATIONARY', 'DEMOCRATIC_PARTY', 'MASSES', 'UNKNOWN'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

export const SEXES = ['MALE', 'FEMALE'] as const;
export type Sex = (typeof SEXES)[number];

export const ROLLOUT_STATES = [
  'NOT_STARTED',
  'SURVEYED',
  'PREPARING',
  'READY',
  'ADJUSTED',
  'RUNNING',
  'DEFERRED',
  'SUSPENDED_BY_CHANGE',
] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/** 思想准备、组织准备、工作准备 (意见（十五）), in the order in which rosters count them up. */
export const READINESS_DIMENSIONS = ['IDEOLOGICAL', 'ORGANIZATIONAL', 'OPERATIONAL'] as const;
export type ReadinessDimension = (typeof READINESS_DIMENSIONS)[number];

export const SCOPE_KINDS = ['IN_SCOPE', 'BY_REFERENCE', 'OTHER_RULES', 'STRONGHOLD_ONLY', 'UNKNOWN'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export const CHECK_OUTCOMES = [
  'PASS',
  'FAIL',
  'DEPARTURE_PENDING',
  'DEPARTURE_APPROVED',
  'NO_RECORD',
  'NOT_APPLICABLE',
] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** 应当、必须 = HARD; 一般 = DEFAULT; 可、注重、加强 = ADVISORY. */
export const SEVERITIES = ['HARD', 'DEFAULT', 'ADVISORY'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const DATE_PRECISIONS = ['MONTH', 'DAY'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];
