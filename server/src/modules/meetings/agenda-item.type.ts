import type { DecisionForm, ItemKind, ItemResult, Stance, VoteChoice, VoteForm } from '@zhixiao/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { VoteFormEnum } from '../filings/index.js';
import { ItemKindEnum } from '../topics/index.js';
import { MeetingFindingType } from './meeting-finding.type.js';
import { DecisionFormEnum, ItemResultEnum, StanceEnum, VoteChoiceEnum } from './meeting.enums.js';

@ObjectType('ItemOpinion', { description: '与会人员对一项议题的意见' })
export class ItemOpinionType {
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => StanceEnum) stance: Stance;
  @Field(() => String) text: string;
  @Field(() => Boolean, { description: '本人账号所述；否则由记录人记录' }) byOwnAccount: boolean;
  @Field(() => Boolean, { description: '补录自纸质记录，待本人确认' }) statedOnPaper: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: '本人确认的时间' }) confirmedAt: string | null;
  @Field(() => String) recordedByName: string;
}

@ObjectType('ItemRecusal', { description: '与一项议题有关、应当回避的人员' })
export class ItemRecusalType {
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => String) reason: string;
  @Field(() => Boolean, { description: '应当回避而未离场' }) stayed: boolean;
}

@ObjectType('ItemBallot', { description: '记名投票的一票；无记名投票只有票数，没有这样的记录' })
export class ItemBallotType {
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => VoteChoiceEnum) choice: VoteChoice;
}

@ObjectType('AgendaItem', { implements: NodeType, description: '会议的一项议程及其结论' })
export class AgendaItemType extends NodeType {
  @Field(() => ID) meetingId: string;
  @Field(() => ID, { nullable: true, description: '议题；传达学习等没有' }) topicId: string | null;
  @Field(() => Int, { description: '第几项' }) position: number;
  @Field(() => ItemKindEnum) kind: ItemKind;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) matterCode: string | null;
  @Field(() => Boolean, { description: '涉及干部或秘密，未公布前限定阅读' }) restricted: boolean;
  @Field(() => String, { nullable: true, description: '汇报人' }) presenterName: string | null;
  @Field(() => String, { nullable: true, description: '分管领导' }) leadName: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) startedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) decidedAt: string | null;
  @Field(() => String, { nullable: true, description: '作出决定或宣布结论的人' }) decidedByName: string | null;
  @Field(() => String, { nullable: true, description: '法定人数依据：PM-4、PM-5、OM-4' }) quorumCheck: string | null;
  @Field(() => Int, { nullable: true, description: '应到；有结论后为当时的数' }) expected: number | null;
  @Field(() => Int, { nullable: true, description: '实到' }) present: number | null;
  @Field(() => Int, { nullable: true, description: '至少须到' }) needed: number | null;
  @Field(() => Boolean, { nullable: true, description: '到会人数达到要求' }) quorumMet: boolean | null;
  @Field(() => [String], { description: '成员中未到会的' }) absentNames: string[];
  @Field(() => Int, { nullable: true, description: '有表决权的到会人数；票数之和须与之相等' }) entitled: number | null;
  @Field(() => Int, { nullable: true, description: '按议事规则通过所需的赞成票' }) votesNeeded: number | null;
  @Field(() => Boolean, { description: '现在可以作出决定' }) mayDecide: boolean;
  @Field(() => [ItemResultEnum], { description: '现在可以作出的结论' }) allowedResults: ItemResult[];
  @Field(() => [MeetingFindingType], { description: '各项检查的现状；blocks 的未解决前不能作出决定' })
  findings: MeetingFindingType[];
  @Field(() => VoteFormEnum, { nullable: true }) voteForm: VoteForm | null;
  @Field(() => Int, { nullable: true }) votesFor: number | null;
  @Field(() => Int, { nullable: true }) votesAgainst: number | null;
  @Field(() => Int, { nullable: true }) votesAbstained: number | null;
  @Field(() => [String], { description: '监票人、计票人' }) tellers: string[];
  @Field(() => ItemResultEnum, { nullable: true }) result: ItemResult | null;
  @Field(() => Boolean, { description: '作出了本会议的决定（决议登记）' }) makesDecision: boolean;
  @Field(() => DecisionFormEnum, { nullable: true }) decidedThrough: DecisionForm | null;
  @Field(() => Boolean, { nullable: true, description: '主持人末位表态' }) chairSpokeLast: boolean | null;
  @Field(() => String, { description: '讨论要点' }) discussion: string;
  @Field(() => String, { description: '结论' }) conclusion: string;
  @Field(() => String, { nullable: true, description: '责任人' }) responsible: string | null;
  @Field(() => DateScalar, { nullable: true, description: '完成时限' }) dueOn: string | null;
  @Field(() => [ItemOpinionType]) opinions: ItemOpinionType[];
  @Field(() => [ItemRecusalType]) recusals: ItemRecusalType[];
  @Field(() => [ItemBallotType], { description: '记名投票的各票' }) ballots: ItemBallotType[];
  @Field(() => Int) version: number;
}
