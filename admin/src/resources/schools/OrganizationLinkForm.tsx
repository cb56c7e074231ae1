import { useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ReasonField, VersionedForm } from '../parts/index.js';
import {
  LinkOrganizationMutation,
  UnlinkOrganizationMutation,
  type PickedOrganization,
} from './organization.graphql.js';
import { OrganizationPicker } from './OrganizationPicker.js';
import type { School } from './school.graphql.js';

interface LinkFormProps {
  readonly school: School;
  readonly onClose: () => void;
}

/** What both forms say of the school: which organisation leads it. A conflict shows that. */
function useLeading({ version, organization }: School) {
  const t = useText();
  const show = (value: unknown) => String(value ?? t('common.none'));
  return {
    latest: { version, values: { leading: organization?.name ?? null } },
    fields: [{ name: 'leading', label: t('resources.schools.fields.organizationName'), show }],
  };
}

const EffectiveOn = () => (
  <CivilDateInput source="effectiveOn" label={useText()('resources.schools.fields.effectiveOn')} isRequired />
);

/** 改由已有党组织领导: the school comes under an organisation that is there, as a joint branch leads several. */
export const OrganizationLinkForm = ({ school, onClose }: LinkFormProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(LinkOrganizationMutation);
  const submit = async ({ chosen, effectiveOn, reason }: FieldValues, expectedVersion: number) => {
    const organizationId = (chosen as PickedOrganization).id;
    const input = { organizationId, effectiveOn: effectiveOn as string, reason: String(reason ?? '') };
    await mutateAsync({ schoolId: school.id, expectedVersion, input });
    notify(t('resources.schools.organization.linked'), { type: 'success' });
    onClose();
  };
  return (
    <VersionedForm
      {...useLeading(school)}
      extra={{ chosen: null, effectiveOn: today, reason: null }}
      apiFields={{ organizationId: 'chosen' }}
      submitLabel={t('common.save')}
      onCancel={onClose}
      onSubmit={submit}
    >
      <OrganizationPicker
        source="chosen"
        label={t('resources.schools.organization.existing')}
        tenantId={school.tenant.id}
        except={school.organization?.id}
        isRequired
      />
      <EffectiveOn />
      <ReasonField />
    </VersionedForm>
  );
};

/** 不再设党组织: from a day on no organisation leads the school. */
export const OrganizationLeaveForm = ({ school, onClose }: LinkFormProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(UnlinkOrganizationMutation);
  const submit = async ({ effectiveOn, reason }: FieldValues, expectedVersion: number) => {
    const input = { effectiveOn: effectiveOn as string, reason: String(reason ?? '') };
    await mutateAsync({ schoolId: school.id, expectedVersion, input });
    notify(t('resources.schools.organization.left'), { type: 'success' });
    onClose();
  };
  return (
    <VersionedForm
      {...useLeading(school)}
      extra={{ effectiveOn: today, reason: null }}
      submitLabel={t('common.save')}
      isGrave
      onCancel={onClose}
      onSubmit={submit}
    >
      <EffectiveOn />
      <ReasonField />
    </VersionedForm>
  );
};
