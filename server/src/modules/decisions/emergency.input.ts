import type { MeetingKind } from '@zhixiao/domain';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { MeetingKindEnum } from '../filings/index.js';

@InputType({ description: '登记紧急处置：事后提请下次会议确认' })
export class RecordEmergencyInput {
  @Field(() => ID) schoolId: string;
  @Field(() => MeetingKindEnum, { description: '本应由哪个会议决定，由其确认' }) body: MeetingKind;
  @Field(() => String) @MaxLength(200) title: string;
  @Field(() => String, { description: '处置情况' }) @MaxLength(5000) text: string;
  @Field(() => String, { description: '来不及开会的原因' }) @MaxLength(2000) reason: string;
  @Field(() => DateScalar) takenOn: string;
  @Field(() => Boolean, { description: '涉及干部或秘密，限定阅读' }) restricted: boolean;
}

@InputType({ description: '登记会议对紧急处置的结论' })
export class ConfirmEmergencyInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ID, { description: '会后有结论的议程' }) itemId: string;
}
