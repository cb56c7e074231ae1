import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { asFields, resolveReadByKey } from '../../platform/read/index.js';
import { addTopicRecord } from './add-topic-record.js';
import { acceptChanges, answerConsultation } from './answer-consultation.js';
import { askConsultation } from './ask-consultation.js';
import { signCommunication, supersedeTopicRecord } from './change-topic-record.js';
import { departFrom } from './depart-from.js';
import { confirmPaperOpinion, statePaperOpinion } from './state-paper-opinion.js';
import {
  AddTopicRecordInput,
  AnswerConsultationInput,
  AskConsultationInput,
  ConsultationActInput,
  DepartFromInput,
  SignCommunicationInput,
  StatePaperOpinionInput,
  SupersedeTopicRecordInput,
} from './topic.input.js';
import { ProceduralDepartureType, TopicType } from './topic.type.js';

@Resolver()
export class PreparationResolver {
  @Mutation(() => TopicType, { description: '添加会前记录' })
  @Requires('grant')
  addTopicRecord(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AddTopicRecordInput) input: AddTopicRecordInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await addTopicRecord(write, input)));
  }

  @Mutation(() => TopicType, { description: '代替会前记录，原记录保留' })
  @Requires('grant')
  supersedeTopicRecord(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SupersedeTopicRecordInput) input: SupersedeTopicRecordInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await supersedeTopicRecord(write, input)));
  }

  @Mutation(() => TopicType, { description: '在班子沟通记录上签字' })
  @Requires('grant')
  signCommunication(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SignCommunicationInput) input: SignCommunicationInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await signCommunication(write, input)));
  }

  @Mutation(() => TopicType, { description: '送对方会前提出意见' })
  @Requires('grant')
  askConsultation(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AskConsultationInput) input: AskConsultationInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await askConsultation(write, input)));
  }

  @Mutation(() => TopicType, { description: '提出会前意见：只能由本人' })
  @Requires('grant')
  answerConsultation(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AnswerConsultationInput) input: AnswerConsultationInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await answerConsultation(write, input)));
  }

  @Mutation(() => TopicType, { description: '采纳对方要求的修改' })
  @Requires('grant')
  acceptChanges(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ConsultationActInput) input: ConsultationActInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await acceptChanges(write, input)));
  }

  @Mutation(() => TopicType, { description: '补录纸质会前意见，待本人确认' })
  @Requires('grant')
  statePaperOpinion(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => StatePaperOpinionInput) input: StatePaperOpinionInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await statePaperOpinion(write, input)));
  }

  @Mutation(() => TopicType, { description: '本人确认补录的会前意见' })
  @Requires('grant')
  confirmPaperOpinion(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ConsultationActInput) input: ConsultationActInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await confirmPaperOpinion(write, input)));
  }

  @Mutation(() => ProceduralDepartureType, { description: '对“一般”要求不予照办：申请，或由书记（校长）同意' })
  @Requires('grant')
  departFrom(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => DepartFromInput) input: DepartFromInput,
  ): Promise<ProceduralDepartureType> {
    return mutate(ctx, async (write) => asFields(await departFrom(write, input)));
  }
}
