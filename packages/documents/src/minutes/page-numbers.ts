import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { FONTS } from './paper.dictionary.js';
import { PAGE_OF } from './record.dictionary.js';
import { CHARACTER, fontOf, SIZE } from './paper-style.js';

interface Footers {
  readonly default: Footer;
  readonly even: Footer;
}

const RUN = { font: fontOf(FONTS.pageNumber), size: SIZE.fourth, sizeComplexScript: SIZE.fourth } as const;

/** — 1 — : outside, one character in, so right on odd pages and left on even ones (GB/T 9704). */
export function outerPageNumbers(): Footers {
  const children = [new TextRun({ ...RUN, children: ['— ', PageNumber.CURRENT, ' —'] })];
  return {
    default: footer(new Paragraph({ children, alignment: AlignmentType.RIGHT, indent: { right: CHARACTER } })),
    even: footer(new Paragraph({ children, alignment: AlignmentType.LEFT, indent: { left: CHARACTER } })),
  };
}

/** 第1页、共5页 on every page: a record shows that it is complete. */
export function countedPageNumbers(): Footers {
  const { before, between, after } = PAGE_OF;
  const children = [
    new TextRun({ ...RUN, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
  ];
  const centred = (): Footer => footer(new Paragraph({ children, alignment: AlignmentType.CENTER }));
  return { default: centred(), even: centred() };
}

function footer(paragraph: Paragraph): Footer {
  return new Footer({ children: [paragraph] });
}
