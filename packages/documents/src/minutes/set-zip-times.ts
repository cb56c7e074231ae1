const END_OF_DIRECTORY = 0x06054b50;
/** 1980-01-01 00:00, the first moment that a zip can name. */
const EPOCH = (1 << 21) | (1 << 16);
/** Where an entry of the directory, and a part's own header, have the time. */
const IN_DIRECTORY = 12;
const IN_HEADER = 10;

/** Sets every part of a zip without comment to one time, so that the same parts are the same bytes. */
export function setZipTimes(bytes: Buffer): Buffer {
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('Not a zip without comment');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    bytes.writeUInt32LE(EPOCH, at + IN_DIRECTORY);
    bytes.writeUInt32LE(EPOCH, bytes.readUInt32LE(at + 42) + IN_HEADER);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
