import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { PeopleQuery, type PersonRow } from './person.graphql.js';

function orderOf({
  field,
  order,
}: {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}): SchemaType<'PersonOrder'> {
  return field === 'birthMonth' ? `BIRTH_${order}` : `NAME_${order}`;
}

export const personAdapter: ResourceAdapter<PersonRow> = {
  list: async ({ filter, sort, first, offset, asOf, signal }) => {
    const variables = { filter: filter as SchemaType<'PersonFilter'>, order: orderOf(sort), first, offset, asOf };
    return (await execute(PeopleQuery, variables, { signal })).people;
  },
};
