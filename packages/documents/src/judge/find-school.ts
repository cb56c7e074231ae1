import { squeeze } from '../cell/normalize-text.js';
import { isNothing } from '../cell/read-placeholder.js';
import { readSchoolCode } from '../cell/read-school-code.js';
import type { ReasonCode, WarningCode } from '../cell/reading.type.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import { beginsWithForeignDivision, findDivision } from './find-division.js';
import type { FactIndex, SchoolNames } from './index-facts.js';
import { schoolKey, schoolLooseKey } from './place-names.js';
import type { DivisionFact, SchoolFact } from './roster.type.js';

export interface SchoolFinding {
  readonly division?: DivisionFact;
  readonly school?: SchoolFact;
  readonly error?: ReasonCode;
  readonly field?: string;
  readonly warnings: readonly WarningCode[];
}

/** The school that a row speaks of: by its code where it has one, else by its name within its division. */
export function findSchool(row: MappedRow, table: MappedTable, index: FactIndex): SchoolFinding {
  const place = findDivision(row, table, index);
  if (place.error) return { error: place.error, field: 'divisionName', warnings: [] };
  const codeCell = row.cells['schoolCode'];
  const code = codeCell && readSchoolCode(codeCell);
  const name = row.cells['schoolName'] && !isNothing(row.cells['schoolName'].text) ? row.cells['schoolName'].text : '';
  if (code?.error) return { ...place, error: code.error, field: 'schoolCode', warnings: [] };
  if (!code?.value) return finish(place.division, findByName(name, place.division, index), index);
  const byCode = findByCode(code.value, name, { division: place.division, index });
  // How a code is written is the business of the row that it stands in, not of those below a merged cell.
  const warnings = codeCell?.inherited ? byCode.warnings : [...code.warnings, ...byCode.warnings];
  return finish(place.division, { ...byCode, warnings }, index);
}

function finish(division: DivisionFact | undefined, found: SchoolFinding, index: FactIndex): SchoolFinding {
  const { school } = found;
  if (!school) return { division, ...found };
  if (!index.canWrite(school.tenantId)) return { error: 'E_OUT_OF_SCOPE', field: 'schoolCode', warnings: [] };
  return { ...found, division: division ?? index.divisionById.get(school.tenantId) };
}

interface Place {
  readonly division: DivisionFact | undefined;
  readonly index: FactIndex;
}

function findByCode(code: string, name: string, { division, index }: Place): SchoolFinding {
  const school = index.schoolByCode.get(code);
  if (!school) {
    const foreign = name !== '' && beginsWithForeignDivision(name, index);
    return { error: foreign ? 'E_OUT_OF_SCOPE' : 'E_SCHOOL_UNKNOWN', field: 'schoolCode', warnings: [] };
  }
  if (division && school.tenantId !== division.tenantId)
    return { error: 'E_DIVISION_MISMATCH', field: 'divisionName', warnings: [] };
  if (name === '' || squeeze(name) === squeeze(school.name)) return { school, warnings: [] };
  const other = lookUp(name, index.namesByTenant.get(school.tenantId), index.divisionById.get(school.tenantId));
  if (other && other.school !== school) return { error: 'E_SCHOOL_MISMATCH', field: 'schoolName', warnings: [] };
  return { school, warnings: ['W_SCHOOL_SHORT_NAME'] };
}

function findByName(name: string, division: DivisionFact | undefined, index: FactIndex): SchoolFinding {
  if (name === '') return { error: 'E_SCHOOL_UNKNOWN', field: 'schoolName', warnings: [] };
  const names = division ? index.namesByTenant.get(division.tenantId) : index.namesAnywhere;
  const found = lookUp(name, names, division);
  if (found) {
    const warnings: WarningCode[] = found.exact ? ['W_CODE_FROM_NAME'] : ['W_CODE_FROM_NAME', 'W_SCHOOL_SHORT_NAME'];
    return { school: found.school, warnings };
  }
  const ambiguous = !division && names?.exact.get(squeeze(name)) === null;
  const foreign = beginsWithForeignDivision(name, index);
  const error = ambiguous ? 'E_DIVISION_REQUIRED' : foreign ? 'E_OUT_OF_SCOPE' : 'E_SCHOOL_UNKNOWN';
  return { error, field: 'schoolName', warnings: [] };
}

/** By name, alias, or one unmistakable short form. What fits two schools fits none. */
function lookUp(
  name: string,
  names: SchoolNames | undefined,
  division: DivisionFact | undefined,
): { school: SchoolFact; exact: boolean } | undefined {
  const exact = names?.exact.get(squeeze(name));
  if (exact) return { school: exact, exact: true };
  if (!names || exact === null) return undefined;
  const alias = names.alias.get(squeeze(name));
  if (alias) return { school: alias, exact: false };
  const short = names.short.get(schoolKey(name, division?.name ?? ''));
  if (short) return { school: short, exact: false };
  const loose = short === null ? null : names.loose.get(schoolLooseKey(name, division?.name ?? ''));
  return loose ? { school: loose, exact: false } : undefined;
}
