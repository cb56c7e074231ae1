import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { exactLines, fontOf, run, SIZE, TEXT_WIDTH } from './paper-style.js';
import { FONTS } from './paper.dictionary.js';

/** A field of a form: its name and the lines of its value. */
export interface FormRow {
  readonly label: string;
  readonly lines: readonly string[];
}

/** Seven characters of 4号 and the cell's margins. */
const LABEL_WIDTH = 2260;
const VALUE_WIDTH = TEXT_WIDTH - LABEL_WIDTH;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN };
const SPACING = { ...exactLines(480), before: 20, after: 20 } as const;
const FONT_SIZE = { size: SIZE.fourth, sizeComplexScript: SIZE.fourth } as const;

/** Names on the left, values on the right; a long value goes on over the page. */
export function formTable(rows: readonly FormRow[]): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, VALUE_WIDTH],
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { left: 120, right: 120 },
    rows: rows.map(formRow),
  });
}

function formRow({ label, lines }: FormRow): TableRow {
  const value = lines.map((text) => cellText(text, FONTS.body));
  return new TableRow({ children: [cell(LABEL_WIDTH, [cellText(label, FONTS.heading)]), cell(VALUE_WIDTH, value)] });
}

function cell(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children,
  });
}

const cellText = (text: string, font: (typeof FONTS)[keyof typeof FONTS]): Paragraph =>
  new Paragraph({ spacing: SPACING, children: [run(text, { ...FONT_SIZE, font: fontOf(font) })] });
