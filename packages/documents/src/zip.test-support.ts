import { deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly text?: string;
  /** Deflated data as they are, with a size that may be a lie. */
  readonly packed?: Buffer;
  readonly declared?: number;
  /** Index of the part whose data this one points to. */
  readonly sharesDataOf?: number;
}

/** A zip written byte by byte, so that it may lie. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  const heads = parts.map(({ name, text = '', packed, declared, sharesDataOf }, index) => {
    const data = packed ?? deflateRawSync(Buffer.from(text, 'utf8'));
    const size = declared ?? Buffer.byteLength(text, 'utf8');
    const shared = sharesDataOf !== undefined && index > 0 ? offsets[sharesDataOf] : undefined;
    offsets.push(shared ?? at);
    if (shared === undefined) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(8, 8);
      local.writeUInt16LE(Buffer.byteLength(name), 26);
      locals.push(local, Buffer.from(name), data);
      at += 30 + Buffer.byteLength(name) + data.length;
    }
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(data.length, 20);
    head.writeUInt32LE(size, 24);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    head.writeUInt32LE(offsets[index] ?? 0, 42);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
