import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MaxLength } from 'class-validator';
import type { Role } from '@zhixiao/domain';
import { connectionOf } from '../graphql/connection.type.js';
import { RoleEnum } from '../graphql/enums.js';
import { NodeType } from '../graphql/node.type.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../graphql/scalars.js';

/** Its `tenant` is added by the tenancy module, which has the type. */
@ObjectType('AuditEntry', { implements: NodeType, description: '留痕：谁在何时以何种权限做了什么' })
export class AuditEntryType extends NodeType {
  @Field(() => DateTimeScalar) at: string;
  @Field(() => String) actor: string;
  @Field(() => RoleEnum, { nullable: true }) role: Role | null;
  @Field(() => String) action: string;
  @Field(() => String) subjectType: string;
  @Field(() => ID, { nullable: true }) subjectId: string | null;
  @Field(() => ID, { nullable: true }) schoolId: string | null;
  @Field(() => JsonScalar, { nullable: true }) before: unknown;
  @Field(() => JsonScalar, { nullable: true }) after: unknown;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String) requestId: string;
  @Field(() => String, { nullable: true }) ip: string | null;
}

export const AuditConnectionType = connectionOf('Audit', () => AuditEntryType);

@InputType()
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: '对象编号' }) subjectId?: string | null;
  @Field(() => ID, { nullable: true }) schoolId?: string | null;
  @Field(() => String, { nullable: true, description: '动作，按开头匹配，如 appointment.' })
  @MaxLength(64)
  action?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '自该日（含）' }) from?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '至该日（含）' }) to?: string | null;
}
