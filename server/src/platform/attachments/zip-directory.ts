import { RuleViolation } from '../errors.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const ENCRYPTED = 1;
const MOST_ENTRIES = 20_000;
const MOST_INFLATED = 2 ** 30;
const RATIO = 200;
/** Small parts compress well by nature; the ratio is looked at from here on. */
const RATIO_FLOOR = 50 * 2 ** 20;

function refuse(reason: string): RuleViolation {
  return new RuleViolation('FILE_UNREADABLE', { reason });
}

/** Where the directory's end stands, if the bytes end as a zip does; -1 otherwise. */
export function endOfZip(tail: Buffer): number {
  const lowest = Math.max(0, tail.length - END_BYTES - 0xffff);
  for (let at = tail.length - END_BYTES; at >= lowest; at--) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    if (at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return -1;
}

/**
 * The names of a zip's parts by its central directory; nothing is inflated. Refused: anything before or after the zip (a
 * polyglot), parts that are encrypted or would inflate to a bomb, and names that lead out of a folder (zip-slip).
 * @param tail the last bytes of the file, with the whole directory in them
 * @param size of the whole file
 */
export function namesInZip(tail: Buffer, size: number): Set<string> {
  const end = endOfZip(tail);
  if (end < 0) throw refuse('FILE_DAMAGED');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES || length > end) throw refuse('FILE_COMPRESSION');
  if (offset + length !== size - tail.length + end) throw refuse('FILE_DAMAGED');
  const names = new Set<string>();
  let inflated = 0;
  let at = end - length;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > end || tail.readUInt32LE(at) !== DIRECTORY_ENTRY) throw refuse('FILE_DAMAGED');
    if (tail.readUInt16LE(at + 8) & ENCRYPTED) throw refuse('FILE_ENCRYPTED');
    inflated += tail.readUInt32LE(at + 24);
    const nameLength = tail.readUInt16LE(at + 28);
    names.add(safeName(tail.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength)));
    at += ENTRY_BYTES + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  if (at !== end) throw refuse('FILE_DAMAGED');
  if (inflated > MOST_INFLATED || (inflated > RATIO_FLOOR && inflated > RATIO * size)) throw refuse('FILE_COMPRESSION');
  return names;
}

/** Whoever unpacks it must not write elsewhere: no root, no drive, no way up. */
function safeName(name: string): string {
  const path = name.replaceAll('\\', '/');
  const leadsOut =
    path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..') || path.includes('\0');
  if (leadsOut) throw refuse('FILE_PATHS');
  return path;
}
