/**
 * attachments 附件: documents that belong to a row of a module. Tables: attachment, file_upload, storage_use, and the bytes in
 * stored_file. The module that owns the row registers who may attach to it and read it (registerAttachmentSubjects).
 * Rules: what a document is, its bytes say (a closed list of types); it lies under a random id and is given out to be saved,
 * never shown in place; a tenant has a quota; nothing is deleted or changed, only superseded with a reason while the subject
 * is open; an upload that fails leaves neither rows nor bytes. Attachments of personnel and secret matters are restricted.
 */
import { attachmentModels } from './attachment.read.js';
import { AttachmentResolver } from './attachment.resolver.js';
import { attachmentRoutes } from './attachment-routes.js';

export type { AttachmentKind } from './attachment-kinds.js';
export { registerAttachmentSubjects } from './attachment-subjects.js';
export type { AttachedTo, AttachmentSubject, SubjectRef } from './attachment-subjects.js';
export { attachmentsOf } from './attachment.read.js';
export { AttachmentConnectionType, AttachmentListArgs } from './attachment.type.js';
export { hasAttachment, restrictAttachments } from './supersede-attachment.js';
export { openAttachment } from './write-attachment.js';
export type { NewAttachment } from './write-attachment.js';

export const attachmentParts = {
  resolvers: [AttachmentResolver],
  models: attachmentModels,
  routes: [attachmentRoutes],
};
