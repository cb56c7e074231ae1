import type { MinutesInput, RecordInput } from './minutes.type.js';

/**
 * 会议纪要 as .docx: the issued result, in the layout of official documents (GB/T 9704), without a seal.
 * The library is loaded with the first paper written.
 */
export async function meetingMinutes(minutes: MinutesInput): Promise<Uint8Array> {
  const { buildMinutes } = await import('./build-minutes.js');
  return buildMinutes(minutes);
}

/** 会议记录 as .docx: the full log with every field, page numbers, signatures and what was appended after them. */
export async function meetingRecord(record: RecordInput): Promise<Uint8Array> {
  const { buildRecord } = await import('./build-record.js');
  return buildRecord(record);
}
