import { useState } from 'react';
import { Box, Typography } from '@mui/material';
import { required, useInput, ValidationError } from 'react-admin';
import { postName, useSettled } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { SearchSelect } from './SearchSelect.js';
import { PickPeopleQuery, type PickedPerson } from './staffing.graphql.js';

/** Somebody on record, or a name for somebody who is not yet. */
export type Appointee = PickedPerson | { readonly newName: string };

export const isNew = (appointee: Appointee): appointee is { readonly newName: string } => 'newName' in appointee;

/** Posts held today, in a line: what an appointment would come on top of. */
const Posts = ({ posts }: Pick<PickedPerson, 'posts'>) => {
  const t = useText();
  const word = useEnumWords();
  if (posts.length === 0) return t('resources.appointments.picker.available');
  return posts
    .map((seat) => `${seat.school?.name ?? ''} ${postName(seat, { t, word })}`)
    .join(t('common.listSeparator'));
};

const PersonOption = ({ person }: { readonly person: Appointee }) => {
  const t = useText();
  const word = useEnumWords();
  if (isNew(person)) return t('resources.appointments.picker.create', { name: person.newName });
  const { name, sex, birthMonth, membership } = person;
  const facts = [sex && word('Sex', sex), birthMonth, word('Membership', membership)].filter(Boolean).join(' · ');
  return (
    <Box>
      <Typography variant="body2">
        {name}
        <Typography component="span" variant="caption" color="textSecondary">
          {' '}
          {facts}
        </Typography>
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary">
        <Posts posts={person.posts} />
      </Typography>
    </Box>
  );
};

/** The posts that the chosen person holds already. */
export const HeldPosts = ({ person }: { readonly person: PickedPerson }) => {
  const t = useText();
  return (
    <Typography variant="body2" role="status">
      {t('resources.appointments.picker.held')}
      <Posts posts={person.posts} />
    </Typography>
  );
};

interface PersonPickerProps {
  readonly source: string;
  /** Only people of the school's own tenant can be appointed. */
  readonly tenantId: string | undefined;
  readonly autoFocus?: boolean;
}

const must = required();

/** A family name alone is nobody, and letters are pinyin of somebody looked for. */
const FULL_NAME = /\p{Script=Han}.*\p{Script=Han}/u;

/** Finds a person by name, pinyin or initials; a name that is not there can be entered as a new person. */
export const PersonPicker = ({ source, tenantId, autoFocus }: PersonPickerProps) => {
  const t = useText();
  const [q, setQ] = useState('');
  const settled = useSettled(q.trim());
  const { field, fieldState } = useInput<{ person: Appointee | null }>({ source, validate: must });
  const variables = { q: settled, tenantId: tenantId ?? null };
  const found = useOperation(PickPeopleQuery, variables, { enabled: settled !== '' });
  const people = (found.data?.people.nodes ?? []).filter(({ tenant }) => !tenantId || tenant.id === tenantId);
  const name = q.trim();
  const isSearching = name !== settled || (name !== '' && found.isFetching);
  // nobody is entered twice: a new person is offered once it is known who is there
  const mayBeNew = found.isSuccess && FULL_NAME.test(name);
  const options: Appointee[] = mayBeNew ? [...people, { newName: name }] : people;
  return (
    <SearchSelect<Appointee>
      label={t('resources.appointments.fields.person')}
      hint={t('resources.appointments.picker.hint')}
      value={(field.value as Appointee | null) || null}
      options={options}
      isSearching={isSearching}
      searchError={found.error}
      error={fieldState.error?.message && <ValidationError error={fieldState.error.message} />}
      onSearch={setQ}
      onChange={field.onChange}
      keyOf={(person) => (isNew(person) ? `new ${person.newName}` : person.id)}
      nameOf={(person) => (isNew(person) ? person.newName : person.name)}
      renderOption={(person) => <PersonOption person={person} />}
      autoFocus={autoFocus}
    />
  );
};
