import { normalize, squeeze } from '../cell/normalize-text.js';
import { isNothing } from '../cell/read-placeholder.js';
import type { ReasonCode } from '../cell/reading.type.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import type { FactIndex } from './index-facts.js';
import { CITY_LEVEL_WORDS } from './places.dictionary.js';
import type { DivisionFact } from './roster.type.js';

export interface DivisionFinding {
  readonly division?: DivisionFact;
  readonly error?: ReasonCode;
}

/** The division of a row: its own columns, else its sheet's name or title, else the only one the importer writes to. */
export function findDivision(row: MappedRow, table: MappedTable, index: FactIndex): DivisionFinding {
  const said = saidDivision(row);
  const finding = said.code || said.name ? resolve(said, index) : fromTable(table, index);
  if (!finding.division || index.canWrite(finding.division.tenantId)) return finding;
  return { error: 'E_OUT_OF_SCOPE' };
}

interface Said {
  readonly code: string;
  readonly name: string;
}

/** 522636, 丹寨县, or both in one cell: 522636丹寨县. Nine and twelve digits are a division's number with zeros behind. */
function saidDivision({ cells }: MappedRow): Said {
  const [code = '', name = ''] = [cells['divisionCode']?.text, cells['divisionName']?.text].map((text) =>
    text === undefined || isNothing(text) ? '' : squeeze(text),
  );
  const inName = /^(.*?)\(?(\d{6,12})\)?(.*)$/.exec(name);
  const digits = code || (inName?.[2] ?? '');
  const words = inName ? `${inName[1] ?? ''}${inName[3] ?? ''}` : name;
  return { code: digits.replace(/^(\d{6})0{3,6}$/, '$1'), name: words.replace(/^[-、:]|[-、:]$/g, '') };
}

function resolve({ code, name }: Said, index: FactIndex): DivisionFinding {
  const named = name ? byName(name, index) : undefined;
  if (!code) return named ?? { error: 'E_DIVISION_REQUIRED' };
  const coded = index.divisionByCode.get(code);
  if (!coded) return { error: 'E_UNKNOWN_DIVISION' };
  const agrees =
    !name ||
    (index.divisionsByName.get(name) ?? []).some(({ tenantId }) => tenantId === coded.tenantId) ||
    isCityLevel(name, coded);
  return agrees ? { division: coded } : { error: 'E_DIVISION_MISMATCH' };
}

/** 36 county names are borne by several counties: one inside the importer's scope counts before one outside, two inside are unclear. */
function byName(name: string, index: FactIndex): DivisionFinding {
  if (CITY_LEVEL_WORDS.has(name)) {
    const cities = index.facts.divisions.filter(({ tenantId }) => tenantId % 100 === 0 && index.canWrite(tenantId));
    return cities.length === 1 ? { division: cities[0] } : { error: 'E_UNKNOWN_DIVISION' };
  }
  const candidates = index.divisionsByName.get(name) ?? [];
  const own = candidates.filter(({ tenantId }) => index.canWrite(tenantId));
  if (own.length === 1) return { division: own[0] };
  if (own.length > 1 || candidates.length === 0) return { error: 'E_UNKNOWN_DIVISION' };
  return { error: 'E_OUT_OF_SCOPE' };
}

const isCityLevel = (name: string, division: DivisionFact): boolean =>
  CITY_LEVEL_WORDS.has(name) && division.tenantId % 100 === 0;

function fromTable(table: MappedTable, index: FactIndex): DivisionFinding {
  const inSheetName = divisionOfText(table.sheet, index);
  if (inSheetName)
    return index.canWrite(inSheetName.tenantId) ? { division: inSheetName } : { error: 'E_OUT_OF_SCOPE' };
  if (index.only) return { division: index.only };
  // A blank cell in a column of divisions is a gap in the file; without such a column the title may say it for all rows.
  if (table.fields.includes('divisionName') || table.fields.includes('divisionCode'))
    return { error: 'E_DIVISION_REQUIRED' };
  const inTitle = divisionOfText(table.title, index);
  return inTitle && index.canWrite(inTitle.tenantId) ? { division: inTitle } : {};
}

const TEXT_DIVISIONS = new WeakMap<FactIndex, Map<string, DivisionFact | undefined>>();

/** The division that a sheet's name or title speaks of: by its full or short name, the longest found; own ones first. */
function divisionOfText(text: string, index: FactIndex): DivisionFact | undefined {
  let known = TEXT_DIVISIONS.get(index);
  if (!known) TEXT_DIVISIONS.set(index, (known = new Map<string, DivisionFact | undefined>()));
  if (!known.has(text)) known.set(text, searchText(squeeze(normalize(text)), index));
  return known.get(text);
}

function searchText(text: string, index: FactIndex): DivisionFact | undefined {
  if (CITY_LEVEL_WORDS.has(text)) return byName(text, index).division;
  let best: { form: string; division: DivisionFact; own: boolean } | undefined;
  for (const [form, divisions] of index.divisionsByName) {
    if (!text.includes(form)) continue;
    const own = divisions.filter(({ tenantId }) => index.canWrite(tenantId));
    const [division] = own.length > 0 ? own : divisions;
    if (!division || own.length > 1 || (own.length === 0 && form !== text)) continue;
    if (!best || form.length > best.form.length) best = { form, division, own: own.length > 0 };
  }
  return best?.division;
}

/** The foreign division that a school's name begins with, told by full names only: 凯里市城关一小 in a roster of 丹寨县. */
export function beginsWithForeignDivision(schoolName: string, index: FactIndex): boolean {
  const name = squeeze(schoolName);
  for (let length = Math.min(name.length - 2, 15); length >= 3; length--) {
    const divisions = index.divisionsByName.get(name.slice(0, length));
    if (!divisions || !divisions.some((division) => squeeze(division.name).length === length)) continue;
    return !divisions.some(({ tenantId }) => index.canWrite(tenantId));
  }
  return false;
}
