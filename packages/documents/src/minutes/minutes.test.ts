import { describe, expect, test } from '@jest/globals';
import { ITEM_RESULTS, MEETING_KINDS } from '@zhixiao/domain';
import { meetingMinutes } from './meeting-papers.js';
import type { MinutesInput } from './minutes.type.js';
import { attendee, fullItem, minutesInput, person, readPaper } from './paper.test-support.js';

const minutes = async (over: Partial<MinutesInput> = {}) => readPaper(await meetingMinutes(minutesInput(over)));

describe('the head of the minutes', () => {
  test('has the mark centred in red 小标宋, 35 mm below the top of the text area', async () => {
    const mark = (await minutes()).paragraphs[0];
    expect(mark?.text).toBe('青禾县民族中学党组织会议纪要');
    expect(mark?.xml).toContain('<w:jc w:val="center"/>');
    expect(mark?.xml).toContain('w:before="1984"');
    expect(mark?.xml).toContain('<w:color w:val="FF0000"/>');
    expect(mark?.xml).toContain('w:eastAsia="方正小标宋简体"');
    expect(mark?.xml).toContain('<w:sz w:val="60"/>');
  });

  test('breaks a long mark before the name of the meeting and nowhere else', async () => {
    const paper = await minutes({ schoolName: '青禾县第四中学（师范学院附属中学）' });
    expect(paper.paragraphs[0]?.text).toBe('青禾县第四中学（师范学院附属中学）\n党组织会议纪要');
  });

  test('puts a running number in brackets and leaves one of the year as it is', async () => {
    expect((await minutes()).find('（第3号）').xml).toContain('<w:jc w:val="center"/>');
    expect((await minutes({ minutesNo: '〔2026〕3号' })).text).toContain('\n〔2026〕3号\n');
    expect((await minutes({ minutesNo: null })).text).not.toContain('号）');
  });

  test('has the issuing body left, the date right and the red line below', async () => {
    const line = (await minutes()).find('中共青禾县民族中学总支部委员会');
    expect(line.text).toBe('中共青禾县民族中学总支部委员会\t2026年3月6日');
    expect(line.xml).toContain('<w:bottom w:val="single" w:color="FF0000"');
    expect(line.xml).toContain('<w:tab w:val="right" w:pos="8525"/>');
  });

  test('puts the date on a line of its own where the body takes the whole one', async () => {
    const paper = await minutes({ issuingBody: '中共青禾县第四中学（师范学院附属中学）委员会' });
    expect(paper.text).toContain('中共青禾县第四中学（师范学院附属中学）委员会\n\t2026年3月6日');
  });
});

describe('the text of the minutes', () => {
  test('opens with day, chair, place, meeting and matters', async () => {
    expect((await minutes()).find('2026年3月5日').text).toBe(
      '2026年3月5日，党总支书记张伟同志在行政楼三楼会议室主持召开学校党组织会议（2026年第3次），审定2026年教师培训经费安排方案事项。现纪要如下：',
    );
  });

  test('names three matters at most, with 研究 before what does not say itself what is done', async () => {
    const items = ['食堂改造', '教师培训', '春游', '防汛'].map((title, index) => fullItem({ order: index + 1, title }));
    expect((await minutes({ items })).text).toContain('，研究食堂改造、教师培训、春游等事项。');
  });

  test('calls the meeting what the school calls it', async () => {
    const office = await minutes({ kind: 'PRINCIPAL_OFFICE', number: null });
    expect(office.text).toContain('主持召开校长办公会议，');
    const kindergarten = await minutes({
      schoolName: '青禾县幼儿园',
      kind: 'PRINCIPAL_OFFICE',
      kindName: '园长办公会议',
    });
    expect(kindergarten.paragraphs[0]?.text).toBe('青禾县幼儿园园长办公会议纪要');
    expect(kindergarten.text).toContain('主持召开园长办公会议（2026年第3次）');
  });

  test('says of each item who was heard, what was held and what was decided, by whom and until when', async () => {
    const paper = await minutes({
      items: [
        fullItem({
          order: 2,
          title: '研究食堂改造',
          conclusion: '原则同意，另行招标。',
          responsible: null,
          dueOn: null,
        }),
        fullItem({ order: 1 }),
      ],
    });
    expect(paper.find('一、').text).toBe('一、审定2026年教师培训经费安排方案');
    expect(paper.find('二、').text).toBe('二、研究食堂改造');
    expect(paper.text).toContain(
      '会议听取了副校长李明的汇报。赵敏同志按规定回避。会议认为，经费安排符合学校实际，程序完备。\n' +
        '会议决定：原则同意。由教务处修改完善后组织实施。（责任人：李明；完成时限：2026年3月31日）\n二、',
    );
    // said once, where the clerk began with it
    expect(paper.text).toContain('会议决定：原则同意，另行招标。\n');
  });

  test('prints 会议决定 bold and headings in 黑体, all in 3号', async () => {
    const paper = await minutes();
    const decided = paper.find('会议决定');
    expect(decided.xml).toMatch(/<w:b\/>.*?<w:t xml:space="preserve">会议决定<\/w:t>/);
    expect(decided.xml.match(/<w:b\/>/g)).toHaveLength(1);
    expect(decided.xml).toContain('<w:ind w:firstLine="640" w:firstLineChars="200"/>');
    const styles = paper.part('word/styles.xml');
    expect(paper.find('一、').xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(styles).toMatch(/w:styleId="Heading1">.*?w:eastAsia="黑体".*?<w:sz w:val="32"\/>/);
    expect(styles).toMatch(/<w:docDefaults>.*?w:eastAsia="仿宋_GB2312".*?<w:sz w:val="32"\/>.*?w:eastAsia="zh-CN"/);
  });

  test('does not tell how anybody voted or what he said', async () => {
    const { text } = await minutes();
    for (const secret of ['薄弱学科', '保留意见', '5票', '无重大分歧', '县教研室', '外出培训', '项目负责人'])
      expect(text).not.toContain(secret);
  });

  test.each(MEETING_KINDS.flatMap((kind) => [...ITEM_RESULTS, null].map((result) => ({ kind, result }))))(
    'has a sentence for $result of $kind, with words of the clerk and without',
    async ({ kind, result }) => {
      const items = [
        fullItem({ order: 1, result, conclusion: '' }),
        fullItem({ order: 2, result, conclusion: '第一句。\n第二句' }),
      ];
      const { text } = await minutes({ kind, items });
      expect(text).toMatch(/第一句。\n第二句。（责任人/);
      expect(text).not.toMatch(/undefined|null|。。|：。|：：/);
    },
  );

  test('lets an advisory council advise and nobody decide on what was only heard or taken back', async () => {
    const council = await minutes({ kind: 'SCHOOL_COUNCIL' });
    expect(council.text).toContain('会议建议：原则同意。');
    expect(council.text).not.toContain('会议决定');
    const heard = await minutes({ items: [fullItem({ result: 'NOTED', conclusion: '抓好落实' })] });
    expect(heard.text).toContain('会议要求：抓好落实。');
    const back = await minutes({ items: [fullItem({ result: 'WITHDRAWN', conclusion: '' })] });
    expect(back.text).toContain('会议决定：该议题撤回，不作决定。');
  });
});

describe('restricted items', () => {
  const items = [
    fullItem({ order: 1, title: '研究中层干部人选', restricted: true, conclusion: '同意任用某人' }),
    fullItem({ order: 2 }),
  ];

  test('are left out of what is distributed, and a line says so without saying what they were', async () => {
    const paper = await minutes({ items });
    expect(paper.text).not.toMatch(/中层干部|任用某人/);
    expect(paper.find('一、').text).toBe('一、审定2026年教师培训经费安排方案');
    expect(paper.text).toContain('本次会议另有1项议题，按照有关规定另行记录，不列入本纪要。');
    const none = await minutes({ items: items.slice(0, 1) });
    expect(none.text).toContain('主持召开学校党组织会议（2026年第3次）。现纪要如下：\n本次会议另有1项议题');
  });

  test('are printed where that is asked for', async () => {
    const paper = await minutes({ items, includeRestricted: true });
    expect(paper.find('一、').text).toBe('一、研究中层干部人选');
    expect(paper.text).not.toContain('另行记录');
  });
});

describe('the lists of the minutes', () => {
  test('have the word in 黑体, padded names, and wrapped lines below the first name', async () => {
    const paper = await minutes();
    const present = paper.find('出席：');
    expect(present.text).toBe('出席：张　伟　欧阳建国　王　芳');
    expect(present.xml).toMatch(/w:eastAsia="黑体".*?>出席：<\/w:t>/);
    expect(present.xml).toContain('<w:ind w:left="1600" w:hanging="960"/>');
    expect(paper.find('请假：').text).toBe('请假：杨　丽');
    expect(paper.find('列席：').text).toBe('列席：龙　军（副校长）　刘　洋（教师代表）');
    expect(paper.find('记录：').text).toBe('记录：吴　静');
    expect(paper.find('签发：').text).toBe('签发：党总支书记　张　伟　2026年3月6日');
    expect(paper.text).not.toContain('缺席');
  });

  test('never break within one of 25 names', async () => {
    const names = Array.from({ length: 25 }, (_, i) => ['张伟', '李建国', '阿卜杜拉·买买提', '欧阳文华'][i % 4] ?? '');
    const { attendance } = minutesInput();
    const paper = await minutes({ attendance: { ...attendance, present: names.map((name) => attendee(name)) } });
    const lines = paper.find('出席：').text.slice(3).split('\n');
    expect(lines.length).toBeGreaterThan(4);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(22);
    expect(lines.join('　').replaceAll('张　伟', '张伟').split('　')).toEqual(names);
  });
});

describe('the file', () => {
  test('is A4 with the margins, the line grid and the outer page numbers of official documents', async () => {
    const paper = await minutes();
    const document = paper.part('word/document.xml');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    expect(paper.part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = [paper.part('word/footer1.xml'), paper.part('word/footer2.xml')];
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"\/>/.exec(xml)?.[1]).sort()).toEqual(['left', 'right']);
  });

  test('names what may stand in for each font', async () => {
    const table = (await minutes()).part('word/fontTable.xml');
    for (const name of ['仿宋_GB2312', '黑体', '方正小标宋简体', '宋体'])
      expect(table).toMatch(new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]{1,31}"/>`));
  });

  test('is the same bytes from the same minutes', async () => {
    const first = await meetingMinutes(minutesInput());
    // the times in a zip count by two seconds
    await new Promise((wake) => setTimeout(wake, 2_100));
    expect(Buffer.from(first).equals(Buffer.from(await meetingMinutes(minutesInput())))).toBe(true);
    const draft = minutesInput({ issuer: null, issuedOn: null });
    expect(Buffer.from(first).equals(Buffer.from(await meetingMinutes(draft)))).toBe(false);
  });

  test('keeps what looks like markup or a template as the text that it is', async () => {
    const nasty = `</w:t></w:r><w:b/>&amp;<script>"'{{title}}{#each}]]>`;
    const paper = await minutes({
      schoolName: `青禾<县>&"中学`,
      issuingBody: `中共青禾<县>&"中学支部`,
      place: nasty,
      chair: person(nasty, nasty),
      items: [fullItem({ title: nasty, discussion: nasty, conclusion: nasty, responsible: nasty })],
    });
    expect(paper.text).toContain(`在${nasty}主持召开`);
    expect(paper.find('一、').text).toBe(`一、${nasty}`);
    expect(paper.part('docProps/core.xml')).toContain(
      '<dc:title>青禾&lt;县&gt;&amp;&quot;中学党组织会议纪要</dc:title>',
    );
  });

  test('drops what XML cannot carry and keeps rare characters', async () => {
    const paper = await minutes({
      items: [fullItem({ title: '研究\u0000\u0008𠮷同学\ud800\tA\uffff校区', discussion: '' })],
    });
    expect(paper.find('一、').text).toBe('一、研究𠮷同学 A校区');
  });

  test('holds 60 items of long text', async () => {
    const discussion = '此项工作事关重大。'.repeat(400);
    const items = Array.from({ length: 60 }, (_, index) => fullItem({ order: index + 1, discussion }));
    const paper = await minutes({ items });
    expect(paper.find('六十、').text).toBe('六十、审定2026年教师培训经费安排方案');
    expect(paper.find('二十一、').text).toContain('审定');
    expect(paper.text.split(discussion)).toHaveLength(61);
  });

  test('can be made of a meeting of which little is known', async () => {
    const nobody = { present: [], leave: [], absent: [], observers: [], invitees: [] };
    const paper = await minutes({
      items: [],
      attendance: nobody,
      recorder: null,
      issuer: null,
      issuedOn: null,
      place: '',
    });
    expect(paper.text).toContain('党总支书记张伟同志主持召开学校党组织会议（2026年第3次）。现纪要如下：');
    expect(paper.text).not.toMatch(/出席|签发|undefined/);
  });
});
