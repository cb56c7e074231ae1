import type { Reporters } from './decision.graphql.js';

interface Reporter {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly string[];
}

/** Whose reports the clerk writes down: the principal's, and of those who have a task in it. */
export function reportersOf(data: Reporters | undefined): readonly Reporter[] {
  const named = new Map<string, Reporter>();
  const principal = data?.people.nodes.find(({ name }) => name === data.school?.principalName);
  if (principal) named.set(principal.id, { ...principal, posts: ['PRINCIPAL'] });
  for (const { owner, ownerName, people } of data?.decision?.tasks ?? []) {
    const all = [...people, { personId: owner?.id ?? null, personName: ownerName }];
    for (const { personId, personName } of all) {
      if (personId && !named.has(personId)) named.set(personId, { id: personId, name: personName, posts: [] });
    }
  }
  return [...named.values()];
}
