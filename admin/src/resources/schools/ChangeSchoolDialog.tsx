import { useNotify } from 'react-admin';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ReasonField, VersionedForm } from '../parts/index.js';
import { ChangeSchoolMutation, type School } from './school.graphql.js';
import { SchoolFields } from './SchoolFields.js';

type Input = VariablesOf<typeof ChangeSchoolMutation>['input'];

const FIELDS = ['name', 'stage', 'ownership', 'legalPerson', 'town', 'classes', 'students', 'staff'] as const;

interface ChangeSchoolDialogProps {
  readonly school: School;
  readonly onClose: () => void;
}

/** Only what is different is sent: a field that is named counts as confirmed. */
function changesOf(school: School, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const different = FIELDS.filter((field) => (values[field] ?? null) !== (school[field] ?? null));
  return Object.fromEntries(different.map((field) => [field, values[field] ?? null]));
}

/** 变更信息: what is different at the school, from which day on, and why. */
export const ChangeSchoolDialog = ({ school, onClose }: ChangeSchoolDialogProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(ChangeSchoolMutation);
  const values = Object.fromEntries(FIELDS.map((field) => [field, school[field]]));
  const show = (field: (typeof FIELDS)[number]) => (value: unknown) => {
    if (field === 'stage') return word('SchoolStage', value as string);
    if (field === 'ownership') return word('Ownership', value as string | null);
    return String(value ?? t('common.none'));
  };
  return (
    <ActionDialog title={t('resources.schools.change.title', { name: school.name })} onClose={onClose} width="md">
      <VersionedForm
        latest={{ version: school.version, values }}
        extra={{ effectiveOn: today, reason: null }}
        fields={FIELDS.map((name) => ({ name, label: t(`resources.schools.fields.${name}`), show: show(name) }))}
        submitLabel={t('common.save')}
        onCancel={onClose}
        onSubmit={async ({ effectiveOn, reason, ...rest }, expectedVersion) => {
          const input = { ...changesOf(school, rest), effectiveOn, reason: reason ?? '' } as Input;
          await mutateAsync({ id: school.id, expectedVersion, input });
          notify(t('resources.schools.change.done'), { type: 'success' });
          onClose();
        }}
      >
        <SchoolFields />
        <CivilDateInput
          source="effectiveOn"
          label={t('resources.schools.fields.effectiveOn')}
          helperText={t('resources.schools.change.effective')}
          isRequired
        />
        <ReasonField />
      </VersionedForm>
    </ActionDialog>
  );
};
