import { useState } from 'react';
import { decodeTenantId, ROLES } from '@zhixiao/domain';
import { grantableRoles } from '@zhixiao/policy';
import { Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { CivilDate, EnumText } from '../../components/index.js';
import { useAbility, useViewer, useWrite, type SchemaType } from '../../data/index.js';
import { formatDay, useEnumWords, useText } from '../../i18n/index.js';
import {
  ActionDialog,
  ActionForm,
  FilterBar,
  ListPage,
  ManySelect,
  OneSelect,
  ReasonField,
  TenantSelect,
  useEnumChoices,
  useFilters,
  type Column,
} from '../parts/index.js';
import { RevokeRoleMutation, type RoleGrantRow } from './account.graphql.js';
import { CreateAccountDialog, RenewActivationDialog, ResetAccessDialog } from './AccountDialogs.js';
import { giverOf } from './giver.js';
import { GrantRoleDialog } from './GrantRoleDialog.js';

type Filter = SchemaType<'RoleGrantFilter'>;

const RoleGrantFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const roles = useEnumChoices('Role', ROLES);
  return (
    <FilterBar>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.roleGrants.fields.role')}
        width={200}
        choices={roles}
        value={values.role ?? undefined}
        onChange={(role) => setFilter({ role })}
      />
      <OneSelect
        label={t('resources.roleGrants.filters.current')}
        choices={[{ value: 'true', text: t('resources.roleGrants.filters.currentOnly') }]}
        value={values.current ? 'true' : undefined}
        onChange={(value) => setFilter({ current: value ? true : undefined })}
      />
    </FilterBar>
  );
};

const Revoke = ({ row }: { readonly row: RoleGrantRow }) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = useWrite(RevokeRoleMutation);
  const close = () => setOpen(false);
  const whose = t('common.inParens', { text: row.accountName, note: word('Role', row.role) });
  return (
    <>
      <Button
        size="small"
        color="error"
        aria-label={`${t('resources.roleGrants.revoke.short')} ${whose}`}
        onClick={() => setOpen(true)}
      >
        {t('resources.roleGrants.revoke.short')}
      </Button>
      {open && (
        <ActionDialog title={t('resources.roleGrants.revoke.title', { whose })} onClose={close}>
          <ActionForm
            initial={{ reason: null }}
            submitLabel={t('resources.roleGrants.revoke.submit')}
            isGrave
            onCancel={close}
            onSubmit={async ({ reason }) => {
              await mutateAsync({ grantId: row.id, reason: String(reason ?? '') });
              notify(t('resources.roleGrants.revoke.done'), { type: 'success' });
              close();
            }}
          >
            <ReasonField />
          </ActionForm>
        </ActionDialog>
      )}
    </>
  );
};

/** Nobody takes back what they could not give, or their own; that one admin at least stays, the server knows. */
function useMayRevoke(): (row: RoleGrantRow) => boolean {
  const { can } = useAbility();
  const viewer = useViewer();
  const giver = viewer && giverOf(viewer);
  return ({ id, schoolId, role, username, tenant }) => {
    const tenantId = decodeTenantId(tenant.id);
    if (!giver || tenantId === null || username === viewer.account.username) return false;
    return can('revoke', 'RoleGrant', { id, schoolId }) && grantableRoles(giver, tenantId).includes(role);
  };
}

function useColumnsOfGrants(): readonly Column<RoleGrantRow>[] {
  const t = useText();
  const { can } = useAbility();
  const mayRevoke = useMayRevoke();
  const none = t('common.none');
  type Field = 'accountName' | 'username' | 'role' | 'place' | 'validFrom' | 'validTo' | 'grantedBy' | 'grantedAt';
  const label = (field: Field | 'reason') => t(`resources.roleGrants.fields.${field}`);
  const actions: Column<RoleGrantRow> = {
    key: 'actions',
    label: t('resources.shared.actions'),
    render: (row) => (mayRevoke(row) ? <Revoke row={row} /> : none),
  };
  return [
    { key: 'accountName', label: label('accountName'), isTitle: true, render: ({ accountName }) => accountName },
    { key: 'username', label: label('username'), render: ({ username }) => username ?? none },
    { key: 'role', label: label('role'), render: ({ role }) => <EnumText of="Role" value={role} /> },
    { key: 'place', label: label('place'), render: ({ schoolName, tenant }) => schoolName ?? tenant.name },
    { key: 'validFrom', label: label('validFrom'), render: ({ validFrom }) => <CivilDate value={validFrom} /> },
    { key: 'validTo', label: label('validTo'), render: ({ validTo }) => <CivilDate value={validTo} /> },
    { key: 'grantedBy', label: label('grantedBy'), render: ({ grantedBy }) => grantedBy },
    { key: 'grantedAt', label: label('grantedAt'), isExtra: true, render: ({ grantedAt }) => formatDay(grantedAt) },
    { key: 'reason', label: label('reason'), isExtra: true, render: ({ reason }) => reason },
    ...(can('revoke', 'RoleGrant') ? [actions] : []),
  ];
}

type Open = 'create' | 'renew' | 'reset' | { readonly grantTo: string | null } | null;

const Actions = () => {
  const t = useText();
  const { can } = useAbility();
  const viewer = useViewer();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const giver = viewer && giverOf(viewer);
  const onGrant = (username: string) => setOpen({ grantTo: username });
  return (
    <>
      {can('grant', 'RoleGrant') && (
        <Button onClick={() => setOpen({ grantTo: null })}>{t('resources.roleGrants.grant.open')}</Button>
      )}
      {can('create', 'Account') && (
        <>
          <Button onClick={() => setOpen('create')}>{t('resources.roleGrants.create.open')}</Button>
          <Button onClick={() => setOpen('renew')}>{t('resources.roleGrants.renew.open')}</Button>
          <Button onClick={() => setOpen('reset')}>{t('resources.roleGrants.reset.open')}</Button>
        </>
      )}
      {open === 'create' && <CreateAccountDialog onClose={close} onGrant={onGrant} />}
      {open === 'renew' && <RenewActivationDialog onClose={close} onGrant={onGrant} />}
      {open === 'reset' && <ResetAccessDialog onClose={close} />}
      {open !== null && typeof open === 'object' && giver && (
        <GrantRoleDialog
          giver={giver}
          ownTenantId={viewer.grant?.tenant.id ?? ''}
          username={open.grantTo}
          onClose={close}
        />
      )}
    </>
  );
};

/** 账号与授权: who was given which role where, until when; rights that follow from a post are the appointments. */
export const RoleGrantList = () => {
  const t = useText();
  return (
    <ListPage
      resource="roleGrants"
      title={t('resources.roleGrants.name')}
      caption={t('resources.roleGrants.caption')}
      sort={{ field: 'grantedAt', order: 'DESC' }}
      columns={useColumnsOfGrants()}
      filters={<RoleGrantFilters />}
      actions={<Actions />}
      hint={t('resources.roleGrants.none')}
    />
  );
};
