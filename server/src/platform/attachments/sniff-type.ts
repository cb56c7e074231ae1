import { RuleViolation } from '../errors.js';
import { DOCUMENT_TYPES } from './document-types.js';
import type { DocumentType } from './document-types.js';
import { endOfZip, namesInZip } from './zip-directory.js';

const HEAD_BYTES = 8;
/** Holds the directory of any zip that is looked into. */
const TAIL_BYTES = 2 ** 20;
const PDF_TAIL_BYTES = 4096;

const PDF = Buffer.from('%PDF-');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
const JPG = Buffer.from([0xff, 0xd8, 0xff]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

export interface Sniffer {
  /** @throws RuleViolation FILE_UNREADABLE as soon as the bytes begin like nothing that may be attached */
  take(chunk: Buffer): void;
  /** What all the bytes are. @throws RuleViolation FILE_UNREADABLE */
  type(): DocumentType;
}

function refuse(reason: string): RuleViolation {
  return new RuleViolation('FILE_UNREADABLE', { reason });
}

const beginsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** Judges a document by its bytes alone: name and declared type are what an attacker chooses. */
export function createSniffer(): Sniffer {
  let size = 0;
  let head = Buffer.alloc(0);
  const tail = createTail();
  return {
    take: (chunk) => {
      size += chunk.length;
      tail.take(chunk);
      if (head.length >= HEAD_BYTES) return;
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
      if (head.length >= HEAD_BYTES && ![PDF, PNG, JPG, ZIP].some((magic) => beginsWith(head, magic)))
        throw refuse('FILE_TYPE');
    },
    type: () => {
      if (size === 0) throw refuse('FILE_EMPTY');
      return typeOf({ head, tail: tail.bytes(), size });
    },
  };
}

/** The last bytes of a stream: whole chunks, as few as hold enough. */
function createTail(): { take(chunk: Buffer): void; bytes(): Buffer } {
  const chunks: Buffer[] = [];
  let length = 0;
  return {
    take: (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      for (let first = chunks[0]; first && length - first.length >= TAIL_BYTES; first = chunks[0]) {
        chunks.shift();
        length -= first.length;
      }
    },
    bytes: () => Buffer.concat(chunks),
  };
}

interface Looked {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly size: number;
}

function typeOf({ head, tail, size }: Looked): DocumentType {
  if (beginsWith(head, ZIP)) return typeOfPackage(namesInZip(tail, size));
  // a picture or PDF that ends as a zip is both, and one of them is not what it says
  if (endOfZip(tail) >= 0) throw refuse('FILE_TYPE');
  if (beginsWith(head, JPG)) return DOCUMENT_TYPES.jpg;
  if (beginsWith(head, PNG)) {
    if (!tail.subarray(-PNG_END.length).equals(PNG_END)) throw refuse('FILE_DAMAGED');
    return DOCUMENT_TYPES.png;
  }
  if (!beginsWith(head, PDF)) throw refuse('FILE_TYPE');
  if (!tail.subarray(-PDF_TAIL_BYTES).includes('%%EOF')) throw refuse('FILE_DAMAGED');
  return DOCUMENT_TYPES.pdf;
}

/** The main part that makes a package a document of its kind. */
const MAIN_PARTS: readonly (readonly [RegExp, DocumentType])[] = [
  [/^word\/document\d*\.xml$/, DOCUMENT_TYPES.docx],
  [/^xl\/workbook\d*\.xml$/, DOCUMENT_TYPES.xlsx],
  [/^ppt\/presentation\d*\.xml$/, DOCUMENT_TYPES.pptx],
  [/^OFD\.xml$/, DOCUMENT_TYPES.ofd],
];
const MACROS = /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\/)/i;

function typeOfPackage(names: ReadonlySet<string>): DocumentType {
  const list = [...names];
  if (list.some((name) => MACROS.test(name))) throw refuse('FILE_MACROS');
  const found = MAIN_PARTS.filter(([main]) => list.some((name) => main.test(name))).map(([, type]) => type);
  const [type] = found;
  const isOffice = type !== undefined && type !== DOCUMENT_TYPES.ofd;
  if (!type || found.length > 1 || isOffice !== names.has('[Content_Types].xml')) throw refuse('FILE_TYPE');
  return type;
}
