import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { judgeRoster, parseFile, type RosterFacts, type RosterKind } from '../index.js';

interface ExpectedRow {
  readonly row: number;
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  readonly duplicateOf?: number;
  readonly record?: Readonly<Record<string, unknown>>;
}
interface SchoolRow {
  readonly divisionCode: string;
  readonly divisionName: string;
  readonly schoolCode: string;
  readonly schoolName: string;
}

const file = (name: string): Buffer => readFileSync(new URL(`../../test-data/${name}`, import.meta.url));
const schools = JSON.parse(file('schools.json').toString()) as SchoolRow[];
const expected = JSON.parse(file('expected.json').toString()) as {
  files: Record<string, { sheet: string; headerRows: number[]; rows: ExpectedRow[] }>;
};

const counties = [...new Map(schools.map(({ divisionCode, divisionName }) => [divisionCode, divisionName]))];
const divisions = [
  { tenantId: 522600, code: '522600', name: '黔东南苗族侗族自治州' },
  ...counties.map(([code, name]) => ({ tenantId: Number(code), code, name })),
];

function factsFor(tenantIds: readonly number[]): RosterFacts {
  return {
    importerScope: { tenantIds },
    divisions,
    schools: schools
      .filter(({ divisionCode }) => tenantIds.includes(Number(divisionCode)))
      .map(({ divisionCode, schoolCode, schoolName }) => ({
        tenantId: Number(divisionCode),
        schoolId: `id-${schoolCode}`,
        code: schoolCode,
        name: schoolName,
      })),
  };
}

const CASES: readonly [name: string, kind: RosterKind, tenants: readonly number[]][] = [
  ['01-danzhai-roster.xlsx', 'ROSTER', [522636]],
  ['04-rollout-progress.xlsx', 'PROGRESS', divisions.map(({ tenantId }) => tenantId)],
];

describe('the two rosters that counties sent', () => {
  for (const [name, kind, tenants] of CASES) {
    const contract = expected.files[name];
    const parsed = parseFile(file(name), { kind, fileName: name });
    const judged = judgeRoster(kind, parsed.tables, factsFor(tenants));

    test(`${name}: sheet and header are found as a person would`, () => {
      expect(parsed.sheets.map(({ sheet, headerRows }) => ({ sheet, headerRows }))).toEqual([
        { sheet: contract?.sheet, headerRows: contract?.headerRows },
      ]);
    });

    test(`${name}: all ${contract?.rows.length} rows come out as agreed`, () => {
      expect(contract?.rows.length).toBeGreaterThan(40);
      const ours = judged.map(({ row, outcome, reasons, warnings, record, duplicateOf }) => ({
        row,
        outcome,
        reasons: [...reasons].sort(),
        warnings: [...warnings].sort(),
        ...(record && { record }),
        ...(duplicateOf && { duplicateOf: duplicateOf.row }),
      }));
      const agreed = contract?.rows.map((row) => ({
        ...row,
        reasons: [...row.reasons].sort(),
        warnings: [...row.warnings].sort(),
      }));
      expect(ours).toEqual(agreed);
    });
  }
});
