import { ROSTER_KINDS } from '@zhixiao/documents';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { graphqlEnum } from '../graphql/enums.js';
import { NodeType } from '../graphql/node.type.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../graphql/scalars.js';
import { JobType } from '../jobs/job.type.js';

const STATUSES = ['STAGED', 'CONFIRMING', 'CONFIRMED', 'UNDONE', 'CANCELLED', 'FAILED'] as const;
const OUTCOMES = ['IMPORTED', 'REJECTED', 'DUPLICATE', 'VACANCY', 'IGNORED'] as const;
const CHANGES = ['NEW', 'CHANGED', 'UNCHANGED', 'NONE'] as const;
export const ImportKindEnum = graphqlEnum(
  'ImportKind',
  ROSTER_KINDS,
  '导入类型：班子花名册、推进进度、学校基本情况、纸质会议补录',
);
const ImportStatusEnum = graphqlEnum('ImportStatus', STATUSES, '导入状态');
export const ImportOutcomeEnum = graphqlEnum('ImportOutcome', OUTCOMES, '一行的结果');
const ImportChangeEnum = graphqlEnum('ImportChange', CHANGES, '与已有数据相比');

@ObjectType('ImportRow', { implements: NodeType, description: '导入文件的一行' })
export class ImportRowType extends NodeType {
  @Field(() => String) sheet: string;
  @Field(() => Int, { description: 'Excel 行号' }) row: number;
  @Field(() => ImportOutcomeEnum) outcome: string;
  @Field(() => ImportChangeEnum) change: string;
  @Field(() => [String], { description: '原因代码' }) reasons: string[];
  @Field(() => [String], { description: '提示代码' }) warnings: string[];
  @Field(() => JsonScalar, { description: '原单元格文字，按字段' }) cells: unknown;
  @Field(() => JsonScalar, { nullable: true, description: '已修改的单元格，按字段' }) edits: unknown;
  @Field(() => JsonScalar, { nullable: true, description: '将写入的记录' }) record: unknown;
}

export const ImportRowConnection = connectionOf('ImportRow', () => ImportRowType);

@ObjectType('ImportBatch', { implements: NodeType, description: '一次导入' })
export class ImportBatchType extends NodeType {
  @Field(() => ImportKindEnum) kind: string;
  @Field(() => String) fileName: string;
  @Field(() => ImportStatusEnum) status: string;
  @Field(() => DateScalar, { nullable: true, description: '数据截至' }) dataAsOf: string | null;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => String) createdBy: string;
  @Field(() => DateTimeScalar, { nullable: true }) confirmedAt: string | null;
  @Field(() => JsonScalar, { description: '{choices, tables: [{sheet, form, title, asOf, fields}]}' }) mapping: unknown;
  @Field(() => JsonScalar, {
    description: '{imported, rejected, duplicate, vacancy, ignored, new, changed, unchanged}',
  })
  counts: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description: '{created, changed, unchanged, findingsBefore, findingsAfter}',
  })
  result: unknown;
  @Field(() => Boolean, { description: '确认后 24 小时内可以撤销' }) canUndo: boolean;
  @Field(() => JobType, { nullable: true }) job: JobType | null;
  @Field(() => Int) version: number;
  @Field(() => ImportRowConnection) rows: unknown;
}

export const ImportBatchConnection = connectionOf('ImportBatch', () => ImportBatchType);
