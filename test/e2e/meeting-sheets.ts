import ExcelJS from 'exceljs';
import type { Client } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { DANZHAI, type World } from '../support/world.js';
import { givenMember, type Member } from './topics-world.js';

/** A school with a committee of three, whose people have names as people have. */
export interface PaperSchool {
  readonly schoolId: string;
  readonly name: string;
  readonly secretary: Member;
  readonly deputy: Member;
  readonly member: Member;
  readonly principal: Member;
  readonly vice: Member;
  readonly clerk: Client;
}

export async function givenPaperSchool(world: World, admin: Client): Promise<PaperSchool> {
  const { id: schoolId, name } = await givenSchool(admin, { orgType: 'GENERAL_BRANCH', fullMembers: 40 });
  const somebody = (called: string, post: string, more: object = {}): Promise<Member> =>
    givenMember(world, admin, { schoolId, name: called, posts: [post], ...more });
  return {
    ...{ schoolId, name },
    secretary: await somebody('罗明远', 'SECRETARY'),
    deputy: await somebody('石立春', 'DEPUTY_SECRETARY', { fullTime: true }),
    member: await somebody('吴秋华', 'COMMITTEE_MEMBER'),
    principal: await somebody('潘建业', 'PRINCIPAL'),
    vice: await somebody('龙晓岚', 'VICE_PRINCIPAL'),
    clerk: await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: schoolId }),
  };
}

/** A row of one of the two sheets, by the template's own headers. */
export type SheetRow = Readonly<Record<string, string | number | Date>>;

const HEADER_ROW = 3;

/** The template as the school's clerk downloads it. */
export async function template(client: Client): Promise<ExcelJS.Workbook> {
  const response = await fetch(`${client.url}/files/imports/template?kind=MEETINGS`, { headers: client.headers({}) });
  if (response.status !== 200) throw new Error(`no template: ${await response.text()}`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  return workbook;
}

/** The downloaded template, filled in by hand. */
export async function filled(
  client: Client,
  { meetings, items }: { readonly meetings: readonly SheetRow[]; readonly items: readonly SheetRow[] },
): Promise<Uint8Array> {
  const workbook = await template(client);
  const [first, second] = workbook.worksheets;
  fill(first, meetings);
  fill(second, items);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function fill(sheet: ExcelJS.Worksheet | undefined, rows: readonly SheetRow[]): void {
  if (!sheet) throw new Error('The template lacks a sheet');
  const headers = (sheet.getRow(HEADER_ROW).values as (string | undefined)[]).map((text) => text ?? '');
  rows.forEach((row, index) => {
    for (const [header, value] of Object.entries(row)) {
      const column = headers.indexOf(header);
      if (column < 1) throw new Error(`The template has no column ${header}`);
      sheet.getCell(HEADER_ROW + 1 + index, column).value = value;
    }
  });
}

/** Three meetings with ten items, as a school of the paper age wrote them down. */
export const MEETINGS: readonly SheetRow[] = [
  {
    ...{ 会议编号: '党1', 会议类别: '支委会', 当年第几次: 3, 日期: '2024-03-05', 开始时间: '15:00', 结束时间: '16:20' },
    ...{ 地点: '二楼会议室', 主持人: '罗明远', 记录人: '某干事', 通知日期: '2024年3月1日', 应到: 3, 实到: 2 },
    ...{ 出席: '罗明远、石立春', 列席: '潘建业', 缺席及原因: '吴秋华（出差）' },
  },
  {
    ...{ 会议编号: '校1', 会议类别: '校长办公会', 日期: '2024.3.12', 开始时间: '下午2:30', 主持人: '潘建业' },
    ...{ 记录人: '某干事', 出席: '潘建业 龙晓岚', 列席: '罗明远', 载明没有的事项: '未通知' },
  },
  { 会议编号: '大1', 会议类别: '党员大会', 会议名称: '支部党员大会', 日期: new Date('2024-04-02'), 应到: 40, 实到: 31 },
];

const decided = (会议编号: string, 序号: number, 议题: string, more: SheetRow = {}): SheetRow => ({
  ...{ 会议编号, 序号, 议题, 结果: '同意', ...more },
});

export const ITEMS: readonly SheetRow[] = [
  decided('党1', 1, '学习上级文件精神', { 事项性质: '第一议题', 结果: '' }),
  decided('党1', 2, '年度党建工作计划', {
    ...{ 事项类别: '党建年度计划、总结，理论学习计划', 提出人: '石立春', 确定人: '罗明远', 确定日期: '2024-03-01' },
    ...{ 表决方式: '举手', 赞成: 2, 反对: 0, 弃权: 0, 末位表态: '是', 议决方式: '会议', 决议内容: '会议同意该计划' },
    ...{ 责任人: '党办', 期限: '2024年12月' },
  }),
  decided('党1', 3, '中层干部任免', {
    ...{ 事项类别: '中层干部的选拔任免', 沟通意见: '同意', 沟通日期: '2024-03-02', 回避及原因: '石立春（亲属）' },
    ...{ 表决方式: '无记名投票', 赞成: 1, 反对: 0, 弃权: 0, 监票人: '某甲、某乙' },
  }),
  decided('党1', 4, '经费支出情况', { 事项性质: '听取汇报', 结果: '听取（知悉）', 汇报人: '某会计' }),
  decided('校1', 1, '作息时间调整', {
    事项类别: '教学活动、教研、课程安排',
    决策主体: '校长办公会议',
    决议内容: '自四月起执行',
    载明没有的事项: '未发表意见',
  }),
  decided('校1', 2, '期末成绩汇总', { 事项性质: '听取汇报', 结果: '知悉' }),
  decided('校1', 3, '设备采购', {
    事项性质: '研究方案',
    事项类别: '',
    结果: '提交党组织会议',
    载明没有的事项: '未发表意见',
  }),
  decided('校1', 4, '传达安全工作会议', { 事项性质: '传达学习', 结果: '已传达' }),
  decided('大1', 1, '支部工作报告', { 事项性质: '听取汇报', 结果: '听取' }),
  decided('大1', 2, '学习党章', { 事项性质: '学习', 结果: '' }),
];
