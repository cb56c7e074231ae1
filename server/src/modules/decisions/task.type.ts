import type { TaskLight, TaskRole, TaskState } from '@zhixiao/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { PersonType } from '../people/index.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';
import { TaskLightEnum, TaskReportKindEnum, TaskRoleEnum, TaskStateEnum } from './decision.enums.js';
import type { TaskReportKind } from './decision-words.js';
import { DecisionType } from './decision.type.js';

@ObjectType('TaskPerson', { description: '任务中的一人' })
export class TaskPersonType {
  @Field(() => TaskRoleEnum) role: TaskRole;
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
}

@ObjectType('TaskReport', { description: '任务办理过程中的一条：进展、报完成、退回、办结' })
export class TaskReportType {
  @Field(() => TaskReportKindEnum) kind: TaskReportKind;
  @Field(() => DateScalar) reportedOn: string;
  @Field(() => String) byName: string;
  @Field(() => String, { description: '录入人' }) recordedByName: string;
  @Field(() => Int) percent: number;
  @Field(() => String) text: string;
  @Field(() => [ID], { description: '所附附件' }) attachmentIds: string[];
  @Field(() => DateTimeScalar) createdAt: string;
}

@ObjectType('DecisionTask', { implements: NodeType, description: '决议任务：责任人、时限、进展、督办（意见（三））' })
export class DecisionTaskType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => DecisionType, { nullable: true }) decision: unknown;
  @Field(() => String) title: string;
  @Field(() => String, { description: '要求' }) note: string;
  @Field(() => PersonType, { nullable: true, description: '责任人' }) owner: PersonType | null;
  @Field(() => String) ownerName: string;
  @Field(() => DateScalar, { nullable: true, description: '完成时限' }) dueOn: string | null;
  @Field(() => TaskStateEnum) state: TaskState;
  @Field(() => TaskLightEnum, { description: '红黄绿' }) light: TaskLight;
  @Field(() => Int, { description: '完成百分比' }) percent: number;
  @Field(() => DateScalar) assignedOn: string;
  @Field(() => String) assignedByName: string;
  @Field(() => DateScalar, { nullable: true, description: '报告完成的日期' }) doneOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: '办结或终止的日期' }) closedOn: string | null;
  @Field(() => String, { nullable: true }) closedByName: string | null;
  @Field(() => String, { nullable: true, description: '审核意见；终止的理由；替代的决议编号' }) closeNote:
    string | null;
  @Field(() => [TaskPersonType], { description: '落实、督办、配合的人' }) people: TaskPersonType[];
  @Field(() => [TaskReportType], { description: '办理过程，新的在前' }) reports: TaskReportType[];
  @Field(() => DateScalar, { nullable: true, description: '责任人最近一次报告' }) lastReportedOn: string | null;
  @Field(() => Boolean, { description: '本账号是责任人' }) mineToDo: boolean;
  @Field(() => Boolean) restricted: boolean;
  @Field(() => Int) version: number;
}

export const DecisionTaskConnectionType = connectionOf('DecisionTask', () => DecisionTaskType);

@InputType({ description: '决议任务筛选' })
class DecisionTaskFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => ID, { nullable: true }) decisionId?: string;
  @Field(() => [TaskStateEnum], { nullable: true }) state?: TaskState[];
  @Field(() => [TaskLightEnum], { nullable: true }) light?: TaskLight[];
  @Field(() => Boolean, { nullable: true, description: '尚未办结的' }) open?: boolean;
  @Field(() => Boolean, { nullable: true, description: '本账号落实、督办或配合的' }) mine?: boolean;
  @Field(() => Boolean, { nullable: true, description: '等本账号办理：自己的任务，或待自己督办审核的' })
  waitingForMe?: boolean;
  @Field(() => DateScalar, { nullable: true, description: '自此日起到期' }) dueFrom?: string;
  @Field(() => DateScalar, { nullable: true, description: '至此日止到期' }) dueTo?: string;
  @Field(() => String, { nullable: true, description: '题目或责任人包含' }) q?: string;
}

const DecisionTaskOrderEnum = graphqlEnum('DecisionTaskOrder', ['DUE_ON_ASC', 'NEWEST'], '决议任务排序');

export const DecisionTaskListArgs = pagedArgs({
  filter: DecisionTaskFilter,
  order: [DecisionTaskOrderEnum, 'DUE_ON_ASC'],
  asOf: true,
});
export const SchoolTasksArgs = pagedArgs({ first: 20 });
