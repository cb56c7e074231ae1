import { SCHOOL_STAGES } from '@zhixiao/domain';
import { useText } from '../../i18n/index.js';
import { CountField, EnumField, FieldGrid, TextField, YesNoField } from '../parts/index.js';

/** What is registered of a school, for entering and for changing it. */
export const SchoolFields = () => {
  const t = useText();
  return (
    <FieldGrid>
      <TextField source="name" label={t('resources.schools.fields.name')} isRequired />
      <EnumField
        source="stage"
        of="SchoolStage"
        values={SCHOOL_STAGES}
        label={t('resources.schools.fields.stage')}
        isRequired
      />
      <EnumField
        source="ownership"
        of="Ownership"
        values={['PUBLIC', 'PRIVATE']}
        label={t('resources.schools.fields.ownership')}
      />
      <YesNoField source="legalPerson" label={t('resources.schools.fields.legalPerson')} />
      <TextField source="town" label={t('resources.schools.fields.town')} />
      <CountField source="classes" label={t('resources.schools.fields.classes')} />
      <CountField source="students" label={t('resources.schools.fields.students')} />
      <CountField source="staff" label={t('resources.schools.fields.staff')} />
    </FieldGrid>
  );
};
