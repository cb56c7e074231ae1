import { squeeze } from '../cell/normalize-text.js';
import { COLUMN_ALIASES } from './columns.dictionary.js';
import { GROUP_LEAVES, HEADER_NOISE, HEADER_PATTERNS, SENSITIVE_HEADER } from './header-shapes.dictionary.js';
import { ROSTER_KINDS, type ColumnTarget, type RosterKind } from './table.type.js';
import { PERSON_ATTRIBUTES, ROLE_HEADERS } from './wide-columns.dictionary.js';

const FIELD_BY_HEADER = new Map(ROSTER_KINDS.map((kind) => [kind, indexAliases(COLUMN_ALIASES[kind])]));
const ATTRIBUTE_BY_HEADER = indexAliases(PERSON_ATTRIBUTES);
const ROLE_BY_HEADER = indexAliases(ROLE_HEADERS);
const ROLES_LONGEST_FIRST = [...ROLE_BY_HEADER.keys()].sort((a, b) => b.length - a.length);

function indexAliases(aliases: readonly (readonly string[])[]): Map<string, string> {
  return new Map(
    aliases
      .flatMap(([target = '', ...headers]) => headers.map((header): [string, string] => [header, target]))
      .reverse(),
  );
}

/** A column of a wide roster: whose cell it is and what of that person it holds. */
export interface PersonColumn {
  /** Posts joined by +, with #2 for the second person of the kind: VICE_PRINCIPAL#2. */
  readonly role: string;
  readonly attribute: string;
}

const PERSON_FIELD = /^people\.([A-Z_+]+(?:#\d)?)\.([A-Za-z]+)$/;

/** people.SECRETARY.startDate → its role and attribute; undefined for any other field. */
export function personColumn(field: string): PersonColumn | undefined {
  const parts = PERSON_FIELD.exec(field);
  return parts?.[1] && parts[2] ? { role: parts[1], attribute: parts[2] } : undefined;
}

/** The field that a header names, by its path from the group down to the leaf. */
export function matchHeader(kind: RosterKind, path: readonly string[]): ColumnTarget {
  const words = path.map(bareHeader).filter((word) => word !== '');
  const leaf = words.at(-1) ?? '';
  if (words.some((word) => SENSITIVE_HEADER.test(word))) return 'SENSITIVE';
  const person = kind === 'ROSTER' ? matchPerson(words) : undefined;
  if (person) return `people.${person.role}.${person.attribute}`;
  const fields = FIELD_BY_HEADER.get(kind);
  for (const form of formsOf(leaf)) {
    const field = fields?.get(form);
    if (field) return field;
  }
  const group = words.slice(0, -1).join('');
  return (
    fields?.get(group + leaf) ??
    GROUP_LEAVES.find(([groupShape, leafShape]) => groupShape.test(group) && leafShape.test(leaf))?.[2] ??
    HEADER_PATTERNS[kind].find(([shape]) => shape.test(leaf.replace(/\([^)]*\)/g, '')))?.[1] ??
    null
  );
}

/** 书记 above 姓名, 书记姓名, 校长(姓名), or 校长 alone; numbered where there are several: 副校长2. */
function matchPerson(words: readonly string[]): PersonColumn | undefined {
  const [group, leaf] = [words.slice(0, -1).join(''), words.at(-1) ?? ''];
  const attributeOfLeaf = formsOf(leaf)
    .map((form) => ATTRIBUTE_BY_HEADER.get(form))
    .find(Boolean);
  const roleOfGroup = words.slice(0, -1).map(roleOf).find(Boolean);
  if (roleOfGroup && attributeOfLeaf) return { role: roleOfGroup, attribute: attributeOfLeaf };
  const role = roleOf(leaf);
  if (role)
    return ATTRIBUTE_BY_HEADER.get(group) === 'startDate'
      ? { role, attribute: 'startDate' }
      : { role, attribute: 'name' };
  const word = ROLES_LONGEST_FIRST.find((header) => leaf.startsWith(header));
  const rest = word && /^(\d?)\(?(.+?)\)?$/.exec(leaf.slice(word.length));
  const attribute = rest ? ATTRIBUTE_BY_HEADER.get(rest[2] ?? '') : undefined;
  const roleOfWord = word && ROLE_BY_HEADER.get(word);
  return roleOfWord && attribute ? { role: roleOfWord + (rest?.[1] ? `#${rest[1]}` : ''), attribute } : undefined;
}

const ORDINALS = '一二三四五六七八九';

function roleOf(header: string): string | undefined {
  const numbered = /^(.+?)\(?([1-9一二三四五六七八九])\)?$/.exec(header);
  const plain = formsOf(header)
    .map((form) => ROLE_BY_HEADER.get(form))
    .find(Boolean);
  if (plain || !numbered) return plain;
  const role = ROLE_BY_HEADER.get(numbered[1] ?? '');
  const number = numbered[2] ?? '';
  return role && `${role}#${ORDINALS.includes(number) ? ORDINALS.indexOf(number) + 1 : number}`;
}

/** As written, then without what stands in brackets. */
function formsOf(header: string): readonly string[] {
  const short = header.replace(/\([^)]*\)/g, '');
  return short === header || short === '' ? [header] : [header, short];
}

function bareHeader(text: string): string {
  return squeeze(text)
    .replace(/[【[]/g, '(')
    .replace(/[】\]]/g, ')')
    .replace(HEADER_NOISE, '');
}

/** Every field that a column of this kind can be mapped to by hand. */
export function fieldsOf(kind: RosterKind): readonly string[] {
  const plain = COLUMN_ALIASES[kind].map(([field]) => field);
  if (kind !== 'ROSTER') return plain;
  const people = ROLE_HEADERS.flatMap(([role]) =>
    PERSON_ATTRIBUTES.map(([attribute]) => `people.${role}.${attribute}`),
  );
  return [...plain, ...people];
}

/** Guards a mapping that comes from outside: `__proto__` or an invented field is no field. */
export function isField(kind: RosterKind, field: string): boolean {
  const person = personColumn(field);
  return fieldsOf(kind).includes(person ? `people.${person.role.replace(/#\d$/, '')}.${person.attribute}` : field);
}
