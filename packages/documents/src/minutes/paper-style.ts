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
/** For a title of 2号. */
const TITLE_LINE = 700;
/** 22 lines on a page (GB/T 9704). */
const LINE = 579;
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

/** Lines of one height whatever font stands in; the grid counts for none of them. */
export const exactLines = (line: number): { line: number; lineRule: 'exact' } => ({
  line,
  lineRule: LineRuleType.EXACT,
});

export const fontOf = (name: PaperFont): { ascii: string; hAnsi: string; eastAsia: string; cs: string } => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
});

export const PAGE_NUMBER_STYLE = 'PageNumberLine';

/** 3号仿宋, black, in Chinese; headings are 黑体 of the same size. */
export const STYLES = {
  default: {
    document: {
      run: {
        font: fontOf(FONTS.body),
        size: SIZE.third,
        sizeComplexScript: SIZE.third,
        color: '000000',
        // figures break as figures do: with Chinese rules LibreOffice breaks within a number
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { before: 0, after: 0, ...exactLines(LINE) } },
    },
    title: {
      run: { font: fontOf(FONTS.title), size: SIZE.second, sizeComplexScript: SIZE.second, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, ...exactLines(TITLE_LINE) } },
    },
    heading1: {
      run: { font: fontOf(FONTS.heading), size: SIZE.third, sizeComplexScript: SIZE.third, color: '000000' },
      paragraph: { keepNext: true, spacing: { before: 0, after: 0, ...exactLines(LINE) } },
    },
  },
  // a style, since a page number has no text of its own that could carry a size
  paragraphStyles: [
    {
      id: PAGE_NUMBER_STYLE,
      name: 'page number line',
      basedOn: 'Normal',
      run: { font: fontOf(FONTS.pageNumber), size: SIZE.fourth, sizeComplexScript: SIZE.fourth },
    },
  ],
};

export const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text });

/** Lines within one paragraph. */
export function brokenLines(lines: readonly string[], look: IRunOptions = {}): TextRun[] {
  return lines.map((text, index) => run(text, index === 0 ? look : { ...look, break: 1 }));
}

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

export const emptyLines = (count: number): Paragraph[] =>
  Array.from({ length: count }, () => new Paragraph({ keepNext: true }));
