import type { RosterKind } from '../table/table.type.js';
import { MEETING_NOTES, MEETING_SHEETS } from './meeting-template.dictionary.js';

export interface TemplateSheet {
  readonly sheet: string;
  readonly title: string;
  /** Fields in column order. */
  readonly fields: readonly string[];
  /** Drop-down lists by field. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

interface TemplateText extends TemplateSheet {
  readonly notes: readonly string[];
  /** A second table beside the first. */
  readonly second?: TemplateSheet;
}

export const TEMPLATE_UNIT_LINE = '填报单位（盖章）：                    截至日期：';
export const TEMPLATE_NOTES_SHEET = '填表说明';
export const TEMPLATE_LISTS_SHEET = '可选内容';

const marks = ['√'];
const yesNo = ['是', '否'];
const orgTypes = ['党委', '党总支', '党支部', '联合党支部', '未建'];
const common = [
  '标识码为10位学校（机构）标识码，请保持文本格式；可只填标识码或只填学校名称全称。',
  '年月写作2023.9或2023年9月，能确定到日的写作2023-09-01。',
  '请勿填写身份证号、电话号码；此类列会被丢弃。',
  '同一学校的标识码、名称可以合并单元格；小计、合计、签字行不会被导入。',
];

export const TEMPLATES: Readonly<Record<RosterKind, TemplateText>> = {
  ROSTER: {
    sheet: '花名册',
    title: '中小学校领导班子成员花名册',
    fields: [
      'divisionName',
      'schoolCode',
      'schoolName',
      'orgType',
      'name',
      'sex',
      'birthMonth',
      'ethnicity',
      'political',
      'post',
      'startDate',
      'endDate',
      'documentNo',
      'appointBy',
      'combined',
      'remark',
    ],
    choices: {
      orgType: orgTypes,
      sex: ['男', '女'],
      political: ['中共党员', '预备党员', '民主党派', '共青团员', '群众'],
      post: [
        '党支部书记、校长',
        '党支部书记',
        '校长',
        '专职副书记',
        '副书记',
        '副校长',
        '副校长、支部委员',
        '支部委员',
        '校长助理',
        '工会主席',
      ],
      combined: yesNo,
    },
    notes: [
      '每人一行；一人兼任几个职务写在一格，用顿号隔开，如“党支部书记、校长”。',
      '职务空缺的，姓名填“空缺”。',
      '主持工作、负责人等须按任职文件写明职务。',
      ...common,
    ],
  },
  PROGRESS: {
    sheet: '进度统计',
    title: '党组织领导的校长负责制推进情况进度表',
    fields: [
      'divisionName',
      'schoolCode',
      'schoolName',
      'mark.NOT_STARTED',
      'mark.PREP_IDEOLOGICAL',
      'mark.PREP_ORGANISATIONAL',
      'mark.PREP_WORK',
      'mark.ADJUSTED',
      'mark.RUNNING',
      'adjustedOn',
      'remark',
    ],
    choices: Object.fromEntries(
      ['NOT_STARTED', 'PREP_IDEOLOGICAL', 'PREP_ORGANISATIONAL', 'PREP_WORK', 'ADJUSTED', 'RUNNING'].map((stage) => [
        `mark.${stage}`,
        marks,
      ]),
    ),
    notes: [
      '每校一行，在所处阶段打√；也可从思想准备起逐格打√到所处阶段，中间不能空。',
      '已调整、已验收的须填调整时间。',
      ...common,
    ],
  },
  SCHOOL_REGISTER: {
    sheet: '学校台账',
    title: '学校基本情况及党组织设置台账',
    fields: [
      'divisionName',
      'schoolName',
      'schoolCode',
      'stage',
      'ownership',
      'legalPerson',
      'authority',
      'town',
      'group',
      'classes',
      'students',
      'staff',
      'members',
      'membersInService',
      'orgName',
      'orgType',
      'hasCommittee',
      'approvalNo',
      'superior',
      'subBranches',
      'termStart',
      'termEnd',
      'remark',
    ],
    choices: {
      stage: ['幼儿园', '小学', '初中', '九年一贯', '完全中学', '高中', '十二年一贯', '中职', '特教'],
      ownership: ['公办', '民办'],
      legalPerson: yesNo,
      hasCommittee: yesNo,
      orgType: orgTypes,
    },
    notes: ['每校一行；学校名称填法人证书全称。', '人数只填整数，不写“约”“多”。', ...common],
  },
  MEETINGS: { ...MEETING_SHEETS.meetings, second: MEETING_SHEETS.items, notes: MEETING_NOTES },
};
