import { inflateRawSync } from 'node:zlib';
import { DocumentProblem } from '../document-problem.js';
import type { ReadLimits } from './read-limits.js';

interface ZipEntry {
  readonly offset: number;
  readonly compressed: number;
  readonly inflated: number;
  readonly method: number;
}

/** Gives a part's bytes, none where the archive has no such part. */
type ZipParts = (name: string) => Buffer;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MOST_ENTRIES = 5_000;
/** Tiny parts compress well by nature; the ratio is looked at from here on. */
const RATIO_FLOOR = 1024 * 1024;

/**
 * Opens a zip by its central directory and refuses a bomb by the sizes given there, before anything is inflated.
 * The sizes may lie: inflation stops at the size that was declared.
 */
export function openZip(bytes: Buffer, limits: ReadLimits): ZipParts {
  const entries = readDirectory(bytes);
  checkSizes(entries, bytes.length, limits);
  return (name) => {
    const entry = entries.get(name);
    return entry ? inflate(bytes, entry) : Buffer.alloc(0);
  };
}

function readDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new DocumentProblem('FILE_COMPRESSION', { entries: count });
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new DocumentProblem('FILE_DAMAGED');
    if (bytes.readUInt16LE(at + 8) & 1) throw new DocumentProblem('FILE_ENCRYPTED');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      inflated: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new DocumentProblem('FILE_DAMAGED');
}

function checkSizes(entries: ReadonlyMap<string, ZipEntry>, fileBytes: number, limits: ReadLimits): void {
  let compressed = 0;
  let inflated = 0;
  for (const entry of entries.values()) {
    compressed += entry.compressed;
    inflated += entry.inflated;
    const large = entry.inflated > RATIO_FLOOR;
    if (large && entry.inflated > limits.compression * entry.compressed) throw new DocumentProblem('FILE_COMPRESSION');
  }
  // Parts that overlap in the file add up to more than the file: the other way to build a bomb.
  const overlapping = compressed > fileBytes;
  if (overlapping || inflated > limits.inflatedBytes || inflated > limits.compression * fileBytes) {
    throw new DocumentProblem('FILE_COMPRESSION', { inflated });
  }
}

function inflate(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset, compressed, inflated, method } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER)
    throw new DocumentProblem('FILE_DAMAGED');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + compressed);
  if (packed.length < compressed) throw new DocumentProblem('FILE_DAMAGED');
  if (method === 0) return packed;
  if (method !== 8) throw new DocumentProblem('FILE_DAMAGED');
  if (inflated === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: inflated });
  } catch (cause) {
    const lied = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentProblem(lied ? 'FILE_COMPRESSION' : 'FILE_DAMAGED');
  }
}
