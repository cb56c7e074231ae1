import type {
  CheckOutcome,
  Ownership,
  PartyOrgType,
  Post,
  RateId,
  RolloutState,
  SchoolStage,
  ScopeKind,
  Severity,
} from '@zhixiao/domain';
import type { SchoolFilter } from '../schools/index.js';
import type { ReportGroup } from './report.input.js';

/** The words of the exported report. Documents are official papers in Chinese, whatever language the admin is shown in. */
export const STAGE_WORDS: Readonly<Record<SchoolStage, string>> = {
  KINDERGARTEN: '幼儿园',
  PRIMARY: '小学',
  JUNIOR: '初级中学',
  NINE_YEAR: '九年一贯制学校',
  COMPLETE_SECONDARY: '完全中学',
  SENIOR: '高级中学',
  TWELVE_YEAR: '十二年一贯制学校',
  SECONDARY_VOCATIONAL: '中等职业学校',
  SPECIAL: '特殊教育学校',
};
export const OWNERSHIP_WORDS: Readonly<Record<Ownership, string>> = { PUBLIC: '公办', PRIVATE: '民办' };
export const ORG_TYPE_WORDS: Readonly<Record<PartyOrgType | 'NONE', string>> = {
  COMMITTEE: '党委',
  GENERAL_BRANCH: '党总支',
  BRANCH: '党支部',
  JOINT_BRANCH: '联合党支部',
  NONE: '未建党组织',
};
export const SCOPE_WORDS: Readonly<Record<ScopeKind, string>> = {
  IN_SCOPE: '适用',
  BY_REFERENCE: '参照执行',
  OTHER_RULES: '按有关规定执行',
  STRONGHOLD_ONLY: '发挥战斗堡垒作用',
  UNKNOWN: '资料不全，未判定',
};
export const STATE_WORDS: Readonly<Record<RolloutState, string>> = {
  NOT_STARTED: '未启动',
  SURVEYED: '已摸底',
  PREPARING: '准备中',
  READY: '已成熟',
  ADJUSTED: '已调整',
  RUNNING: '规范运行',
  DEFERRED: '暂缓',
  SUSPENDED_BY_CHANGE: '因变动中止',
};
export const POST_WORDS: Readonly<Record<Post, string>> = {
  SECRETARY: '书记',
  DEPUTY_SECRETARY: '副书记',
  COMMITTEE_MEMBER: '委员',
  PRINCIPAL: '校长',
  VICE_PRINCIPAL: '副校长',
  ASSISTANT_PRINCIPAL: '校长助理',
  UNION_CHAIR: '工会主席',
  MIDDLE_MANAGER: '中层干部',
};
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { HARD: '必须', DEFAULT: '一般应', ADVISORY: '提示' };
export const OUTCOME_WORDS: Readonly<Record<CheckOutcome, string>> = {
  PASS: '符合',
  FAIL: '不符合',
  DEPARTURE_PENDING: '特殊情况待批',
  DEPARTURE_APPROVED: '特殊情况已批',
  NO_RECORD: '无记录',
  NOT_APPLICABLE: '不适用',
};
export const GROUP_WORDS: Readonly<Record<ReportGroup, string>> = {
  COUNTY: '县（市、区）',
  STAGE: '学段',
  ORG_TYPE: '党组织类型',
};

/** What each check asks for, in few words. */
export const CHECK_WORDS: Readonly<Record<string, string>> = {
  'STF-1': '书记、校长分设（党委、党总支）',
  'STF-2': '书记不兼任行政领导职务',
  'STF-3': '党员校长任党组织副书记',
  'STF-4': '书记、校长一人担任（党支部）',
  'STF-5': '设专职副书记（党支部）',
  'STF-6': '党员副职进入党组织班子',
  'STF-7': '党组织班子成员为正式党员',
  'STF-8': '一职一人',
  'STF-9': '书记、校长空缺',
  'STF-10': '委员人数',
  'STF-11': '按期换届',
  'STF-12': '组织设置与党员人数',
};

interface RateWords {
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string;
  /** the exact definition, as people argue about it */
  readonly definition: string;
}

export const RATE_WORDS: Readonly<Record<RateId, RateWords>> = {
  completion: {
    name: '完成率',
    numerator: '已调整',
    denominator: '应建',
    definition: '应建学校（适用《意见》）中已调整（含规范运行）的学校数 ÷ 应建学校数；不适用的学校不计入。',
  },
  byReferenceCompletion: {
    name: '参照执行率',
    numerator: '已调整',
    denominator: '参照执行',
    definition: '参照执行的公办幼儿园中已调整（含规范运行）的数 ÷ 参照执行的公办幼儿园数。',
  },
  separation: {
    name: '分设率',
    numerator: '已分设',
    denominator: '党委、党总支已调整',
    definition:
      '设党委、党总支且已调整的学校中，书记、校长由两人担任的学校数 ÷ 设党委、党总支且已调整的学校数；书记或校长空缺的不算分设。',
  },
  branchCombined: {
    name: '党支部学校一肩挑率',
    numerator: '一肩挑',
    denominator: '党支部已调整',
    definition: '设党支部且已调整的学校中，书记、校长由一人担任的学校数 ÷ 设党支部且已调整的学校数；联合党支部不计入。',
  },
  combined: {
    name: '一肩挑率',
    numerator: '一肩挑',
    denominator: '已调整',
    definition: '已调整的学校（含参照执行）中，书记、校长由一人担任的学校数 ÷ 已调整的学校数。',
  },
  fullTimeDeputy: {
    name: '专职副书记配备率',
    numerator: '已配',
    denominator: '应配',
    definition: '应当设专职副书记的学校（设党支部且书记、校长由一人担任）中，已配备至少一名的学校数 ÷ 应当设的学校数。',
  },
  memberPrincipalDeputy: {
    name: '党员校长任副书记率',
    numerator: '任副书记',
    denominator: '党员校长',
    definition:
      '设党委、党总支的学校中，校长是中共正式党员且同时担任党组织副书记的学校数 ÷ 校长是中共正式党员的学校数。',
  },
  crossAppointment: {
    name: '交叉任职率',
    numerator: '进入班子',
    denominator: '党员副职',
    definition: '行政班子副职中的党员进入党组织班子的人数 ÷ 行政班子副职中的党员人数。',
  },
  termRenewal: {
    name: '按期换届率',
    numerator: '任期内',
    denominator: '党组织',
    definition: '党组织任期未满或经批准延期的学校数 ÷ 建有党组织的学校数；任期资料不全的不算按期。',
  },
};

export const TABLE = {
  sheet: '统计表',
  defaultTitle: (unit: string): string => `${unit}中小学校党组织领导的校长负责制推进情况统计表`,
  reportingUnit: (unit: string): string => `填报单位（盖章）：${unit}`,
  asOf: (day: string): string => `截至日期：${day}`,
  units: '单位：所、人、%',
  footer: '单位负责人：        审核人：        填报人：        联系电话：        填报日期：',
  total: '合计',
  number: '序号',
  schools: '学校总数',
  inScope: '应建学校',
  byReference: '参照执行',
  adjusted: '已调整',
  newlyAdjusted: (since: string): string => `${since}后新增调整`,
  hardFindings: '必须项问题',
  progress: '推进',
  percent: '比率',
  comparison: (day: string): string => `与${day}相比`,
  adjustedBefore: '当时已调整',
  inScopeBefore: '当时应建',
  completionBefore: '当时完成率',
  change: '增减（个百分点）',
} as const;

export const LIST = {
  sheet: '学校名单',
  title: '学校名单',
  columns: {
    number: '序号',
    tenant: '县（市、区）',
    name: '学校名称',
    code: '学校标识码',
    stage: '学段',
    ownership: '办学性质',
    scope: '适用类别',
    organizationName: '党组织名称',
    orgType: '党组织类型',
    fullMembers: '正式党员数',
    secretaryName: '书记',
    principalName: '校长',
    combined: '书记、校长',
    rolloutState: '推进状态',
    rolloutSince: '状态自',
    documentNo: '文号',
    hardFindings: '必须项问题',
    defaultFindings: '一般应项问题',
    advisoryFindings: '提示',
    findings: '问题',
  },
  combined: '一肩挑',
  separate: '分设',
  vacant: '空缺',
  declared: '（申报）',
} as const;

export const DEFINITIONS = {
  sheet: '口径',
  title: '口径说明',
  asOf: '截至日期',
  compareTo: '对比日期',
  none: '无',
  groupBy: '分组',
  filters: '筛选条件',
  noFilter: '权限范围内全部学校',
  rows: '学校名单行数',
  reportingUnit: '填报单位',
  exportedBy: '导出人',
  exportedAt: '导出时间（北京时间）',
  counts: '各项数目',
  rates: '各项比率（分母为零时以“—”表示）',
  schools: '截至日期在办的学校（含幼儿园、中职）。',
  inScope: '具有独立法人资格且设立党的委员会、总支部委员会、支部委员会的公办中小学校，适用《意见》。',
  byReference: '公办幼儿园，参照执行。',
  adjusted: '应建学校中推进状态为“已调整”或“规范运行”的学校；系统启用之前已调整的，以申报日期和文号为准。',
  newlyAdjusted: (since: string): string => `截至日期已调整、${since}尚未调整的应建学校。`,
  hardFindings: '“应当”“必须”条款不符合或特殊情况待批的项数之和，一校可有多项。',
  change: '完成率之差，以百分点计。',
  consistency: '名单与统计表同一筛选、同一日期；各组之和等于合计。',
} as const;

/** In the order in which a reader is told. */
export const FILTER_WORDS = {
  direct: '直属学校',
  tenantId: '范围',
  q: '名称含',
  stage: '学段',
  ownership: '办学性质',
  scope: '适用类别',
  orgType: '党组织类型',
  rolloutState: '推进状态',
  failing: '存在问题',
  vacant: '空缺',
  lacksFullTimeDeputy: '缺专职副书记',
  combined: '书记、校长一肩挑',
  hasFindings: '有问题项',
  assumed: '有推定字段未确认',
} as const satisfies Readonly<Record<keyof SchoolFilter, string>>;

export const YES = '是';
export const NO = '否';
export const LIST_SEPARATOR = '、';
export const PART_SEPARATOR = '；';
export const COLON = '：';

/** The name under which the workbook is taken away. */
export const fileName = (title: string, asOf: string): string => `${title}（截至${asOf}）.xlsx`;

/** 2023年8月31日 */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** STF-3 党员校长任党组织副书记（必须，不符合） */
export function findingWords(finding: { checkId: string; severity: Severity; outcome: CheckOutcome }): string {
  const { checkId, severity, outcome } = finding;
  return `${checkId} ${CHECK_WORDS[checkId] ?? ''}（${SEVERITY_WORDS[severity]}，${OUTCOME_WORDS[outcome]}）`;
}
