import { DocumentProblem } from '../document-problem.js';
import { GENERAL, type NumberFormat, numberFormat } from './number-format.js';
import type { ReadLimits } from './read-limits.js';
import { memoryBudget } from './memory-budget.js';
import { readSheet, type SheetContext } from './read-sheet.js';
import { openZip } from './read-zip.js';
import { attribute, scanXml, unescapeXml } from './scan-xml.js';
import type { Sheet, Workbook } from './workbook.type.js';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

/**
 * Reads an .xlsx: values, number formats, merges, which sheets are hidden. Nothing else of the package is opened, so
 * macros, external links, drawings and embedded files can do nothing.
 */
export function readXlsx(bytes: Buffer, limits: ReadLimits): Workbook {
  const part = openZip(bytes, limits);
  const main = [...readRelations(part('_rels/.rels'), '').values()].find(
    ({ type }) => type === 'officeDocument',
  )?.target;
  const path = main ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = readRelations(part(`${folder}_rels/${path.slice(folder.length)}.rels`), folder);
  const { entries, epoch } = readEntries(part(path));
  const target = (type: string): string => [...relations.values()].find((found) => found.type === type)?.target ?? '';
  const context: SheetContext = {
    strings: readStrings(part(target('sharedStrings')), limits),
    formats: readFormats(part(target('styles'))),
    epoch,
    limits,
    rowsRead: 0,
    spend: memoryBudget(limits),
  };
  const sheets = entries.flatMap((entry): Sheet[] => {
    const relation = relations.get(entry.relation);
    if (relation?.type !== 'worksheet') return [];
    return [{ name: entry.name, hidden: entry.hidden, ...readSheet(part(relation.target), context) }];
  });
  return { format: 'xlsx', sheets };
}

type Relations = Map<string, { type: string; target: string }>;

function readRelations(xml: Buffer, folder: string): Relations {
  const relations: Relations = new Map();
  scanXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
      });
    },
  });
  return relations;
}

function readEntries(xml: Buffer): { entries: SheetEntry[]; epoch: '1900' | '1904' } {
  const entries: SheetEntry[] = [];
  let epoch: '1900' | '1904' = '1900';
  let isWorkbook = false;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')) epoch = '1904';
      if (name !== 'sheet') return;
      entries.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        relation: attribute(attributes, '\\w+:id') ?? '',
      });
    },
  });
  if (!isWorkbook) throw new DocumentProblem('FILE_NOT_SPREADSHEET');
  return { entries, epoch };
}

/** Shared strings; the pronunciation marks (rPh) beside the characters are no part of the text. */
function readStrings(xml: Buffer, limits: ReadLimits): string[] {
  const strings: string[] = [];
  const spend = memoryBudget(limits);
  let text = '';
  let inside = '';
  let spoken = false;
  scanXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      inside = name;
    },
    text: (piece) => {
      if (inside === 't' && !spoken) text += piece;
    },
    close: (name) => {
      if (name === 'si') {
        spend(text.length);
        strings.push(unescapeXml(text));
      }
      if (name === 'rPh') spoken = false;
      inside = '';
    },
  });
  return strings;
}

function readFormats(xml: Buffer): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      formats.push(id === 0 ? GENERAL : numberFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}
