import type { SchoolYear } from './school-year.js';

export interface Told {
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly personIds: readonly (string | null)[];
  readonly params: Readonly<Record<string, string>>;
  readonly at: string;
  readonly restricted?: boolean;
}

/** Tells people of it who can sign in to the demonstration; the others have nowhere to read it. */
export function tell(year: SchoolYear, { kind, subject, personIds, params, at, restricted = false }: Told): void {
  for (const personId of new Set(personIds)) {
    if (personId === null || !year.hasAccount(personId)) continue;
    year.notices.push({
      ...{
        id: year.newId(at),
        accountId: year.accountOf(personId),
        kind,
        subjectType: subject.type,
        params,
        restricted,
      },
      ...{ subjectId: subject.id, createdAt: at },
    });
  }
}
