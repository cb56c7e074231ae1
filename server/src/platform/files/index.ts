/**
 * files 文件: what the system makes for people to take away (exports). Tables: stored_file, stored_file_part.
 * Written in parts while it is produced, so that memory stays flat; the row with size and checksum comes last. Served under
 * the session and a grant: what the grant may not see and what does not exist are alike. After the tenant's days of
 * retention the bytes are removed; the row says since when.
 */
import { fileModels } from './stored-file.read.js';

export { EXPIRE_FILES, expireFiles, newRetention, tenantsWithOldFiles } from './expire-files.js';
export { partsOf } from './read-file.js';
export { clearParts, insertFile, openParts, openStoredFile } from './write-file.js';
export type { PartsWriter, StoredBytes, StoredFileWriter } from './write-file.js';
export { StoredFileType } from './stored-file.type.js';

export const fileParts = { models: fileModels };
