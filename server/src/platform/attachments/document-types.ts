/** A kind of document that may be attached. */
export interface DocumentType {
  readonly mediaType: string;
  /** the usual one first */
  readonly extensions: readonly string[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** The whole list of what may be attached: what is not here is refused, whatever it is called. */
export const DOCUMENT_TYPES = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  docx: { mediaType: `${OOXML}.wordprocessingml.document`, extensions: ['docx'] },
  xlsx: { mediaType: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  pptx: { mediaType: `${OOXML}.presentationml.presentation`, extensions: ['pptx'] },
  // GB/T 33190, the national format of official documents
  ofd: { mediaType: 'application/ofd', extensions: ['ofd'] },
} as const satisfies Record<string, DocumentType>;
