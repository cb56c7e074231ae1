import { createMongoAbility, subject, type ForcedSubject, type MongoAbility } from '@casl/ability';
import type { ActionOf, SubjectName } from './actions.js';
import type { GrantScope } from './grant-scope.js';
import type { PolicyRule } from './rule-table.js';
import { rulesFor } from './rules-for.js';

/** A row as far as rights look at it. Ids are those of the database, not the opaque ones of GraphQL. */
export interface ScopedRow {
  readonly tenantId: number;
  readonly id?: string;
  readonly schoolId?: string | null;
  /** Every school that a person serves or an organisation leads. */
  readonly schoolIds?: readonly string[];
  /** Of a personnel or secret matter. A row that does not say so is refused to whom a rule shows unrestricted rows only. */
  readonly restricted?: boolean;
  /** The account that the row is for. */
  readonly accountId?: string;
}

/** A row that the ability may be asked about. */
export type TaggedRow<S extends SubjectName> = {
  readonly tenantId: number;
  readonly schoolId: string | readonly string[] | null;
} & ForcedSubject<S>;

type Pairs = { [S in SubjectName]: [ActionOf<S>, S | TaggedRow<S>] }[SubjectName];

/**
 * Who may do what, under one grant. `can(action, 'School')` without a row says only that there are such rows somewhere:
 * good for showing a menu, never the check before an act. That is `can(action, subjectOf('School', row))`.
 */
export type AppAbility = MongoAbility<Pairs>;

/** The ability of one grant. */
export function abilityFor(scope: GrantScope): AppAbility {
  return createAbility(rulesFor(scope));
}

/** The ability made of rules that came as JSON from the server. */
export function createAbility(rules: readonly PolicyRule[]): AppAbility {
  return createMongoAbility<AppAbility>([...rules]);
}

/** The row as a subject that the ability knows. It is copied first: CASL writes its tag onto the object it is given. */
export function subjectOf<S extends SubjectName>(type: S, row: ScopedRow): TaggedRow<S> {
  // A text would compare with the range as a number here and not in SQL.
  if (!Number.isInteger(row.tenantId)) throw new Error(`A ${type} to be judged needs the number of its tenant`);
  return subject(type, { ...row, schoolId: schoolsOf(type, row) });
}

function schoolsOf(type: SubjectName, row: ScopedRow): string | readonly string[] | null {
  if (row.schoolIds) return row.schoolIds;
  if (type === 'School') return row.schoolId ?? row.id ?? null;
  return row.schoolId ?? null;
}
