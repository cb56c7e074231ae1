import { AlignmentType, Footer, type IParagraphOptions, PageNumber, Paragraph, TextRun } from 'docx';
import { PAGE_OF } from './record.dictionary.js';
import { CHARACTER, PAGE_NUMBER_STYLE } from './paper-style.js';

interface Footers {
  readonly default: Footer;
  readonly even: Footer;
}

/** — 1 — : outside, one character in, so right on odd pages and left on even ones (GB/T 9704). */
export function outerPageNumbers(): Footers {
  const parts = ['— ', PageNumber.CURRENT, ' —'];
  return {
    default: footer({ alignment: AlignmentType.RIGHT, indent: { right: CHARACTER } }, parts),
    even: footer({ alignment: AlignmentType.LEFT, indent: { left: CHARACTER } }, parts),
  };
}

/** 第1页、共5页 on every page: a record shows that it is complete. */
export function countedPageNumbers(): Footers {
  const { before, between, after } = PAGE_OF;
  const parts = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  const centred = (): Footer => footer({ alignment: AlignmentType.CENTER }, parts);
  return { default: centred(), even: centred() };
}

const footer = (options: IParagraphOptions, parts: readonly string[]): Footer =>
  new Footer({
    children: [new Paragraph({ ...options, style: PAGE_NUMBER_STYLE, children: [new TextRun({ children: parts })] })],
  });
