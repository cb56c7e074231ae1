import { procedureChecks } from './procedure-checks.js';

/**
 * What each check says. `name` is short, for tables; `message` is what a school sees where it is not met. Params come with the
 * finding; posts, organisation types and dates are put into words before.
 */
export const checks = {
  'SCO-1': { name: '适用范围', message: '该校为具有独立法人资格且设立党的委员会的公办中小学校，适用《意见》。' },
  'SCO-2': { name: '参照执行', message: '公办幼儿园，参照执行。' },
  'SCO-3': { name: '民办学校', message: '民办学校，党的工作按照有关规定执行，不计入应建学校数。' },
  'SCO-4': {
    name: '发挥战斗堡垒作用',
    message: '不具有独立法人资格或未单独设立党的支部委员会，由党组织发挥战斗堡垒作用，不计入应建学校数。',
  },
  'STF-1': {
    name: '书记、校长分设（党委、党总支）',
    message: '党委、党总支学校书记、校长一般应当分设，现由%{name}一人担任，请填写不分设的原因。',
  },
  'STF-2': {
    name: '书记不兼任行政领导职务',
    message: '党组织书记一般不兼任行政领导职务，现兼任%{posts}。',
  },
  'STF-3': {
    name: '党员校长任党组织副书记',
    message: '校长是中共党员的应当同时担任党组织副书记。',
  },
  'STF-4': {
    name: '书记、校长一人担任（党支部）',
    message: '党支部学校书记、校长一般由一人担任，现为分设。',
  },
  'STF-5': {
    name: '设专职副书记（党支部）',
    message: '党支部学校书记、校长由一人担任的，应当设1名专职副书记，现为%{n}名。',
  },
  'STF-6': {
    name: '党员副职进入党组织班子',
    message: '行政班子副职中的党员一般应当进入党组织班子：%{names}未进入。',
  },
  'STF-7': { name: '党组织班子成员为正式党员', message: '党组织班子成员须为中共正式党员：%{names}。' },
  'STF-8': { name: '一职一人', message: '同一职务任期重叠：%{posts}（%{names}）。' },
  'STF-9': { name: '书记、校长空缺', message: '%{vacancies}。', part: '%{post}已空缺%{days}天（自%{since}）' },
  'STF-10': { name: '委员人数', message: '%{orgType}委员一般为%{min}至%{usual}人，现为%{n}人。' },
  'STF-11': {
    name: '按期换届',
    message: '本届党组织任期已于%{termEnd}届满，请按期换届或报批延期（延期一般不超过1年）。',
  },
  'STF-12': { name: '组织设置与党员人数', message: '现有党员%{n}人，一般可设%{suitable}。' },
  'ROL-1': { name: '三项准备', message: '须在思想准备、组织准备、工作准备完成后方可调整。' },
  ...procedureChecks,
  unknown: '检查 %{id}',
  clause: {
    opinion: '《意见》（%{clause}）',
    inferred: '《意见》（%{clause}，推断）',
    /** The numbers of clauses in their order, as the Opinion writes them. */
    ordinals: '一,二,三,四,五,六,七,八,九,十,十一,十二,十三,十四,十五,十六,十七,十八,十九,二十',
    scope: '《意见》适用范围',
    party: '党内有关规定',
    local: '地方议事规则',
  },
};
