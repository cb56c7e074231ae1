import { describe, expect, test } from '@jest/globals';
import { DocumentProblem, parseFile, parseInWorker } from './index.js';
import { xlsxOf } from './roster.test-support.js';
import { zipOf } from './zip.test-support.js';

const problemOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof DocumentProblem ? error.code : String(error)),
  );
const sheetOf = (sheet: string): Buffer =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      text: '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheet },
  ]);

describe('a file opened in a thread of its own', () => {
  test('comes out as it does without one, and the bytes stay with the caller', async () => {
    const bytes = await xlsxOf({
      rows: [
        ['学校名称', '姓名', '职务', '身份证号'],
        ['丹寨县城关一小', '王建国', '校长', '略略略'],
      ],
    });
    const request = { kind: 'ROSTER', fileName: 'x.xlsx' } as const;
    const file = await parseInWorker(bytes, request);
    expect(file).toEqual(parseFile(bytes, request));
    expect(JSON.stringify(file)).not.toContain('略略略');
    expect(bytes.byteLength).toBeGreaterThan(0);
  });
  test('T-112 what is wrong with a file comes back as its code', async () => {
    const request = { kind: 'ROSTER', fileName: 'x.xlsx' } as const;
    expect(await problemOf(parseInWorker(new Uint8Array(11 * 1024 * 1024), request))).toBe('FILE_TOO_LARGE');
    expect(await problemOf(parseInWorker(sheetOf(`<worksheet>${'a'.repeat(20_000_000)}</worksheet>`), request))).toBe(
      'FILE_COMPRESSION',
    );
  });
  test('T-112 a file that takes too long or too much memory ends with its thread, not with ours', async () => {
    const cells = Array.from(
      { length: 15_000 },
      (_, row) =>
        `<row>${Array.from({ length: 60 }, (_c, column) => `<c t="inlineStr"><is><t>${row * 61 + column}</t></is></c>`).join('')}</row>`,
    );
    const heavy = sheetOf(`<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`);
    const request = { kind: 'ROSTER', fileName: 'x.xlsx' } as const;
    expect(await problemOf(parseInWorker(heavy, request, { timeoutMs: 50 }))).toBe('PARSE_TIMEOUT');
    expect(await problemOf(parseInWorker(heavy, request, { memoryMb: 64 }))).toBe('PARSE_MEMORY');
  });
});
