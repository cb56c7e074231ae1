/** Paper of a meeting, scan of a signed original, evidence, minutes, report. */
export const ATTACHMENT_KINDS = ['PAPER', 'SCAN', 'EVIDENCE', 'MINUTES', 'REPORT'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];
