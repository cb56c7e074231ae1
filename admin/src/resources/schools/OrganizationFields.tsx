import { PARTY_ORG_TYPES } from '@zhixiao/domain';
import { CivilDateInput } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { CountField, EnumField, FieldGrid, TextField, YesNoField } from '../parts/index.js';

interface OrganizationFieldsProps {
  /** Before the name of each field, with its dot. */
  readonly prefix?: string;
  readonly isRequired?: boolean;
}

/** What is registered of a school's party organisation. */
export const OrganizationFields = ({ prefix = '', isRequired }: OrganizationFieldsProps) => {
  const t = useText();
  const at = (field: string) => `${prefix}${field}`;
  return (
    <FieldGrid>
      <TextField source={at('name')} label={t('resources.schools.fields.organizationName')} isRequired={isRequired} />
      <EnumField
        source={at('orgType')}
        of="PartyOrgType"
        values={PARTY_ORG_TYPES}
        label={t('resources.schools.fields.orgType')}
        isRequired={isRequired}
      />
      <YesNoField source={at('hasCommittee')} label={t('resources.schools.fields.hasCommittee')} />
      <CountField source={at('fullMembers')} label={t('resources.schools.fields.fullMembers')} />
      <CountField source={at('probationaryMembers')} label={t('resources.schools.fields.probationaryMembers')} />
      <TextField source={at('approvalNo')} label={t('resources.schools.fields.approvalNo')} />
      <CivilDateInput source={at('termStart')} label={t('resources.schools.fields.termStart')} />
      <CivilDateInput source={at('termEnd')} label={t('resources.schools.fields.termEnd')} />
      <CivilDateInput source={at('termExtendedUntil')} label={t('resources.schools.fields.termExtendedUntil')} />
    </FieldGrid>
  );
};
