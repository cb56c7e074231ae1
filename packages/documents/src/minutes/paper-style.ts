import {
  AlignmentType,
  DocumentGridType,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { FONTS, type PaperFont } from './paper.dictionary.js';

/** Sizes in half points: 2号, 3号, 4号. */
export const SIZE = { second: 44, third: 32, fourth: 28 } as const;
/** A character of 3号 in twips: what indents are counted in. */
export const CHARACTER = 320;
/** 22 lines on a page (GB/T 9704). */
export const LINE = 579;
const MARGIN = { top: 2098, left: 1587, bottom: 1984, right: 1474 } as const;
const PAGE = { width: 11906, height: 16838 } as const;
/** 156 mm */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** The number's line begins 7 mm below the text area. */
const FOOTER = MARGIN.bottom - 397 - 340;

/** A4 with the margins and the line grid of official documents. */
export const SECTION = {
  page: { size: PAGE, margin: { ...MARGIN, header: 850, footer: FOOTER } },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
} as const;

const EXACT = { line: LINE, lineRule: LineRuleType.EXACT } as const;
/** For what is larger than the line. */
export const AT_LEAST = { line: LINE, lineRule: LineRuleType.AT_LEAST } as const;

export const fontOf = (name: PaperFont): { ascii: string; hAnsi: string; eastAsia: string; cs: string } => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
});

/** 3号仿宋, black, in Chinese; headings are 黑体 of the same size. */
export const STYLES = {
  default: {
    document: {
      run: {
        font: fontOf(FONTS.body),
        size: SIZE.third,
        sizeComplexScript: SIZE.third,
        color: '000000',
        language: { value: 'zh-CN', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { before: 0, after: 0, ...EXACT } },
    },
    title: {
      run: { font: fontOf(FONTS.title), size: SIZE.second, sizeComplexScript: SIZE.second, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, ...AT_LEAST } },
    },
    heading1: {
      run: { font: fontOf(FONTS.heading), size: SIZE.third, sizeComplexScript: SIZE.third, color: '000000' },
      paragraph: { keepNext: true, spacing: { before: 0, after: 0, ...EXACT } },
    },
  },
};

export const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text });

/** A word in 黑体 where the text is 仿宋. */
export const label = (text: string): TextRun => run(text, { font: fontOf(FONTS.heading) });

/** Both: characters for Word, twips for readers that know no characters. */
const FIRST_LINE = { firstLine: 2 * CHARACTER, firstLineChars: 200 } as const;

/** A paragraph of the text: two characters in, justified. */
export function body(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ children, alignment: AlignmentType.BOTH, indent: FIRST_LINE });
}

/** 一、… : a heading that the outline of the document shows. */
export function heading(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ indent: FIRST_LINE, ...options, heading: HeadingLevel.HEADING_1, children: [run(text)] });
}

export const emptyLines = (count: number): Paragraph[] => Array.from({ length: count }, () => new Paragraph({}));
