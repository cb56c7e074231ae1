import { useNotify } from 'react-admin';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ReasonField, VersionedForm } from '../parts/index.js';
import { ChangePersonMutation, type Person } from './person.graphql.js';
import { PERSON_FIELDS, PersonFields } from './PersonFields.js';

type Input = VariablesOf<typeof ChangePersonMutation>['input'];

interface ChangePersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** 修改信息: what was known wrongly or has changed, with the reason. */
export const ChangePersonDialog = ({ person, onClose }: ChangePersonDialogProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const { mutateAsync } = useWrite(ChangePersonMutation);
  const values = Object.fromEntries(PERSON_FIELDS.map((field) => [field, person[field]]));
  const show = (field: (typeof PERSON_FIELDS)[number]) => (value: unknown) => {
    if (field === 'sex') return word('Sex', value as string | null);
    if (field === 'membership') return word('Membership', value as string | null);
    return String(value ?? t('common.none'));
  };
  return (
    <ActionDialog title={t('resources.people.change.title', { name: person.name })} onClose={onClose} width="md">
      <VersionedForm
        latest={{ version: person.version, values }}
        extra={{ reason: null }}
        fields={PERSON_FIELDS.map((name) => ({ name, label: t(`resources.people.fields.${name}`), show: show(name) }))}
        submitLabel={t('common.save')}
        onCancel={onClose}
        onSubmit={async ({ reason, ...typed }, expectedVersion) => {
          const input = Object.fromEntries(PERSON_FIELDS.map((field) => [field, typed[field] ?? null])) as Input;
          await mutateAsync({ id: person.id, expectedVersion, input, reason: reason ?? '' });
          notify(t('resources.people.change.done'), { type: 'success' });
          onClose();
        }}
      >
        <PersonFields />
        <ReasonField />
      </VersionedForm>
    </ActionDialog>
  );
};
