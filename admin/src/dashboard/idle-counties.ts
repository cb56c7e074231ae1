import type { CountyRow } from '../data/index.js';
import { countIn } from './heat-rows.js';
import type { QuietCounty } from './home.graphql.js';

/** A county from which nothing comes: no school of its register, no school that has begun, or no news for long. */
export interface IdleCounty {
  readonly row: CountyRow;
  readonly lacks: 'SCHOOLS' | 'PROGRESS' | 'NEWS';
  /** When its data were last touched, as far as that is long ago; null: never. */
  readonly quiet: Pick<QuietCounty, 'days' | 'lastChangeAt'> | null;
}

const RANK = { SCHOOLS: 0, PROGRESS: 1, NEWS: 2 } as const;

/** Counties that have not begun or have long said nothing: what is lacking most comes first, else in code order. */
export function idleCounties(rows: readonly CountyRow[], quiet: readonly QuietCounty[]): readonly IdleCounty[] {
  const quietById = new Map(quiet.map((county) => [county.tenant.id, county]));
  return rows
    .flatMap((row): IdleCounty[] => {
      // a city's own schools are no county: it may have none
      if (row.tenant.level !== 'COUNTY') return [];
      const silence = quietById.get(row.tenant.id) ?? null;
      if (row.inScope === 0) return [{ row, lacks: 'SCHOOLS', quiet: silence }];
      if (countIn(row, 'NOT_STARTED') === row.inScope) return [{ row, lacks: 'PROGRESS', quiet: silence }];
      return silence ? [{ row, lacks: 'NEWS', quiet: silence }] : [];
    })
    .sort((a, b) => RANK[a.lacks] - RANK[b.lacks]);
}
