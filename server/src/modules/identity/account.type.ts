import { MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { AccountType } from './viewer.type.js';

@ObjectType('NewAccount', { description: '新建而尚未启用的账号' })
export class NewAccountType {
  @Field(() => AccountType) account: AccountType;
  @Field(() => String, { nullable: true, description: '启用码：只显示这一次，重复的请求为空' })
  activationCode: string | null;
  @Field(() => DateTimeScalar, { description: '启用码在此之前有效' }) activationEndsAt: string;
}

@InputType({ description: '新建账号：密码由本人启用时自行设定' })
export class CreateAccountInput {
  @Field(() => String, { description: '登录名，3 至 64 个字母、数字或 . _ @ -' }) @MaxLength(200) username: string;
  @Field(() => String) @MaxLength(100) displayName: string;
}

@InputType({ description: '本人修改密码' })
export class ChangePasswordInput {
  @Field(() => String, { description: '现用密码' }) @MaxLength(1024) current: string;
  @Field(() => String, { description: '新密码：至少 12 个字符，大写、小写、数字、其他字符有其三' })
  @MaxLength(1024)
  new: string;
}

@InputType({ description: '重置登录：原密码作废，由本人凭新的启用码另设' })
export class ResetAccessInput {
  @Field(() => String) @MaxLength(200) username: string;
  @Field(() => String, { description: '事由' }) @MaxLength(500) reason: string;
}

@InputType({ description: '本人启用账号' })
export class ActivateAccountInput {
  @Field(() => String) @MaxLength(200) username: string;
  @Field(() => String, { description: '启用码' }) @MaxLength(64) code: string;
  @Field(() => String, { description: '至少 12 个字符，大写、小写、数字、其他字符有其三' })
  @MaxLength(1024)
  password: string;
}
