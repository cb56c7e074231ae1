import { describe, expect, test } from '@jest/globals';
import { meetingRecord } from './meeting-papers.js';
import type { RecordInput } from './minutes.type.js';
import { fullItem, readPaper, recordInput } from './paper.test-support.js';

const record = async (over: Partial<RecordInput> = {}) => readPaper(await meetingRecord(recordInput(over)));

describe('the record of a meeting', () => {
  test('says of the meeting whatever a record must say', async () => {
    const { field, paragraphs } = await record();
    expect(paragraphs[0]?.text).toBe('青禾县民族中学党组织会议记录');
    expect(field('会议名称')).toBe('青禾县民族中学党总支2026年第3次会议');
    expect(field('届次、次数')).toBe('第二届　2026年第3次');
    expect(field('开始时间')).toBe('2026年3月5日14:30');
    expect(field('结束时间')).toBe('2026年3月5日16:45');
    expect(field('会议地点')).toBe('行政楼三楼会议室');
    expect(field('主持人')).toBe('党总支书记张伟');
    expect(field('记录人')).toBe('吴静');
    expect(field('应到、实到')).toBe('应到8人，实到7人');
    expect(field('出席')).toBe('张　伟（党总支书记）、欧阳建国（校长；14:50到会）、王　芳（党总支副书记）');
    expect(field('请假')).toBe('杨　丽（党总支委员；外出培训）');
    expect(field('缺席')).toBe('无');
    expect(field('列席')).toBe('龙　军（副校长）');
    expect(field('邀请')).toBe('刘　洋（教师代表）');
  });

  test('says of an item whatever a record must say', async () => {
    const { field, find } = await record();
    expect(find('议题一').text).toBe('议题一　审定2026年教师培训经费安排方案');
    expect(field('议题类别')).toBe('讨论决定');
    expect(field('汇报人')).toBe('副校长李明');
    expect(field('材料清单')).toBe('1. 经费安排方案（送审稿）\n2. 调研报告');
    expect(field('会前沟通情况')).toBe('2026年3月2日 书记与校长：充分沟通，无重大分歧');
    expect(field('听取意见情况')).toBe('2026年2月27日 教职工大会：应到86人，实到80人，76人赞成');
    expect(field('专家评估咨询')).toBe('县教研室：方案可行');
    expect(field('发言要点')).toBe(
      '王　芳（党总支副书记；同意）：建议向薄弱学科倾斜。\n欧阳建国（校长；保留意见）：第三项支出需要补充测算。\n其余同意。',
    );
    expect(field('会议意见')).toBe('经费安排符合学校实际，程序完备');
    expect(field('表决方式')).toBe('举手表决');
    expect(field('表决结果')).toBe('同意5票，反对0票，弃权1票');
    expect(field('回避人员')).toBe('赵　敏（本人系项目负责人）');
    expect(field('会议结论')).toBe('原则同意。由教务处修改完善后组织实施');
    expect(field('责任人')).toBe('李明');
    expect(field('完成时限')).toBe('2026年3月31日');
  });

  test('shows the gap where nothing was recorded, and names the tellers of a ballot', async () => {
    const bare = fullItem({
      presenter: null,
      materials: [],
      opinions: [],
      consultation: [],
      hearing: [],
      expert: [],
      voteForm: 'SECRET_BALLOT',
      counts: null,
      tellers: ['赵敏', '潘志强'],
      recused: [{ name: '王芳', reason: '亲属', stayed: true }],
      result: null,
      discussion: '',
      conclusion: '',
      responsible: null,
      dueOn: null,
    });
    const { field } = await record({ items: [bare], endsAt: null, expected: null, term: null, number: null });
    for (const label of ['汇报人', '会前沟通情况', '听取意见情况', '专家评估咨询', '发言要点', '会议意见', '表决结果'])
      expect(field(label)).toBe('未记载');
    for (const label of ['会议结论', '责任人', '完成时限', '结束时间', '届次、次数'])
      expect(field(label)).toBe('未记载');
    expect(field('应到、实到')).toBe('应到未记载，实到7人');
    expect(field('表决方式')).toBe('无记名投票');
    expect(field('监票人、计票人')).toBe('赵　敏、潘志强');
    expect(field('回避人员')).toBe('王　芳（亲属，未离席）');
    expect((await record({ items: [{ ...bare, tellers: [] }] })).field('监票人、计票人')).toBe('未记载');
    expect((await record({ items: [{ ...bare, voteForm: null, tellers: [] }] })).field('表决结果')).toBe('未表决');
  });

  test('keeps the number of the agenda and marks what not everybody may know', async () => {
    const { text } = await record({ items: [fullItem({ order: 5, title: '人选', restricted: true })] });
    expect(text).toContain('议题五　人选（限定范围知悉）');
  });

  test('ends with the close, both signatures and what was appended after them', async () => {
    const { find, text } = await record({
      corrections: [{ itemOrder: 1, text: '“一项”应为“二项”', reason: '笔误', by: '吴静', on: '2026-03-09' }],
    });
    expect(find('散会：').text).toBe('散会：2026年3月5日16:45');
    expect(find('主持人签名：').text).toBe('主持人签名：张伟　2026年3月6日');
    expect(find('记录人签名：').text).toMatch(/^记录人签名：\u3000+年\u3000+月\u3000+日$/);
    expect(text).toContain('更正记录\n2026年3月9日，吴静更正第1项议题：“一项”应为“二项”（理由：笔误）');
    expect((await record()).text).not.toContain('更正记录');
  });

  test('says where it was entered from paper, and counts its pages', async () => {
    const paper = await record({ enteredAfterwards: true });
    expect(paper.text).toContain('（本记录根据纸质会议记录补录）');
    expect((await record()).text).not.toContain('补录');
    expect(paper.part('word/footer1.xml')).toMatch(/第.*?PAGE.*?页\u3000共.*?NUMPAGES.*?页/s);
  });

  test('is the same bytes from the same record, and keeps markup as text', async () => {
    const nasty = '</w:t></w:tc><w:b/>&amp;{{x}}';
    const input = recordInput({
      items: [fullItem({ opinions: [{ name: nasty, post: nasty, stance: null, text: nasty }] })],
    });
    const bytes = await meetingRecord(input);
    expect(readPaper(bytes).field('发言要点')).toBe(`${nasty}（${nasty}）：${nasty}`);
    expect(Buffer.from(bytes).equals(Buffer.from(await meetingRecord(input)))).toBe(true);
  });
});
