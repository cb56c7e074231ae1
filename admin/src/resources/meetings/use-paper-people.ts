import { useWatch } from 'react-hook-form';
import { useOperation } from '../../data/index.js';
import { SchoolPeopleQuery } from './meeting.graphql.js';
import { peopleOf, type Colleague } from './PersonField.js';

/** Who served at the school on the day of the meeting that is entered. */
export function usePaperPeople(schoolId: string): readonly Colleague[] {
  const heldOn = useWatch({ name: 'heldOn' }) as string | null;
  const variables = { id: schoolId, asOf: heldOn };
  const { data } = useOperation(SchoolPeopleQuery, variables, { enabled: Boolean(heldOn), keepPrevious: true });
  return peopleOf(data, heldOn ?? '');
}
