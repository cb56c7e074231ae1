import type { AttendanceCapacity, AttendanceStatus } from '@zhixiao/domain';
import { ArrayMaxSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AttendanceCapacityEnum, AttendanceStatusEnum } from './meeting.enums.js';

@InputType({ description: '名单上的一人（id），或新列入的（personId 或 name）' })
export class AttendanceEntryInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => Int, { nullable: true, description: '已在名单上的必填' }) expectedVersion?: number | null;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => String, { nullable: true, description: '校外人员的姓名' }) @MaxLength(100) name?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) post?: string | null;
  @Field(() => AttendanceCapacityEnum, { nullable: true, description: '新列入的必填' })
  capacity?: AttendanceCapacity | null;
  @Field(() => AttendanceStatusEnum, { nullable: true, description: '空为尚未签到' }) status?: AttendanceStatus | null;
  @Field(() => String, { nullable: true, description: '请假、缺席、列席的原因' }) @MaxLength(500) reason?:
    string | null;
  @Field(() => String, { nullable: true, description: '未到会成员的书面意见' })
  @MaxLength(2000)
  writtenOpinion?: string | null;
  @Field(() => Boolean, { nullable: true, description: '移出名单（成员不能移出）' }) remove?: boolean | null;
}

@InputType()
export class SetAttendanceInput {
  @Field(() => ID) id: string;
  @Field(() => [AttendanceEntryInput]) @ArrayMaxSize(300) @ValidateNested() entries: AttendanceEntryInput[];
  @Field(() => Int, { nullable: true, description: '只记人数的会议（党员大会）：应到' })
  @Min(0)
  @Max(10_000)
  statedExpected?: number | null;
  @Field(() => Int, { nullable: true, description: '实到' }) @Min(0) @Max(10_000) statedPresent?: number | null;
}

@InputType({ description: '离场、返回；不填 personId 为本人' })
export class PresenceInput {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) personId?: string | null;
}
