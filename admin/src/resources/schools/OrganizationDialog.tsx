import { useNotify } from 'react-admin';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useEnumWords, useText, type TextKey } from '../../i18n/index.js';
import { ActionDialog, ReasonField, VersionedForm } from '../parts/index.js';
import { OrganizationFields } from './OrganizationFields.js';
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

interface OrganizationDialogProps {
  readonly school: School;
  readonly onClose: () => void;
}

/** 变更党组织: its type, members and term from a day on; the first one where the school has none. */
export const OrganizationDialog = ({ school, onClose }: OrganizationDialogProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(ChangeOrganizationMutation);
  const { organization } = school;
  const values = Object.fromEntries(FIELDS.map((field) => [field, organization?.[field] ?? null]));
  const fields = FIELDS.map((name) => ({
    name,
    label: t(`resources.schools.fields.${name === 'name' ? 'organizationName' : name}` as TextKey),
    show: (value: unknown) =>
      name === 'orgType' ? word('PartyOrgType', value as string | null) : String(value ?? t('common.none')),
  }));
  return (
    <ActionDialog
      title={t('resources.schools.organization.dialog', { name: school.name })}
      onClose={onClose}
      width="md"
    >
      <VersionedForm
        latest={{ version: school.version, values }}
        extra={{ effectiveOn: today, reason: null }}
        fields={fields}
        submitLabel={t('common.save')}
        onCancel={onClose}
        onSubmit={async (typed, expectedVersion) => {
          const named = Object.fromEntries(FIELDS.map((field) => [field, typed[field] ?? null]));
          const input = { ...named, effectiveOn: typed['effectiveOn'], reason: typed['reason'] ?? '' } as Input;
          await mutateAsync({ schoolId: school.id, expectedVersion, input });
          notify(t('resources.schools.organization.done'), { type: 'success' });
          onClose();
        }}
      >
        <OrganizationFields isRequired />
        <CivilDateInput source="effectiveOn" label={t('resources.schools.fields.effectiveOn')} isRequired />
        <ReasonField />
      </VersionedForm>
    </ActionDialog>
  );
};
