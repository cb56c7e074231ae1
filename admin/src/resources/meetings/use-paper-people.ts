import { useWatch } from 'react-hook-form';
import { useOperation } from '../../data/index.js';
import { PaperPeopleQuery } from './paper.graphql.js';
import type { Colleague } from './PersonField.js';

/**
 * Who served at the school on the day of the meeting that is entered. A clerk doesn't read posts, and so chooses among all who
 * ever served there.
 */
export function usePaperPeople(schoolId: string): readonly Colleague[] {
  const heldOn = useWatch({ name: 'heldOn' }) as string | null;
  const variables = { schoolId, asOf: heldOn };
  const { data } = useOperation(PaperPeopleQuery, variables, { enabled: Boolean(heldOn), keepPrevious: true });
  const people = (data?.people.nodes ?? []).map(({ id, name, posts }): Colleague => {
    const here = posts.filter(({ school }) => school?.id === schoolId);
    return { id, name, posts: here.map(({ post }) => post) };
  });
  const inOffice = people.filter(({ posts }) => posts.length > 0);
  return inOffice.length > 0 ? inOffice : people;
}
