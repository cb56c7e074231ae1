import type {
  CheckOutcome,
  Ownership,
  PartyOrgType,
  RolloutState,
  SchoolStage,
  ScopeKind,
  Severity,
} from '@zhixiao/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import {
  CheckOutcomeEnum,
  OwnershipEnum,
  PartyOrgTypeEnum,
  RolloutStateEnum,
  SchoolStageEnum,
  ScopeKindEnum,
  SeverityEnum,
} from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { DateScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { TenantType } from '../tenancy/index.js';
import { PartyOrganizationType } from './organization.type.js';

@ObjectType('Finding', { description: '一校一日一项检查的结果' })
export class FindingType {
  @Field(() => String) checkId: string;
  @Field(() => CheckOutcomeEnum) outcome: CheckOutcome;
  @Field(() => SeverityEnum) severity: Severity;
  @Field(() => String, { description: '《意见》条款或党规' }) clause: string;
  @Field(() => JsonScalar) params: unknown;
}

@ObjectType('SchoolStanding', { description: '学校状况的一段时期' })
export class SchoolStandingType {
  @Field(() => DateScalar) validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: '最后一天的次日' }) validTo: string | null;
  @Field(() => ScopeKindEnum) scope: ScopeKind;
  @Field(() => PartyOrgTypeEnum, { nullable: true }) orgType: PartyOrgType | null;
  @Field(() => String, { nullable: true }) secretaryName: string | null;
  @Field(() => String, { nullable: true }) principalName: string | null;
  @Field(() => RolloutStateEnum) rolloutState: RolloutState;
  @Field(() => Int) hardFindings: number;
  @Field(() => Int) defaultFindings: number;
  @Field(() => Int) advisoryFindings: number;
  @Field(() => [FindingType]) findings: FindingType[];
}

@ObjectType('School', { implements: NodeType, description: '学校在所查日期（asOf，默认今天）的状况' })
export class SchoolType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => SchoolStageEnum) stage: SchoolStage;
  @Field(() => OwnershipEnum, { nullable: true }) ownership: Ownership | null;
  @Field(() => Boolean, { nullable: true }) legalPerson: boolean | null;
  @Field(() => [String], { description: '导入时推定、尚未确认的字段' }) assumed: string[];
  @Field(() => String, { nullable: true }) town: string | null;
  @Field(() => Int, { nullable: true }) classes: number | null;
  @Field(() => Int, { nullable: true }) students: number | null;
  @Field(() => Int, { nullable: true }) staff: number | null;
  @Field(() => ScopeKindEnum) scope: ScopeKind;
  @Field(() => ID, { nullable: true }) organizationId: string | null;
  @Field(() => String, { nullable: true }) organizationName: string | null;
  @Field(() => PartyOrgTypeEnum, { nullable: true }) orgType: PartyOrgType | null;
  @Field(() => Boolean, { nullable: true }) hasCommittee: boolean | null;
  @Field(() => Int, { nullable: true }) fullMembers: number | null;
  @Field(() => Int, { nullable: true }) probationaryMembers: number | null;
  @Field(() => DateScalar, { nullable: true }) committeeTermEnd: string | null;
  @Field(() => String, { nullable: true }) secretaryName: string | null;
  @Field(() => String, { nullable: true }) principalName: string | null;
  @Field(() => Boolean, { nullable: true, description: '一肩挑为是，分设为否，有空缺为空' }) combined: boolean | null;
  @Field(() => DateScalar, { nullable: true }) secretaryVacantSince: string | null;
  @Field(() => DateScalar, { nullable: true }) principalVacantSince: string | null;
  @Field(() => Boolean) needsFullTimeDeputy: boolean;
  @Field(() => Int) fullTimeDeputies: number;
  @Field(() => RolloutStateEnum) rolloutState: RolloutState;
  @Field(() => DateScalar, { nullable: true }) rolloutSince: string | null;
  @Field(() => Boolean) rolloutDeclared: boolean;
  @Field(() => Int, { description: '未解决的硬性问题（FAIL 与 DEPARTURE_PENDING）' }) hardFindings: number;
  @Field(() => Int) defaultFindings: number;
  @Field(() => Int) advisoryFindings: number;
  @Field(() => Int) departuresPending: number;
  @Field(() => [FindingType]) findings: FindingType[];
  @Field(() => PartyOrganizationType, { nullable: true }) organization: PartyOrganizationType | null;
  @Field(() => [SchoolStandingType], { description: '各时期状况，旧的在前' }) standing: SchoolStandingType[];
  @Field(() => DateScalar) validFrom: string;
  @Field(() => DateScalar, { nullable: true }) validTo: string | null;
  @Field(() => Int) version: number;
}

export const SchoolConnectionType = connectionOf('School', () => SchoolType);
