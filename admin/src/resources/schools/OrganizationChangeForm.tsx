import { useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useEnumWords, useText, type TextKey } from '../../i18n/index.js';
import { ReasonField, VersionedForm } from '../parts/index.js';
import type { PickedOrganization } from './organization.graphql.js';
import { OrganizationFields } from './OrganizationFields.js';
import { OrganizationPicker } from './OrganizationPicker.js';
import { ChangeOrganizationMutation, type School } from './school.graphql.js';

type Input = VariablesOf<typeof ChangeOrganizationMutation>['input'];

const FIELDS = [
  'name',
  'orgType',
  'hasCommittee',
  'fullMembers',
  'probationaryMembers',
  'approvalNo',
  'termStart',
  'termEnd',
  'termExtendedUntil',
] as const;

/** What is shown of the fields where two versions differ. */
function useFieldsShown() {
  const t = useText();
  const word = useEnumWords();
  const plain = FIELDS.map((name) => ({
    name,
    label: t(`resources.schools.fields.${name === 'name' ? 'organizationName' : name}` as TextKey),
    show: (value: unknown) =>
      name === 'orgType' ? word('PartyOrgType', value as string | null) : String(value ?? t('common.none')),
  }));
  const show = (value: unknown) => (value as PickedOrganization | null)?.name ?? t('common.none');
  return [...plain, { name: 'superior', label: t('resources.schools.fields.superior'), show }];
}

interface ChangeFormProps {
  readonly school: School;
  readonly onClose: () => void;
}

/** The organisation's type, members, term and superior from a day on; the first one where the school has none. */
export const OrganizationChangeForm = ({ school, onClose }: ChangeFormProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(ChangeOrganizationMutation);
  const { organization } = school;
  const values = Object.fromEntries(FIELDS.map((field) => [field, organization?.[field] ?? null]));
  const submit = async (typed: FieldValues, expectedVersion: number) => {
    const named = Object.fromEntries(FIELDS.map((field) => [field, typed[field] ?? null]));
    const superiorId = (typed['superior'] as PickedOrganization | null)?.id ?? null;
    const input = { ...named, superiorId, effectiveOn: typed['effectiveOn'], reason: typed['reason'] ?? '' } as Input;
    await mutateAsync({ schoolId: school.id, expectedVersion, input });
    notify(t('resources.schools.organization.done'), { type: 'success' });
    onClose();
  };
  return (
    <VersionedForm
      latest={{ version: school.version, values: { ...values, superior: organization?.superior ?? null } }}
      extra={{ effectiveOn: today, reason: null }}
      fields={useFieldsShown()}
      apiFields={{ superiorId: 'superior' }}
      submitLabel={t('common.save')}
      onCancel={onClose}
      onSubmit={submit}
    >
      <OrganizationFields isRequired />
      <OrganizationPicker
        source="superior"
        label={t('resources.schools.fields.superior')}
        tenantId={school.tenant.id}
        except={organization?.id}
      />
      <CivilDateInput source="effectiveOn" label={t('resources.schools.fields.effectiveOn')} isRequired />
      <ReasonField />
    </VersionedForm>
  );
};
