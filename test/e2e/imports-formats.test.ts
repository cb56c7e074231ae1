import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { upload } from '../support/imports.js';
import { DANZHAI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

/** The first bytes of an OLE container, in which Excel kept workbooks until 2003. */
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const HTML = text(
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>学校名称</td></tr></table></html>',
);
const XML_2003 = text(
  '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
);

describe('a workbook of an old Excel', () => {
  test.each([
    ['花名册.xls', OLE],
    ['花名册.xlsx', OLE],
    ['网页导出.xls', HTML],
    ['表格2003.xls', XML_2003],
  ])('%s is refused under its own reason, which says as what to save it', async (name, bytes) => {
    for (const path of ['/files/imports/preview', '/files/imports']) {
      const { status, body } = await upload(admin, path, { kind: 'ROSTER', name, bytes });
      expect([status, body['errors']]).toEqual([
        400,
        [
          {
            message: 'FILE_UNREADABLE',
            extensions: {
              code: 'FILE_UNREADABLE',
              params: { reason: 'FILE_XLS', saveAs: 'xlsx' },
              requestId: expect.any(String),
            },
          },
        ],
      ]);
    }
    expect(await world.sql('SELECT 1 FROM import_batch')).toEqual([]);
  });
});

test('a page that is no table, a document and a picture are no spreadsheets, and none of them is an old one', async () => {
  for (const bytes of [
    text('<html><body>登录</body></html>'),
    text('%PDF-1.7'),
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
  ]) {
    const { body } = await upload(admin, '/files/imports/preview', { kind: 'ROSTER', name: 'x.xls', bytes });
    expect(body['errors']).toMatchObject([{ extensions: { params: { reason: 'FILE_NOT_SPREADSHEET' } } }]);
  }
});
