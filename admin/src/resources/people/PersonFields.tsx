import { MEMBERSHIPS } from '@zhixiao/domain';
import { CivilDateInput } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { EnumField, FieldGrid, TextField } from '../parts/index.js';

export const PERSON_FIELDS = [
  'name',
  'sex',
  'birthMonth',
  'ethnicity',
  'education',
  'title',
  'membership',
  'partyJoinedOn',
  'partyFullOn',
] as const;

/** What is known of a person: never an identity number, never a phone. */
export const PersonFields = () => {
  const t = useText();
  const label = (field: (typeof PERSON_FIELDS)[number]) => t(`resources.people.fields.${field}`);
  return (
    <FieldGrid>
      <TextField source="name" label={label('name')} isRequired />
      <EnumField source="membership" of="Membership" values={MEMBERSHIPS} label={label('membership')} isRequired />
      <EnumField source="sex" of="Sex" values={['MALE', 'FEMALE']} label={label('sex')} />
      <TextField
        source="birthMonth"
        label={label('birthMonth')}
        helperText={t('resources.people.birthMonthHelp')}
        max={7}
      />
      <TextField source="ethnicity" label={label('ethnicity')} max={30} />
      <TextField source="education" label={label('education')} max={50} />
      <TextField source="title" label={label('title')} max={50} />
      <CivilDateInput source="partyJoinedOn" label={label('partyJoinedOn')} />
      <CivilDateInput source="partyFullOn" label={label('partyFullOn')} />
    </FieldGrid>
  );
};
