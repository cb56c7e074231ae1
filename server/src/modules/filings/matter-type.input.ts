import type {
  Decider,
  DisclosureMark,
  ExpertMark,
  MatterCategory,
  StaffHearingMark,
  SuperiorMark,
  TwoThirdsMark,
} from '@zhixiao/domain';
import { Matches, MaxLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import {
  DeciderEnum,
  DisclosureMarkEnum,
  ExpertMarkEnum,
  MatterCategoryEnum,
  StaffHearingMarkEnum,
  SuperiorMarkEnum,
  TwoThirdsMarkEnum,
} from './procedure.enums.js';

/** What a level, or a school's rules, may say on a type that it was handed down. */
@InputType({ description: '对一类议题的规定；不填的沿用上级' })
export class MatterTypeChangeInput {
  @Field(() => String) @Matches(/^[A-Z][A-Z0-9_]{1,63}$/) code: string;
  @Field(() => DeciderEnum, { nullable: true }) decidedBy?: Decider | null;
  @Field(() => TwoThirdsMarkEnum, { nullable: true }) twoThirds?: TwoThirdsMark | null;
  @Field(() => StaffHearingMarkEnum, { nullable: true }) staffHearing?: StaffHearingMark | null;
  @Field(() => ExpertMarkEnum, { nullable: true }) expert?: ExpertMark | null;
  @Field(() => Boolean, { nullable: true }) priorConsultation?: boolean | null;
  @Field(() => DisclosureMarkEnum, { nullable: true }) disclosure?: DisclosureMark | null;
  @Field(() => SuperiorMarkEnum, { nullable: true }) superior?: SuperiorMark | null;
}

@InputType({ description: '设定本级对一类议题的规定：只可从严；上级没有的代码为增设' })
export class SetMatterTypeInput extends MatterTypeChangeInput {
  @Field(() => Int, { description: '本级尚无规定时为 0' }) expectedVersion: number;
  @Field(() => String, { nullable: true, description: '增设时必填' }) @MaxLength(100) nameZh?: string | null;
  @Field(() => MatterCategoryEnum, { nullable: true, description: '增设时必填' }) category?: MatterCategory | null;
  @Field(() => DeciderEnum, { nullable: true, description: '增设时必填' }) draftedBy?: Decider | null;
  @Field(() => String) @MaxLength(500) reason: string;
  @Field(() => String, { nullable: true }) @MaxLength(100) documentNo?: string | null;
}

@InputType({ description: '取消本级对一类议题的规定，恢复上级下发的' })
export class DropMatterTypeLayerInput {
  @Field(() => String) @MaxLength(64) code: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) @MaxLength(500) reason: string;
}
