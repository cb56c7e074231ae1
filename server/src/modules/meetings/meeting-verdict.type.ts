import type { ItemResult } from '@zhixiao/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ItemResultEnum } from './meeting.enums.js';
import { MeetingFindingType } from './meeting-finding.type.js';

@ObjectType('ItemVerdict', { description: '一项议程此刻的情况，字段同 AgendaItem' })
export class ItemVerdictType {
  @Field(() => ID) itemId: string;
  @Field(() => String, { nullable: true }) quorumCheck: string | null;
  @Field(() => Int, { nullable: true }) expected: number | null;
  @Field(() => Int, { nullable: true }) present: number | null;
  @Field(() => Int, { nullable: true }) needed: number | null;
  @Field(() => Boolean, { nullable: true }) quorumMet: boolean | null;
  @Field(() => [String]) absentNames: string[];
  @Field(() => Int, { nullable: true }) entitled: number | null;
  @Field(() => Int, { nullable: true }) votesNeeded: number | null;
  @Field(() => Boolean) mayDecide: boolean;
  @Field(() => [ItemResultEnum]) allowedResults: ItemResult[];
  @Field(() => [MeetingFindingType]) findings: readonly MeetingFindingType[];
}

@ObjectType('MeetingVerdict', { description: '会议此刻的情况，字段同 Meeting' })
export class MeetingVerdictType {
  @Field(() => Boolean) mayOpen: boolean;
  @Field(() => String, { nullable: true }) quorumCheck: string | null;
  @Field(() => Int, { nullable: true }) expected: number | null;
  @Field(() => Int, { nullable: true }) present: number | null;
  @Field(() => Int, { nullable: true }) needed: number | null;
  @Field(() => Boolean, { nullable: true }) quorumMet: boolean | null;
  @Field(() => [String]) absentNames: string[];
  @Field(() => [MeetingFindingType]) findings: readonly MeetingFindingType[];
  @Field(() => [ItemVerdictType], { description: '尚无结论的各项' }) items: ItemVerdictType[];
}
