import { POSTS } from '@zhixiao/domain';
import { Autocomplete, TextField } from '@mui/material';
import { required, useInput, ValidationError } from 'react-admin';
import { postName } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { PeopleOfSchoolQuery, type SchoolPerson } from './topic-form.graphql.js';

/** Who leads the school comes first, in the order of posts; the others after them. */
function byPostHere(schoolId: string) {
  const rank = ({ posts }: SchoolPerson): number => {
    const here = posts.filter(({ school }) => school?.id === schoolId).map(({ post }) => POSTS.indexOf(post));
    return here.length > 0 ? Math.min(...here) : POSTS.length;
  };
  return (a: SchoolPerson, b: SchoolPerson): number => rank(a) - rank(b);
}

/** The people of a school, each with what they do there. */
function usePeopleOfSchool(schoolId: string) {
  const t = useText();
  const word = useEnumWords();
  const { data } = useOperation(PeopleOfSchoolQuery, { schoolId }, { enabled: schoolId !== '' });
  const people = [...(data?.people.nodes ?? [])].sort(byPostHere(schoolId));
  const nameOf = ({ name, posts }: SchoolPerson) => {
    const here = posts.filter(({ school }) => school?.id === schoolId);
    const note = here.map((seat) => postName(seat, { t, word })).join(t('common.listSeparator'));
    return note ? t('common.inParens', { text: name, note }) : name;
  };
  return { people, nameOf };
}

interface PickerProps {
  readonly schoolId: string;
  readonly source: string;
  readonly label: string;
  readonly isRequired?: boolean;
}

const must = required();

/** Several people of the school. */
export const PeoplePicker = ({ schoolId, source, label, isRequired }: PickerProps) => {
  const { people, nameOf } = usePeopleOfSchool(schoolId);
  const { field, fieldState } = useInput({ source, validate: isRequired ? must : undefined });
  const chosen = (field.value || []) as readonly string[];
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={people}
      value={people.filter(({ id }) => chosen.includes(id))}
      getOptionKey={({ id }) => id}
      getOptionLabel={nameOf}
      onChange={(_, all) => field.onChange(all.length > 0 ? all.map(({ id }) => id) : null)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={isRequired}
          error={fieldState.invalid}
          helperText={fieldState.error?.message && <ValidationError error={fieldState.error.message} />}
        />
      )}
    />
  );
};

/** One of them, or nobody. */
export const PersonOfSchool = ({ schoolId, source, label, isRequired }: PickerProps) => {
  const { people, nameOf } = usePeopleOfSchool(schoolId);
  const { field, fieldState } = useInput({ source, validate: isRequired ? must : undefined });
  return (
    <Autocomplete
      options={people}
      value={people.find(({ id }) => id === field.value) ?? null}
      getOptionKey={({ id }) => id}
      getOptionLabel={nameOf}
      onChange={(_, person) => field.onChange(person?.id ?? null)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={isRequired}
          error={fieldState.invalid}
          helperText={fieldState.error?.message && <ValidationError error={fieldState.error.message} />}
        />
      )}
    />
  );
};
