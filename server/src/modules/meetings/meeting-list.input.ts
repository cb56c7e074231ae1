import type { MeetingKind, MeetingState } from '@zhixiao/domain';
import { Field, ID, InputType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { MeetingKindEnum } from '../filings/index.js';
import { MeetingStateEnum } from './meeting.enums.js';

@InputType({ description: '会议筛选' })
class MeetingFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => [MeetingKindEnum], { nullable: true }) kind?: MeetingKind[];
  @Field(() => [MeetingStateEnum], { nullable: true }) state?: MeetingState[];
  @Field(() => DateScalar, { nullable: true, description: '自此日起' }) from?: string;
  @Field(() => DateScalar, { nullable: true, description: '至此日止' }) to?: string;
  @Field(() => Boolean, { nullable: true, description: '补录的' }) enteredAfterwards?: boolean;
  @Field(() => Boolean, { nullable: true, description: '当前登录者在名单上的' }) mine?: boolean;
  @Field(() => String, { nullable: true, description: '会议名称包含' }) q?: string;
}

const MeetingOrderEnum = graphqlEnum('MeetingOrder', ['HELD_ON_DESC', 'HELD_ON_ASC'], '会议排序');

export const MeetingListArgs = pagedArgs({ filter: MeetingFilter, order: [MeetingOrderEnum, 'HELD_ON_DESC'] });
export const SchoolMeetingsArgs = pagedArgs({ first: 20 });
