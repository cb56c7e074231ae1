import type { Membership, Sex } from '@zhixiao/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { MembershipEnum, SexEnum, graphqlEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { TenantType } from '../tenancy/index.js';

@ObjectType('Person', { implements: NodeType, description: '人员' })
export class PersonType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => String) name: string;
  @Field(() => SexEnum, { nullable: true }) sex: Sex | null;
  @Field(() => String, { nullable: true, description: '出生年月 YYYY-MM' }) birthMonth: string | null;
  @Field(() => String, { nullable: true }) ethnicity: string | null;
  @Field(() => String, { nullable: true }) education: string | null;
  @Field(() => String, { nullable: true, description: '职称' }) title: string | null;
  @Field(() => MembershipEnum) membership: Membership;
  @Field(() => DateScalar, { nullable: true }) partyJoinedOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: '转正日期' }) partyFullOn: string | null;
  @Field(() => Int) version: number;
}

export const PersonConnectionType = connectionOf('Person', () => PersonType);

@InputType({ description: '人员筛选' })
class PersonFilter {
  @Field(() => String, { nullable: true, description: '姓名、拼音或首字母包含' }) q?: string;
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => [MembershipEnum], { nullable: true }) membership?: Membership[];
  @Field(() => ID, { nullable: true, description: '在该校任职（含过去和将来）' }) schoolId?: string;
}

const PersonOrderEnum = graphqlEnum('PersonOrder', ['NAME_ASC', 'NAME_DESC', 'BIRTH_ASC', 'BIRTH_DESC'], '人员排序');

export const PersonListArgs = pagedArgs({ filter: PersonFilter, order: [PersonOrderEnum, 'NAME_ASC'], asOf: true });
