import { Field, Int, ObjectType } from 'type-graphql';
import { StoredFileType } from '../files/stored-file.type.js';
import { graphqlEnum } from '../graphql/enums.js';
import { NodeType } from '../graphql/node.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';

const JOB_STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const;
const JobStatusEnum = graphqlEnum('JobStatus', JOB_STATUSES, '任务状态');

@ObjectType('Job', { implements: NodeType, description: '后台任务及进度' })
export class JobType extends NodeType {
  @Field(() => String) kind: string;
  @Field(() => JobStatusEnum) status: (typeof JOB_STATUSES)[number];
  @Field(() => Int) done: number;
  @Field(() => Int, { nullable: true, description: '未知时为空' }) total: number | null;
  @Field(() => String, { nullable: true, description: '失败时的错误代码' }) message: string | null;
  @Field(() => StoredFileType, { nullable: true, description: '任务生成的文件' }) file: StoredFileType | null;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar, { nullable: true }) finishedAt: string | null;
}
