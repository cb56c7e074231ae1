import { AutocompleteArrayInput, required, SelectInput } from 'react-admin';
import type { ResultOf } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import type { SchoolPeopleQuery } from './meeting.graphql.js';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly string[];
}

/** The people who serve at a school on the day, each once, with the posts that they hold then. */
export function peopleOf(data: ResultOf<typeof SchoolPeopleQuery> | undefined, day: string): readonly Colleague[] {
  const people = new Map<string, Colleague>();
  for (const { post, personName, person, startsOn, endsOn } of data?.school?.appointments.nodes ?? []) {
    if (!person || startsOn > day || (endsOn !== null && endsOn < day)) continue;
    const posts = [...(people.get(person.id)?.posts ?? []), post];
    people.set(person.id, { id: person.id, name: personName, posts });
  }
  return [...people.values()];
}

interface PersonFieldProps {
  readonly source: string;
  readonly label: string;
  readonly people: readonly Colleague[];
  readonly isRequired?: boolean;
  readonly helperText?: string;
}

const must = required();

function useChoices(people: readonly Colleague[]) {
  const t = useText();
  const word = useEnumWords();
  return people.map(({ id, name, posts }) => ({
    id,
    // a clerk doesn't read posts
    name:
      posts.length === 0
        ? name
        : t('common.inParens', {
            text: name,
            note: posts.map((post) => word('Post', post)).join(t('common.listSeparator')),
          }),
  }));
}

/** One of the people of the school. */
export const PersonField = ({ source, label, people, isRequired, helperText }: PersonFieldProps) => {
  const choices = useChoices(people);
  return (
    <SelectInput
      source={source}
      label={label}
      choices={choices}
      translateChoice={false}
      validate={isRequired ? must : undefined}
      helperText={helperText ?? false}
      fullWidth
    />
  );
};

/** Several of the people of the school. */
export const PeopleField = ({ source, label, people }: PersonFieldProps) => {
  const choices = useChoices(people);
  return (
    <AutocompleteArrayInput
      source={source}
      label={label}
      choices={choices}
      translateChoice={false}
      helperText={false}
      fullWidth
    />
  );
};
