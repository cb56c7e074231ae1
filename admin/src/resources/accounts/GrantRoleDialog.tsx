import { addYears, decodeTenantId, type Role } from '@zhixiao/domain';
import { grantableRoles, type GrantScope } from '@zhixiao/policy';
import { SelectInput, useNotify } from 'react-admin';
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  ActionDialog,
  ActionForm,
  EnumField,
  FieldGrid,
  ReasonField,
  TextField,
  useTenants,
  type TenantChoice,
} from '../parts/index.js';
import { GrantRoleMutation } from './account.graphql.js';
import { EffectPreview } from './EffectPreview.js';
import { GrantedSchoolPicker } from './GrantedSchoolPicker.js';
import { isOfSchool } from './giver.js';

type Input = VariablesOf<typeof GrantRoleMutation>['input'];

function rolesAt(giver: GrantScope, tenantId: string): readonly Role[] {
  const tenant = decodeTenantId(tenantId);
  return tenant === null ? [] : grantableRoles(giver, tenant);
}

/** The tenants where this grant gives a role at all; the own one first. */
function useGrantableTenants(giver: GrantScope): readonly TenantChoice[] {
  const tenants = useTenants().filter(({ id }) => rolesAt(giver, id).length > 0);
  return tenants;
}

const Where = ({ giver }: { readonly giver: GrantScope }) => {
  const t = useText();
  const { setValue } = useFormContext();
  const tenants = useGrantableTenants(giver);
  if (tenants.length < 2) return null;
  return (
    <SelectInput
      source="tenantId"
      label={t('resources.roleGrants.fields.tenant')}
      choices={tenants.map(({ id, name }) => ({ id, name }))}
      translateChoice={false}
      // another tenant has other roles and schools
      onChange={() => {
        setValue('role', null);
        setValue('school', null);
      }}
      helperText={false}
      isRequired
      fullWidth
    />
  );
};

const Fields = ({ giver }: { readonly giver: GrantScope }) => {
  const t = useText();
  const [tenantId, role] = useWatch({ name: ['tenantId', 'role'] }) as [string, Role | null];
  const label = (field: 'username' | 'role' | 'validFrom' | 'validTo') => t(`resources.roleGrants.fields.${field}`);
  return (
    <>
      <TextField
        source="username"
        label={label('username')}
        helperText={t('resources.roleGrants.grant.usernameHelp')}
        max={64}
        isRequired
      />
      <Where giver={giver} />
      <EnumField source="role" of="Role" values={rolesAt(giver, tenantId)} label={label('role')} isRequired />
      {isOfSchool(role) && <GrantedSchoolPicker key={tenantId} tenantId={tenantId} />}
      <FieldGrid>
        <CivilDateInput source="validFrom" label={label('validFrom')} isRequired />
        <CivilDateInput
          source="validTo"
          label={label('validTo')}
          helperText={t('resources.roleGrants.grant.validToHelp')}
          isRequired
        />
      </FieldGrid>
      {role && <EffectPreview role={role} tenantId={tenantId} />}
      <ReasonField />
    </>
  );
};

interface GrantRoleDialogProps {
  readonly giver: GrantScope;
  readonly ownTenantId: string;
  readonly username: string | null;
  readonly onClose: () => void;
}

/** 授予角色: to whom, where, until when, and what it lets the person do. */
export const GrantRoleDialog = ({ giver, ownTenantId, username, onClose }: GrantRoleDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const tenants = useGrantableTenants(giver);
  const { mutateAsync } = useWrite(GrantRoleMutation);
  const first = rolesAt(giver, ownTenantId).length > 0 ? ownTenantId : (tenants[0]?.id ?? '');
  const submit = async ({ school, ...values }: FieldValues) => {
    const schoolId = isOfSchool(values['role'] as Role) ? (school as { id: string } | null)?.id : null;
    await mutateAsync({ input: { ...values, schoolId } as Input });
    notify(t('resources.roleGrants.grant.done'), { type: 'success' });
    onClose();
  };
  return (
    <ActionDialog title={t('resources.roleGrants.grant.title')} onClose={onClose}>
      {first && (
        <ActionForm
          initial={{
            ...{ username, tenantId: first, role: null, school: null, reason: null },
            ...{ validFrom: today, validTo: addYears(today, 1) },
          }}
          submitLabel={t('resources.roleGrants.grant.submit')}
          apiFields={{ schoolId: 'school' }}
          onCancel={onClose}
          onSubmit={submit}
        >
          <Fields giver={giver} />
        </ActionForm>
      )}
    </ActionDialog>
  );
};
