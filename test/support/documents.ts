import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import type { World } from './world.js';

/** A zip of parts that are stored as they are; what the reader looks at is real, checksums are not looked at. */
export function zipOf(parts: Readonly<Record<string, string>>, { flags = 0, inflated }: Crooked = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [nameBytes, data] = [Buffer.from(name), Buffer.from(text)];
    const sizes = (buffer: Buffer, at: number): void => {
      buffer.writeUInt32LE(data.length, at);
      buffer.writeUInt32LE(inflated ?? data.length, at + 4);
      buffer.writeUInt16LE(nameBytes.length, at + 8);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    sizes(local, 18);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    sizes(entry, 20);
    entry.writeUInt32LE(offset, 42);
    files.push(local, nameBytes, data);
    directory.push(entry, nameBytes);
    offset += 30 + nameBytes.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

interface Crooked {
  readonly flags?: number;
  /** the size that each part says it has when inflated */
  readonly inflated?: number;
}

const TYPES = '[Content_Types].xml';

/** The smallest of every kind that may be attached. */
export const DOCUMENTS = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'),
  png: Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(40),
    Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
  ]),
  jpg: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60, 3), Buffer.from([0xff, 0xd9])]),
  docx: zipOf({ [TYPES]: '<Types/>', 'word/document.xml': '<w:document/>' }),
  xlsx: zipOf({ [TYPES]: '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
  pptx: zipOf({ [TYPES]: '<Types/>', 'ppt/presentation.xml': '<p:presentation/>' }),
  ofd: zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<ofd:Document/>' }),
} as const;

export interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface UploadAnswer {
  readonly status: number;
  readonly attachment: Uploaded | null;
  readonly code: string | null;
  readonly params: Record<string, unknown>;
}

export interface UploadForm {
  readonly subject: string;
  readonly kind?: string;
  readonly name?: string;
  readonly bytes?: Uint8Array;
  readonly more?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Uploads a document as the browser does: the fields, then the file. */
export async function upload(client: Client, form: UploadForm): Promise<UploadAnswer> {
  const { subject, kind = 'SCAN', name = '批复.pdf', bytes = DOCUMENTS.pdf, more = {}, headers = {} } = form;
  const body = new FormData();
  for (const [field, value] of Object.entries({ subject, kind, ...more })) body.append(field, value);
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${client.url}/files/attachments`, {
    method: 'POST',
    headers: client.headers({ 'idempotency-key': randomUUID(), ...headers }),
    body,
  });
  const answer = (await response.json()) as {
    attachment?: Uploaded;
    errors?: { extensions: { code: string; params?: Record<string, unknown> } }[];
  };
  const extensions = answer.errors?.[0]?.extensions;
  return {
    status: response.status,
    attachment: answer.attachment ?? null,
    code: extensions?.code ?? null,
    params: extensions?.params ?? {},
  };
}

/** Uploads a document that must be taken. */
export async function attached(client: Client, form: UploadForm): Promise<Uploaded> {
  const answer = await upload(client, form);
  if (!answer.attachment) throw new Error(`The upload failed: ${answer.code} ${JSON.stringify(answer.params)}`);
  return answer.attachment;
}

/** What there is of documents in a world without what belongs to it; and what the count of them says wrong. */
export async function orphansIn(world: World): Promise<unknown> {
  const [row] = await world.sql(`SELECT
    (SELECT count(*)::int FROM stored_file_part p WHERE NOT EXISTS (
      SELECT 1 FROM stored_file f WHERE f.tenant_id = p.tenant_id AND f.id = p.file_id)) AS "partsAlone",
    (SELECT count(*)::int FROM stored_file f WHERE f.size <> (
      SELECT COALESCE(sum(length(bytes)), 0) FROM stored_file_part p WHERE p.tenant_id = f.tenant_id AND p.file_id = f.id)) AS "filesCut",
    (SELECT count(*)::int FROM stored_file f WHERE attached AND NOT EXISTS (
      SELECT 1 FROM attachment a WHERE a.tenant_id = f.tenant_id AND a.file_id = f.id)) AS "filesAlone",
    (SELECT count(*)::int FROM storage_use u CROSS JOIN LATERAL (
      SELECT count(*)::int AS files, COALESCE(sum(a.size), 0) AS bytes FROM attachment a WHERE a.tenant_id = u.tenant_id) a
      WHERE u.files <> a.files OR u.bytes <> a.bytes) AS "countedWrong"`);
  return row;
}

export const NO_ORPHANS = { partsAlone: 0, filesCut: 0, filesAlone: 0, countedWrong: 0 };
