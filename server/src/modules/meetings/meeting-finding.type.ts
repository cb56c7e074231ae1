import type { CheckOutcome, Severity } from '@zhixiao/domain';
import { Field, ObjectType } from 'type-graphql';
import { CheckOutcomeEnum, SeverityEnum } from '../../platform/graphql/enums.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';

@ObjectType('MeetingFinding', { description: '会议或一项议程的一项检查的现状' })
export class MeetingFindingType {
  @Field(() => String) checkId: string;
  @Field(() => CheckOutcomeEnum) outcome: CheckOutcome;
  @Field(() => SeverityEnum) severity: Severity;
  @Field(() => String, { description: '《意见》条款、党规或议事规则' }) clause: string;
  @Field(() => JsonScalar) params: unknown;
  @Field(() => Boolean, { description: '未解决前不能开会或作出决定' }) blocks: boolean;
}
