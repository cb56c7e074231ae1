import {
  DECIDER_WORDS,
  DECISION_FORM_WORDS,
  ITEM_KIND_WORDS,
  ITEM_RESULT_WORDS,
  MEETING_KIND_WORDS,
  OPINION_WORDS,
  VOTE_FORM_WORDS,
  templateWords,
} from '../cell/meeting.dictionary.js';

/** The two sheets in which a school writes down meetings that were held on paper. */
export const MEETING_SHEETS = {
  meetings: {
    sheet: '会议',
    title: '纸质会议记录补录表（会议）',
    fields: [
      ...['meetingKey', 'schoolName', 'kind', 'number', 'meetingTitle', 'heldOn', 'startTime', 'endTime', 'place'],
      ...['chair', 'delegatedBy', 'recorder', 'noticeOn', 'papersOn', 'expected', 'present', 'attending', 'late'],
      ...['observers', 'invitees', 'absent', 'chairSignedOn', 'recorderSignedOn', 'notDone'],
    ],
    choices: { kind: templateWords(MEETING_KIND_WORDS) },
  },
  items: {
    sheet: '议题',
    title: '纸质会议记录补录表（议题）',
    fields: [
      ...['meetingKey', 'position', 'itemTitle', 'itemKind', 'matter', 'decider', 'amount', 'presenter', 'proposer'],
      ...['confirmedBy', 'confirmedOn', 'consulted', 'consultedWho', 'consultedOn', 'recused', 'voteForm', 'votesFor'],
      ...['votesAgainst', 'votesAbstained', 'tellers', 'chairSpokeLast', 'decidedThrough', 'result', 'conclusion'],
      ...['discussion', 'responsible', 'dueOn', 'notDone'],
    ],
    choices: {
      itemKind: templateWords(ITEM_KIND_WORDS),
      decider: templateWords(DECIDER_WORDS),
      consulted: templateWords(OPINION_WORDS),
      voteForm: templateWords(VOTE_FORM_WORDS),
      chairSpokeLast: ['是', '否'],
      decidedThrough: templateWords(DECISION_FORM_WORDS),
      result: templateWords(ITEM_RESULT_WORDS),
    },
  },
} as const;

export const MEETING_NOTES = [
  '“会议”表每次会议一行，“议题”表每项议题一行；两表以会议编号对应，编号由学校自定，如2024-党-03。',
  '会议类别、日期、议题、结果必填；讨论决定的议题须填事项类别，写事项目录中的名称。',
  '纸质记录没有写的，不要补写，空着即可，检查结果为“无记录”；记录写明没有做的，填在“载明没有的事项”。',
  '会议的“载明没有的事项”可填：无人主持、未通知、未送材料、主持人未签字、记录人未签字。',
  '议题的“载明没有的事项”可填：未发表意见、主持人未末位表态、未关联党组织决议、无提出人、未经确定、无分管领导、未会前沟通。',
  '几个人写在一格，用顿号隔开；缺席、回避的原因写在姓名后的括号里，如“张三（出差）”。',
  '只记人数、没有名单的会议，填应到、实到即可。无记名投票只填票数和监票人。',
  '沟通意见指会前书记、校长之间的意见，由本人在系统中确认后方才算数；不填沟通对象的，按当日任职确定。',
  '主持人、记录人都有签字日期的会议，导入后即封存，不能撤销，有误的只能追加更正。',
  '日期写作2024-03-05或2024年3月5日，时间写作15:00。请勿填写身份证号、电话号码。',
];
