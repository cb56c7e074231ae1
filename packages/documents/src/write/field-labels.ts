import { COLUMN_ALIASES } from '../table/columns.dictionary.js';
import { personColumn } from '../table/match-header.js';
import type { RosterKind } from '../table/table.type.js';
import { PERSON_ATTRIBUTES, ROLE_HEADERS } from '../table/wide-columns.dictionary.js';

/** The header by which a field is written out, and by which the import finds it again. */
export function labelOf(kind: RosterKind, field: string): string {
  const person = personColumn(field);
  if (!person) return COLUMN_ALIASES[kind].find(([name]) => name === field)?.[1] ?? field;
  const [role = '', number = ''] = person.role.split('#');
  const post = ROLE_HEADERS.find(([name]) => name === role)?.[1] ?? role;
  return post + number + (PERSON_ATTRIBUTES.find(([name]) => name === person.attribute)?.[1] ?? '');
}
