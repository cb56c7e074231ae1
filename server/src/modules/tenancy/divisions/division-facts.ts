import { tenantRows } from './tenant-rows.js';

/** Every division with its official code and name, for telling another county from a wrong word. */
export function divisionFacts(): { tenantId: number; code: string; name: string }[] {
  return tenantRows()
    .filter(({ level }) => level !== 'PLATFORM')
    .map(({ id, code, name }) => ({ tenantId: id, code, name }));
}
