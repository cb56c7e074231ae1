import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { meetingMinutes, meetingRecord } from './meeting-papers.js';
import { fullItem, minutesInput, recordInput } from './paper.test-support.js';

const exec = promisify(execFile);
const OFFICE = process.env['ZHIXIAO_SOFFICE'] ?? 'soffice';
const there = [OFFICE, 'pdftotext', 'pdfinfo'].every(
  (name) => spawnSync(name, [name === OFFICE ? '--version' : '-v']).status === 0,
);
// npm test installs both where it may; elsewhere their tests are counted as skipped
const withOffice = there ? describe : describe.skip;

/** Minutes whose lists begin further and further down a page. */
const SHIFTED = new Map([1, 5, 9, 13, 17, 21].map((lines) => [`lines-${lines}`, lines] as const));

interface Pdf {
  readonly text: string;
  readonly pages: readonly string[];
}

withOffice('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhixiao-office-'));
  const pdfs = new Map<string, Pdf>();

  beforeAll(async () => {
    const items = [
      fullItem(),
      fullItem({ order: 2, title: '研究中层干部人选', restricted: true }),
      ...Array.from({ length: 10 }, (_, index) => fullItem({ order: index + 3, title: `研究事项${index + 3}` })),
    ];
    writeFileSync(join(folder, 'minutes.docx'), await meetingMinutes(minutesInput({ items })));
    writeFileSync(join(folder, 'record.docx'), await meetingRecord(recordInput({ items })));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    for (const [name, lines] of SHIFTED) {
      const conclusion = '各部门抓好落实。\n'.repeat(lines);
      writeFileSync(
        join(folder, `${name}.docx`),
        await meetingMinutes(minutesInput({ items: [fullItem({ conclusion })] })),
      );
    }
    const names = ['minutes', 'record', ...SHIFTED.keys()];
    const files = names.map((name) => join(folder, `${name}.docx`));
    await exec(OFFICE, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
    for (const name of names) pdfs.set(name, await readPdf(join(folder, `${name}.pdf`)));
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pdf = (name: string): Pdf => pdfs.get(name) ?? { text: '', pages: [] };

  test('opens the minutes and shows them in order, without what is restricted', () => {
    const { text } = pdf('minutes');
    const order = [
      '青禾县民族中学党组织会议纪要',
      '（第3号）',
      '中共青禾县民族中学总支部委员会2026年3月6日',
      '2026年3月5日，党总支书记张伟同志',
      '一、审定2026年教师培训经费安排方案',
      '会议决定：原则同意。',
      '十一、研究事项12',
      '本次会议另有1项议题',
      '出席：张伟欧阳建国王芳',
      '请假：杨丽',
      '列席：龙军',
      '签发：党总支书记张伟2026年3月6日',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain('中层干部');
  });

  test('numbers the pages of the minutes from 1', () => {
    const { pages } = pdf('minutes');
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => expect(page).toMatch(new RegExp(`[—-]${index + 1}[—-]$`)));
  });

  test.each([...SHIFTED.keys()])('keeps the lists of the minutes on one page, wherever they fall: %s', (name) => {
    const withLists = pdf(name).pages.filter((page) => /出席：|请假：|列席：|记录：|签发：/.test(page));
    expect(withLists).toHaveLength(1);
    expect(withLists[0]).toMatch(/出席：.*签发：/);
  });

  test('opens the record, and every page says which of how many it is', () => {
    const { pages, text } = pdf('record');
    expect(pages.length).toBeGreaterThan(5);
    pages.forEach((page, index) => expect(page).toContain(`第${index + 1}页共${pages.length}页`));
    for (const words of ['研究中层干部人选（限定范围知悉）', '弃权1票', '主持人签名：张伟'])
      expect(text).toContain(words);
  });

  test('finds A4', async () => {
    const { stdout } = await exec('pdfinfo', [join(folder, 'minutes.pdf')]);
    expect(stdout).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
  });
});

/** Text without spaces: where a reader sees one is the font's matter. */
async function readPdf(file: string): Promise<Pdf> {
  const { stdout } = await exec('pdftotext', ['-layout', file, '-'], { maxBuffer: 64 * 1024 * 1024 });
  const pages = stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/gu, ''));
  return { pages, text: pages.join('') };
}
