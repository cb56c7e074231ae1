import { Document, type ISectionOptions, Packer } from 'docx';
import { withoutUnprintable } from '../write/safe-text.js';
import { FONTS, STAND_INS } from './paper.dictionary.js';
import { SECTION, STYLES } from './paper-style.js';
import { setZipTimes } from './set-zip-times.js';

interface Paper {
  readonly title: string;
  readonly author: string;
  /** YYYY-MM-DD: a file made twice from one record is the same file, so it has no time of its own. */
  readonly dated: string;
  readonly children: ISectionOptions['children'];
  readonly footers: ISectionOptions['footers'];
}

/** The bytes of a .docx: the same ones from the same paper. */
export async function packPaper(paper: Paper): Promise<Uint8Array> {
  const { children, footers } = paper;
  const document = new Document({
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    sections: [{ properties: SECTION, children, footers }],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(paper) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]);
  return setZipTimes(bytes);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function coreProperties({ title, author, dated }: Paper): string {
  const instant = `<dcterms:X xsi:type="dcterms:W3CDTF">${dated}T00:00:00Z</dcterms:X>`;
  return [
    HEAD,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    `<dc:language>zh-CN</dc:language>`,
    ...['created', 'modified'].map((name) => instant.replaceAll(':X', `:${name}`)),
    '</cp:coreProperties>',
  ].join('');
}

/** Says what may stand in for a font that a machine does not have. */
function fontTable(): string {
  const fonts = Object.values(FONTS).map((name) => {
    const { alternative, family } = STAND_INS[name];
    const marks = `<w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="${family}"/>`;
    return `<w:font w:name="${name}">${marks}<w:pitch w:val="variable"/></w:font>`;
  });
  const xmlns = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `${HEAD}<w:fonts xmlns:w="${xmlns}">${fonts.join('')}</w:fonts>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return withoutUnprintable(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}
