import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { SignerEnum, type Signer } from './meeting.enums.js';
import { MeetingActInput } from './plan-meeting.input.js';

@InputType()
export class SignRecordInput extends MeetingActInput {
  @Field(() => SignerEnum) as: Signer;
}

@InputType()
export class ReturnRecordInput extends MeetingActInput {
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType({ description: '签字后的更正：附一条由主持人签署的说明，原记录不变' })
export class CorrectRecordInput {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) itemId?: string | null;
  @Field(() => String) @MaxLength(5000) text: string;
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType()
export class IssueMinutesInput extends MeetingActInput {
  @Field(() => String, { nullable: true, description: '纪要编号；不填按年份和次数生成' })
  @MaxLength(50)
  minutesNo?: string | null;
}
