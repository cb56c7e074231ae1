import type { TenantLevel } from '@zhixiao/domain';
import divisions from './divisions.data.json' with { type: 'json' };

/** A node of the division tree as a tenant: its subtree is the range id..subtreeEnd. */
export interface TenantRow {
  readonly id: number;
  readonly subtreeEnd: number;
  readonly parentId: number | null;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: TenantLevel;
}

const ROOT: TenantRow = {
  id: 0,
  subtreeEnd: 999_999,
  parentId: null,
  code: '0',
  ...divisions.platform,
  level: 'PLATFORM',
};

const SPANS = [
  { size: 10_000, level: 'PROVINCE' },
  { size: 100, level: 'CITY' },
  { size: 1, level: 'COUNTY' },
] as const;

/** 520000 is a province, 522600 a city, 522636 a county: the zeros at the end say so. */
function spanOf(id: number): (typeof SPANS)[number] {
  return SPANS.find(({ size }) => id % size === 0) ?? SPANS[2];
}

/** A county whose city is none (429004 仙桃市, 110101 东城区) hangs under its province. */
function parentOf(id: number, known: ReadonlySet<number>): number {
  const above = [id - (id % 100), id - (id % 10_000)].find((parent) => parent !== id && known.has(parent));
  return above ?? ROOT.id;
}

let made: readonly TenantRow[] | undefined;

/** The platform root and every province, city and county, parents before children. */
export function tenantRows(): readonly TenantRow[] {
  return (made ??= makeRows());
}

function makeRows(): TenantRow[] {
  const rows = divisions.rows as unknown as readonly (readonly [code: string, name: string, shortName: string])[];
  const known = new Set(rows.map(([code]) => Number(code)));
  const nodes = rows.map(([code, name, shortName]) => {
    const id = Number(code);
    const { size, level } = spanOf(id);
    return { id, subtreeEnd: id + size - 1, parentId: parentOf(id, known), code, name, shortName, level };
  });
  return [ROOT, ...nodes];
}
