import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IsEmail, MaxLength, ValidateIf } from 'class-validator';
import { connectionOf } from '../graphql/connection.type.js';
import { NodeType } from '../graphql/node.type.js';
import { pagedArgs } from '../graphql/paged-args.js';
import { DateTimeScalar, JsonScalar } from '../graphql/scalars.js';

@ObjectType('Notification', { implements: NodeType, description: '给本账号的通知' })
export class NotificationType extends NodeType {
  @Field(() => String, { description: '种类，文字由界面按种类给出' }) kind: string;
  @Field(() => String) subjectType: string;
  @Field(() => ID) subjectId: string;
  @Field(() => ID, { nullable: true }) schoolId: string | null;
  @Field(() => JsonScalar, { description: '填入文字的参数：名称到文本或数字' }) params: unknown;
  @Field(() => String, { nullable: true, description: '办理页面的地址' }) path: string | null;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar, { nullable: true }) readAt: string | null;
}

export const NotificationConnectionType = connectionOf('Notification', () => NotificationType);

@ArgsType()
export class NotificationListArgs extends pagedArgs({}) {
  @Field(() => Boolean, { nullable: true, description: '只看未读' }) unreadOnly?: boolean | null;
}

@ObjectType('NotificationPreference', { description: '本账号的通知方式' })
export class NotificationPreferenceType {
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => Boolean, { description: '逐条发邮件' }) mail: boolean;
  @Field(() => Boolean, { description: '每天早上汇总未读通知发邮件' }) digest: boolean;
  @Field(() => Boolean, { description: '系统已配置邮件' }) mailAvailable: boolean;
  @Field(() => Int) version: number;
}

@InputType()
export class NotificationPreferenceInput {
  @Field(() => String, { nullable: true, description: '空则不发邮件' })
  @ValidateIf((input: NotificationPreferenceInput) => input.email !== null && input.email !== undefined)
  @IsEmail()
  @MaxLength(254)
  email?: string | null;
  @Field(() => Boolean) mail: boolean;
  @Field(() => Boolean) digest: boolean;
  @Field(() => Int) expectedVersion: number;
}
