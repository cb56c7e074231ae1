import { byKey, day, int, key, list, one, oneOf, readModel, subtree, text, where } from '../../platform/read/index.js';

/** Not by LIKE: who sees names only searches names only, and pinyin is the name in other letters. */
function named(row: string, term: string): string {
  const lower = `lower(btrim(${term}::text))`;
  return `(strpos(${row}.name, btrim(${term}::text)) > 0 OR strpos(${row}.name_pinyin, ${lower}) > 0
    OR strpos(${row}.name_initials, ${lower}) > 0)`;
}

/** A malformed id is the id of no school. */
function servesSchool(row: string, id: string): string {
  return `CASE WHEN ${id}::text ~ '^S_[0-9]{1,6}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    THEN ${row}.tenant_id = split_part(${id}::text, '_', 2)::int
      AND ${row}.school_ids @> ARRAY[split_part(${id}::text, '_', 3)::uuid] ELSE false END`;
}

const byName = { sql: (row: string) => `${row}.name_pinyin`, uses: 'name' } as const;

/** People, to whom the schools that they serve, past and to come, may see. */
const person = readModel('Person', {
  table: 'person',
  scope: { tenantId: 'tenant_id', schoolIds: 'school_ids' },
  fields: {
    id: key('P'),
    tenant: one('Tenant', {}, { alongside: true }),
    name: text('name'),
    sex: text('sex'),
    birthMonth: text('birth_month'),
    ethnicity: text('ethnicity'),
    education: text('education'),
    title: text('title'),
    membership: text('membership'),
    partyJoinedOn: day('party_joined_on'),
    partyFullOn: day('party_full_on'),
    version: int('version'),
  },
  filters: {
    q: where(['name'], named),
    tenantId: subtree(),
    membership: oneOf('membership'),
    schoolId: where(['id'], servesSchool),
  },
  orders: {
    NAME_ASC: [byName, 'id'],
    NAME_DESC: [{ ...byName, down: true }, '-id'],
    BIRTH_ASC: ['birth_month?', 'id'],
    BIRTH_DESC: ['-birth_month?', '-id'],
  },
});

export const personModels = [person];
export const personRoots = { person: byKey('Person'), people: list('Person', { order: 'NAME_ASC' }) };
