import type { Ownership, SchoolStage } from '@zhixiao/domain';
import { Max, MaxLength, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OwnershipEnum, SchoolStageEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { OrganizationInput } from './organization.input.js';

@InputType({ description: '学校登记' })
export class SchoolInput {
  @Field(() => String, { description: '学校标识码' }) @MaxLength(32) code: string;
  @Field(() => String) @MaxLength(100) name: string;
  @Field(() => SchoolStageEnum) stage: SchoolStage;
  @Field(() => OwnershipEnum, { nullable: true }) ownership?: Ownership | null;
  @Field(() => Boolean, { nullable: true }) legalPerson?: boolean | null;
  @Field(() => String, { nullable: true }) @MaxLength(50) town?: string | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(1000) classes?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(100_000) students?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) staff?: number | null;
  @Field(() => DateScalar) openedOn: string;
  @Field(() => OrganizationInput, { nullable: true }) organization?: OrganizationInput | null;
}

@InputType({ description: '学校登记信息变更：自生效日起，未填的不变' })
export class SchoolChangeInput {
  @Field(() => String, { nullable: true }) @MaxLength(100) name?: string | null;
  @Field(() => SchoolStageEnum, { nullable: true }) stage?: SchoolStage | null;
  @Field(() => OwnershipEnum, { nullable: true }) ownership?: Ownership | null;
  @Field(() => Boolean, { nullable: true }) legalPerson?: boolean | null;
  @Field(() => String, { nullable: true }) @MaxLength(50) town?: string | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(1000) classes?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(100_000) students?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) staff?: number | null;
  @Field(() => DateScalar) effectiveOn: string;
  @Field(() => String) @MaxLength(500) reason: string;
}
