import type { ItemResult, Stance, VoteChoice, VoteForm } from '@zhixiao/domain';
import { ArrayMaxSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { VoteFormEnum } from '../filings/index.js';
import { ItemResultEnum, StanceEnum, VoteChoiceEnum } from './meeting.enums.js';

@InputType({ description: '对一项议程的一个动作' })
export class ItemActInput {
  @Field(() => ID) itemId: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class StartItemInput extends ItemActInput {
  @Field(() => Int, { nullable: true, description: '只记人数的会议：本项实到' })
  @Min(0)
  @Max(10_000)
  statedPresent?: number | null;
}

@InputType({ description: '不填 personId 为本人回避' })
export class RecuseInput {
  @Field(() => ID) itemId: string;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => String) @MaxLength(500) reason: string;
  @Field(() => Boolean, { nullable: true, description: '应当回避而未离场' }) stayed?: boolean | null;
}

@InputType()
export class WithdrawRecusalInput {
  @Field(() => ID) itemId: string;
  @Field(() => ID) personId: string;
}

@InputType()
export class GiveOpinionInput {
  @Field(() => ID) itemId: string;
  @Field(() => StanceEnum) stance: Stance;
  @Field(() => String, { nullable: true }) @MaxLength(2000) text?: string | null;
}

@InputType()
export class RecordedOpinionInput {
  @Field(() => ID) personId: string;
  @Field(() => StanceEnum) stance: Stance;
  @Field(() => String, { nullable: true }) @MaxLength(2000) text?: string | null;
}

@InputType({ description: '记录人记录的发言；本人已用自己账号表明的不能改' })
export class RecordOpinionsInput {
  @Field(() => ID) itemId: string;
  @Field(() => [RecordedOpinionInput]) @ArrayMaxSize(300) @ValidateNested() opinions: RecordedOpinionInput[];
}

@InputType({ description: '口头、举手、无记名：票数；记名：不填票数，由各人投票' })
export class RecordVoteInput extends ItemActInput {
  @Field(() => VoteFormEnum) form: VoteForm;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) votesFor?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) votesAgainst?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) votesAbstained?: number | null;
  @Field(() => [String], { nullable: true, description: '监票人、计票人；无记名投票必填' })
  @ArrayMaxSize(10)
  @MaxLength(100, { each: true })
  tellers?: string[] | null;
}

@InputType()
export class CastVoteInput {
  @Field(() => ID) itemId: string;
  @Field(() => VoteChoiceEnum) choice: VoteChoice;
}

@InputType({ description: '不填的不改' })
export class WriteItemInput extends ItemActInput {
  @Field(() => String, { nullable: true, description: '讨论要点' }) @MaxLength(20_000) discussion?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(5000) conclusion?: string | null;
  @Field(() => String, { nullable: true, description: '责任人' }) @MaxLength(200) responsible?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '完成时限' }) dueOn?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) presenterName?: string | null;
  @Field(() => Boolean, { nullable: true, description: '主持人末位表态' }) chairSpokeLast?: boolean | null;
}

@InputType()
export class DecideItemInput extends ItemActInput {
  @Field(() => ItemResultEnum) result: ItemResult;
  @Field(() => String, { description: '结论' }) @MaxLength(5000) conclusion: string;
  @Field(() => String, { nullable: true }) @MaxLength(200) responsible?: string | null;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: '主持人末位表态' }) chairSpokeLast?: boolean | null;
}
