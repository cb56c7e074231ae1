import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Client } from '../support/client.js';
import { DOCUMENTS, NO_ORPHANS as NONE, attached, orphansIn, upload, zipOf } from '../support/documents.js';
import { givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
let secretary: Client;
let school: string;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = (await givenSchool(county)).id;
  secretary = await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school });
});
afterAll(() => world.end());

const LIST = `query S($id: ID!, $current: Boolean) { school(id: $id) { attachments(current: $current) { totalCount nodes {
  id kind name mediaType size sha256 restricted createdByName supersededAt supersededBy supersededByName supersededReason downloadPath version } } } }`;
const SUPERSEDE = `mutation X($input: SupersedeAttachmentInput!) { supersedeAttachment(input: $input) { id supersededAt supersededReason version } }`;

interface Attachment {
  id: string;
  name: string;
  downloadPath: string;
  supersededAt: string | null;
  supersededBy: string | null;
  supersededReason: string | null;
  version: number;
}

async function listOf(client: Client, id = school, { current }: { current?: boolean } = {}): Promise<Attachment[]> {
  const answer = await client.ask<{ school: { attachments: { nodes: Attachment[] } } }>(LIST, { id, current });
  return answer.school.attachments.nodes;
}

const get = (client: Client, path: string): Promise<Response> =>
  fetch(`${client.url}${path}`, { headers: client.headers() });
const uuid = (id: string): string => id.split('_').at(-1) ?? '';

const orphans = (): Promise<unknown> => orphansIn(world);

describe('a document of a school', () => {
  test('comes back byte for byte, to be saved and never shown in place', async () => {
    const bytes = Buffer.concat([DOCUMENTS.pdf, randomBytes(700_000), Buffer.from('\n%%EOF\n')]);
    const made = await attached(secretary, { subject: school, name: '关于成立党支部的批复.pdf', bytes });
    const [listed] = await listOf(secretary);
    expect(listed).toMatchObject({ id: made.id, name: '关于成立党支部的批复.pdf', mediaType: 'application/pdf' });
    expect(made).toMatchObject({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const response = await get(secretary, listed?.downloadPath ?? '');
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    const disposition = response.headers.get('content-disposition');
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*\.pdf"; filename\*=UTF-8''/);
    expect(disposition).toContain(encodeURIComponent('关于成立党支部的批复.pdf'));
    expect(await orphans()).toEqual(NONE);
  });

  test.each(Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[])('may be a .%s', async (kind) => {
    const made = await attached(county, {
      subject: school,
      name: `佐证.${kind}`,
      bytes: DOCUMENTS[kind],
      kind: 'EVIDENCE',
    });
    expect(made.name).toBe(`佐证.${kind}`);
  });

  test('may be a workbook that Excel would open', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('一').addRow(['某']);
    const bytes = Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
    const made = await attached(county, { subject: school, name: '花名册', bytes });
    expect(made).toMatchObject({ name: '花名册.xlsx', size: bytes.length });
  });

  test('is remembered in the audit with its sum, by whom it was attached', async () => {
    const made = await attached(secretary, { subject: school });
    const [entry] = await world.sql(`SELECT action, actor, school_id, after FROM audit_entry WHERE subject_id = $1`, [
      uuid(made.id),
    ]);
    expect(entry).toMatchObject({
      action: 'attachment.added',
      school_id: uuid(school),
      after: { subjectType: 'School', subjectId: uuid(school), sha256: made.sha256, size: made.size },
    });
  });

  test('T-86: the same key sent twice, or twenty times at once, attaches once and answers alike', async () => {
    const other = (await givenSchool(county)).id;
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => upload(county, { subject: other, headers })));
    answers.push(await upload(county, { subject: other, headers }));
    expect(new Set(answers.map((answer) => answer.attachment?.id)).size).toBe(1);
    expect(await listOf(county, other)).toHaveLength(1);
    expect(await orphans()).toEqual(NONE);
    const changed = await upload(county, { subject: other, headers, bytes: DOCUMENTS.png });
    expect([changed.status, changed.code]).toEqual([400, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await orphans()).toEqual(NONE);
  });

  test('without a key, a kind of that subject, or the fields before the file is refused', async () => {
    expect((await upload(county, { subject: school, headers: { 'idempotency-key': '' } })).code).toBe(
      'IDEMPOTENCY_KEY_REQUIRED',
    );
    expect(await upload(county, { subject: school, kind: 'MINUTES' })).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: ['kind'] },
    });
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(DOCUMENTS.pdf)]), 'a.pdf');
    body.append('subject', school);
    const response = await fetch(`${county.url}/files/attachments`, {
      method: 'POST',
      headers: county.headers({ 'idempotency-key': randomUUID() }),
      body,
    });
    expect(response.status).toBe(404);
  });
});

describe('T-114: an upload', () => {
  const CONTENT = { '[Content_Types].xml': '<Types/>' };
  const evil: readonly (readonly [what: string, name: string, bytes: Buffer, reason: string])[] = [
    ['a page', 'a.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_TYPE'],
    ['a page called a picture', 'a.png', Buffer.from('<html><script>alert(1)</script></html>'), 'FILE_TYPE'],
    [
      'a drawing with a script',
      'a.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'FILE_TYPE',
    ],
    ['a program called a document', 'a.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'FILE_TYPE'],
    [
      'an old workbook',
      'a.xls',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500)]),
      'FILE_TYPE',
    ],
    ['nothing at all', 'a.pdf', Buffer.alloc(0), 'FILE_EMPTY'],
    ['two bytes of a picture', 'a.jpg', Buffer.from([0xff, 0xd8]), 'FILE_TYPE'],
    [
      'a picture that is a zip too',
      'a.jpg',
      Buffer.concat([DOCUMENTS.jpg, zipOf({ 'a.html': '<script/>' })]),
      'FILE_TYPE',
    ],
    ['a PDF that is a zip too', 'a.pdf', Buffer.concat([DOCUMENTS.pdf, zipOf({ a: 'b' })]), 'FILE_TYPE'],
    [
      'a document with a page before it',
      'a.docx',
      Buffer.concat([Buffer.from('PK\x03\x04<script>'), DOCUMENTS.docx]),
      'FILE_DAMAGED',
    ],
    ['half a PDF', 'a.pdf', Buffer.from('%PDF-1.7\nhello'), 'FILE_DAMAGED'],
    ['half a picture', 'a.png', DOCUMENTS.png.subarray(0, 30), 'FILE_DAMAGED'],
    ['half a document', 'a.docx', DOCUMENTS.docx.subarray(0, -5), 'FILE_DAMAGED'],
    [
      'a document with macros',
      'a.docx',
      zipOf({ ...CONTENT, 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
      'FILE_MACROS',
    ],
    ['an encrypted document', 'a.docx', zipOf({ ...CONTENT, 'word/document.xml': '' }, { flags: 1 }), 'FILE_ENCRYPTED'],
    [
      'a bomb',
      'a.docx',
      zipOf({ ...CONTENT, 'word/document.xml': '' }, { inflated: 4_000_000_000 }),
      'FILE_COMPRESSION',
    ],
    ['a zip that is no document', 'a.zip', zipOf({ 'a.txt': 'b' }), 'FILE_TYPE'],
    [
      'a document that is two',
      'a.docx',
      zipOf({ ...CONTENT, 'word/document.xml': '', 'xl/workbook.xml': '' }),
      'FILE_TYPE',
    ],
    ['a package without its list', 'a.docx', zipOf({ 'word/document.xml': '' }), 'FILE_TYPE'],
  ];
  test.each(evil)('of %s (%s) is refused, and nothing of it stays', async (_, name, bytes, reason) => {
    const answer = await upload(county, { subject: school, name, bytes });
    expect(answer).toMatchObject({ status: 400, code: 'FILE_UNREADABLE', params: { reason } });
    expect(await orphans()).toEqual(NONE);
  });

  const names: readonly (readonly [given: string, kept: string])[] = [
    ['批复.PDF', '批复.pdf'],
    ['报告.pdf.exe', '报告.pdf.exe.pdf'],
    ['扫描件', '扫描件.pdf'],
    ['\u202Egnp.fdp', 'gnp.fdp.pdf'],
    ['a\u200B\u0007b\u0000.pdf', 'ab.pdf'],
    ['CON', '_CON.pdf'],
    ['con.pdf', '_con.pdf'],
    ['LPT1.x.pdf', '_LPT1.x.pdf'],
    ['...pdf', '_.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['a:b<c>|d?.pdf', 'a_b_c__d_.pdf'],
    ['很'.repeat(300) + '.pdf', '很'.repeat(66) + '.pdf'],
    ['x'.repeat(300), `${'x'.repeat(200)}.pdf`],
  ];
  test.each(names)('called "%s" is kept under a name that is safe to save', async (name, kept) => {
    expect((await attached(county, { subject: school, name, kind: 'REPORT' })).name).toBe(kept);
  });

  test('lies under a random id that says nothing of it', async () => {
    const made = await attached(county, { subject: school, name: '某某批复.pdf' });
    const [row] = await world.sql<{ file_id: string; id: string }>('SELECT id, file_id FROM attachment WHERE id = $1', [
      uuid(made.id),
    ]);
    expect(row?.file_id).not.toBe(row?.id);
    expect(made.id).toMatch(/^H_522636_[0-9a-f-]{36}$/);
  });
});

describe('T-115: a path', () => {
  test.each(['../../etc/passwd', '..\\..\\boot.ini', '/etc/passwd', 'C:\\a\\b.pdf', 'a/../b.pdf', '..%2f..%2fa.pdf'])(
    'in a name (%s) is no path of ours',
    async (name) => {
      const made = await attached(county, { subject: school, name, kind: 'REPORT' });
      expect(made.name).toMatch(/^[^/\\]+\.pdf$/);
      expect(made.name.startsWith('.')).toBe(false);
    },
  );

  test.each(['../evil.xml', '/root.xml', 'word/../../evil.xml', '..\\evil.xml', 'C:/evil.xml'])(
    'in a package (%s) is refused: whoever unpacks it must not write elsewhere',
    async (part) => {
      const bytes = zipOf({ '[Content_Types].xml': '', 'word/document.xml': '', [part]: 'x' });
      const answer = await upload(county, { subject: school, name: 'a.docx', bytes });
      expect(answer).toMatchObject({ code: 'FILE_UNREADABLE', params: { reason: 'FILE_PATHS' } });
    },
  );

  test('T-18: in the address of a document finds nothing and tells nothing', async () => {
    const made = await attached(secretary, { subject: school });
    const path = `/files/attachments/${made.id}`;
    for (const odd of [
      `${path}/..`,
      `${path}%00`,
      `/files/attachments/..%2f${made.id}`,
      path.replace('H_', 'F_'),
      '/files/attachments/x',
    ]) {
      const response = await get(secretary, odd);
      expect([404, 405]).toContain(response.status);
      expect(await response.text()).not.toMatch(/\/work|\/tmp|node_modules|stored_file/);
    }
  });
});

describe('who sees a document', () => {
  test('are the people of its school and those above, and nobody else, by list, id and address', async () => {
    const made = await attached(secretary, { subject: school });
    const path = `/files/attachments/${made.id}`;
    const other = (await givenSchool(county)).id;
    const seeing = [
      county,
      secretary,
      await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school }),
      await world.signedIn({ role: 'CityInspector', tenant: CITY }),
    ];
    const blind = [
      await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school: other }),
      await world.signedIn({ role: 'CountyAdmin', tenant: KAILI }),
      await world.signedIn({ role: 'Staff', tenant: DANZHAI, school }),
      await world.signedIn({ role: 'PlatformOperator', tenant: 0 }),
    ];
    const NODE = 'query N($id: ID!) { node(id: $id) { id } }';
    for (const client of seeing) {
      expect((await get(client, path)).status).toBe(200);
      expect(await client.ask(NODE, { id: made.id })).toEqual({ node: { id: made.id } });
    }
    const unknown = await (await get(county, `/files/attachments/H_522636_${randomUUID()}`)).text();
    for (const client of blind) {
      const response = await get(client, path);
      expect(response.status).toBe(404);
      const blank = (text: string): string => text.replace(/"requestId":"[^"]*"/, '');
      expect(blank(await response.text())).toBe(blank(unknown));
      expect(await client.ask(NODE, { id: made.id })).toEqual({ node: null });
    }
    expect((await fetch(`${world.server.url}${path}`)).status).toBe(401);
  });

  test('of a personnel matter is not the principal, the deputies of the office nor the clerk', async () => {
    const made = await attached(secretary, { subject: school });
    await world.sql('UPDATE attachment SET restricted = true WHERE id = $1', [uuid(made.id)]);
    for (const [role, status] of [
      ...([
        ['Secretary', 200],
        ['DeputySecretary', 200],
        ['CommitteeMember', 200],
      ] as const),
      ...([
        ['Principal', 404],
        ['AdminTeamMember', 404],
        ['SchoolClerk', 404],
      ] as const),
    ] as const) {
      const client = await world.signedIn({ role, tenant: DANZHAI, school });
      const listed = (await listOf(client)).some(({ id }) => id === made.id);
      expect([role, (await get(client, `/files/attachments/${made.id}`)).status, listed]).toEqual([
        role,
        status,
        status === 200,
      ]);
    }
  });

  test('is not who knows the id of its bytes', async () => {
    const made = await attached(secretary, { subject: school });
    const [row] = await world.sql<{ file_id: string }>('SELECT file_id FROM attachment WHERE id = $1', [uuid(made.id)]);
    const id = `F_${DANZHAI}_${row?.file_id}`;
    expect((await get(secretary, `/files/${id}`)).status).toBe(404);
    expect(await secretary.ask('query N($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  });
});

describe('who attaches', () => {
  test('are the own tenant’s admin and the school’s people; others are told no, or that it is not there', async () => {
    const other = (await givenSchool(county)).id;
    const cases = [
      [await world.signedIn({ role: 'CommitteeMember', tenant: DANZHAI, school }), 201],
      [await world.signedIn({ role: 'CityAdmin', tenant: CITY }), 403],
      [await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI }), 403],
      [await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school: other }), 404],
      [await world.signedIn({ role: 'CountyAdmin', tenant: KAILI }), 404],
    ] as const;
    for (const [client, status] of cases) expect((await upload(client, { subject: school })).status).toBe(status);
    expect((await upload(county, { subject: county.grant ?? 'G_0_x' })).status).toBe(404);
    expect((await upload(county, { subject: `S_522636_${randomUUID()}` })).status).toBe(404);
    const foreign = await upload(county, { subject: school, headers: { origin: 'https://evil.example' } });
    expect([foreign.status, foreign.code]).toEqual([403, 'FORBIDDEN']);
    expect(await orphans()).toEqual(NONE);
  });

  test('nobody to a school that is closed', async () => {
    const closed = (await givenSchool(county)).id;
    await world.sql(`UPDATE school SET closed_on = '2024-07-01' WHERE id = $1`, [uuid(closed)]);
    expect(await upload(county, { subject: closed })).toMatchObject({ status: 409, code: 'BAD_STATE' });
  });
});

describe('nothing attached is changed', () => {
  test('a newer document takes the place of the old one, which stays with its reason', async () => {
    const place = (await givenSchool(county)).id;
    const old = await attached(county, { subject: place, name: '旧.pdf' });
    const form = { subject: place, name: '新.pdf', more: { supersedes: old.id, reason: '盖章页缺失' } };
    const made = await attached(county, form);
    const [newer, older] = await listOf(county, place);
    expect(newer).toMatchObject({ id: made.id, supersededAt: null });
    expect(older).toMatchObject({ id: old.id, supersededBy: made.id, supersededReason: '盖章页缺失', version: 2 });
    expect((await listOf(county, place, { current: true })).map(({ id }) => id)).toEqual([made.id]);
    expect((await listOf(county, place, { current: false })).map(({ id }) => id)).toEqual([old.id]);
    expect((await get(county, older?.downloadPath ?? '')).status).toBe(200);
    expect(await upload(county, form)).toMatchObject({ status: 409, code: 'BAD_STATE' });
    expect(await upload(county, { ...form, more: { supersedes: made.id, reason: ' ' } })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await upload(county, { ...form, subject: school })).toMatchObject({ status: 404 });
    expect(await orphans()).toEqual(NONE);
  });

  test('it is withdrawn with a reason, once, by whoever may attach, from the version that was seen', async () => {
    const made = await attached(county, { subject: school });
    const input = { id: made.id, reason: '传错', expectedVersion: 1 };
    const clerk = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    expect(await clerk.refusal(SUPERSEDE, { input })).toBe('FORBIDDEN');
    expect(await county.refusal(SUPERSEDE, { input: { ...input, expectedVersion: 7 } })).toBe('CONFLICT');
    expect(await county.refusal(SUPERSEDE, { input: { ...input, reason: ' ' } })).toBe('BAD_INPUT');
    expect(await county.ask(SUPERSEDE, { input })).toMatchObject({
      supersedeAttachment: { id: made.id, supersededReason: '传错', version: 2 },
    });
    expect(await county.refusal(SUPERSEDE, { input: { ...input, expectedVersion: 2 } })).toBe('BAD_STATE');
  });
});
