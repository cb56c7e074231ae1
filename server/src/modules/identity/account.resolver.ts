import { encodeId } from '@zhixiao/domain';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import type { WriteContext } from '../../platform/context.js';
import { Requires } from '../../platform/graphql/access.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import {
  ActivateAccountInput,
  ChangePasswordInput,
  CreateAccountInput,
  NewAccountType,
  ResetAccessInput,
} from './account.type.js';
import { activateAccount } from './activate-account.js';
import { authTransaction } from './auth-transaction.js';
import { changePassword } from './change-password.js';
import { createAccount } from './create-account.js';
import type { MadeAccount } from './create-account.js';
import { beginSession } from './keep-session.js';
import { renewActivation } from './renew-activation.js';
import { resetAccess } from './reset-access.js';
import { ViewerType } from './viewer.type.js';

@ArgsType()
class AccountName {
  @Field(() => String) @MaxLength(200) username: string;
}

/** The code leaves with the first answer only: what is stored for a repeated request doesn't have it. */
async function withCode(
  ctx: GraphqlContext,
  work: (write: WriteContext) => Promise<MadeAccount>,
): Promise<NewAccountType> {
  let activationCode: string | null = null;
  const answer = await mutate(ctx, async (write) => {
    const { account, activation } = await work(write);
    activationCode = activation.code;
    const { id, username, displayName } = account;
    return { account: { id: encodeId('U', 0, id), username, displayName }, activationEndsAt: activation.endsAt };
  });
  return { ...answer, activationCode };
}

@Resolver()
export class AccountResolver {
  @Mutation(() => NewAccountType, { description: '新建账号，由本人凭启用码启用' })
  @Requires('grant')
  createAccount(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => CreateAccountInput) input: CreateAccountInput,
  ): Promise<NewAccountType> {
    return withCode(ctx, (write) => createAccount(write, input));
  }

  @Mutation(() => NewAccountType, { description: '为本人新建而尚未启用的账号换发启用码，原码作废' })
  @Requires('grant')
  renewActivation(
    @Ctx() ctx: GraphqlContext,
    @Args(() => AccountName) { username }: AccountName,
  ): Promise<NewAccountType> {
    return withCode(ctx, (write) => renewActivation(write, ctx.ports.auth, username));
  }

  @Mutation(() => NewAccountType, { description: '为忘记密码者重置登录：原密码作废，其全部登录结束，换发启用码' })
  @Requires('grant')
  resetAccess(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => ResetAccessInput) input: ResetAccessInput,
  ): Promise<NewAccountType> {
    return authTransaction(ctx.ports.auth, (db) => withCode(ctx, (write) => resetAccess(write, db, input)));
  }

  @Mutation(() => ViewerType, { description: '本人修改密码：其他登录随即结束' })
  @Requires('grant')
  changePassword(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<ViewerType> {
    return changePassword(ctx, input);
  }

  @Mutation(() => ViewerType, { description: '本人凭启用码设定密码，随即登录' })
  @Requires('anonymous')
  async activateAccount(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => ActivateAccountInput) input: ActivateAccountInput,
  ): Promise<ViewerType> {
    return beginSession(ctx, await activateAccount(ctx.ports.auth, input));
  }
}
