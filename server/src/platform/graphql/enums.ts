import {
  CHECK_OUTCOMES,
  COMMITTEE_PORTFOLIOS,
  DATE_PRECISIONS,
  MEMBERSHIPS,
  OWNERSHIPS,
  PARTY_ORG_TYPES,
  POSTS,
  READINESS_DIMENSIONS,
  ROLES,
  ROLLOUT_STATES,
  SCHOOL_STAGES,
  SCOPE_KINDS,
  SEVERITIES,
  SEXES,
  TENANT_LEVELS,
} from '@zhixiao/domain';
import { registerEnumType } from 'type-graphql';

/** A literal union of the vocabulary as a GraphQL enum under its own names. Use the returned object in `@Field(() => X)`. */
export function graphqlEnum<T extends string>(name: string, values: readonly T[], description: string): Record<T, T> {
  const object = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(object, { name, description });
  return object;
}

export const TenantLevelEnum = graphqlEnum('TenantLevel', TENANT_LEVELS, '租户层级');
export const RoleEnum = graphqlEnum('Role', ROLES, '角色');
export const SchoolStageEnum = graphqlEnum('SchoolStage', SCHOOL_STAGES, '学段');
export const OwnershipEnum = graphqlEnum('Ownership', OWNERSHIPS, '办学性质');
export const PartyOrgTypeEnum = graphqlEnum('PartyOrgType', PARTY_ORG_TYPES, '党组织类型');
export const PostEnum = graphqlEnum('Post', POSTS, '职务');
export const CommitteePortfolioEnum = graphqlEnum('CommitteePortfolio', COMMITTEE_PORTFOLIOS, '委员分工');
export const MembershipEnum = graphqlEnum('Membership', MEMBERSHIPS, '政治面貌');
export const SexEnum = graphqlEnum('Sex', SEXES, '性别');
export const DatePrecisionEnum = graphqlEnum('DatePrecision', DATE_PRECISIONS, '日期精度');
export const ScopeKindEnum = graphqlEnum('ScopeKind', SCOPE_KINDS, '适用类别（意见 适用范围）');
export const RolloutStateEnum = graphqlEnum('RolloutState', ROLLOUT_STATES, '推进状态');
export const ReadinessDimensionEnum = graphqlEnum(
  'ReadinessDimension',
  READINESS_DIMENSIONS,
  '三项准备（意见（十五））',
);
export const CheckOutcomeEnum = graphqlEnum('CheckOutcome', CHECK_OUTCOMES, '检查结果');
export const SeverityEnum = graphqlEnum('Severity', SEVERITIES, '必须、一般应、提示');
