import { useState } from 'react';
import { Typography } from '@mui/material';
import { required, useInput, ValidationError } from 'react-admin';
import { useSettled } from '../../components/index.js';
import { useOperation, type ResultOf } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { SearchSelect } from '../staffing/index.js';
import { PickOrganizationsQuery, type PickedOrganization } from './organization.graphql.js';

type Found = ResultOf<typeof PickOrganizationsQuery>['organizations']['nodes'][number];

interface OrganizationPickerProps {
  readonly source: string;
  readonly label: string;
  readonly tenantId: string;
  /** The organisation that is not offered: nothing is above or instead of itself. */
  readonly except?: string;
  readonly isRequired?: boolean;
}

const must = required();

const isFound = (organization: PickedOrganization | Found): organization is Found => 'orgType' in organization;

/** Of the same name may be several: type and superior tell them apart. */
const Option = ({ organization }: { readonly organization: PickedOrganization | Found }) => {
  const word = useEnumWords();
  const facts = isFound(organization) ? [word('PartyOrgType', organization.orgType), organization.superior?.name] : [];
  return (
    <Typography variant="body2">
      {organization.name}{' '}
      <Typography component="span" variant="caption" color="textSecondary">
        {facts.filter(Boolean).join(' · ')}
      </Typography>
    </Typography>
  );
};

/** Finds a party organisation of the county by a part of its name. */
export const OrganizationPicker = ({ source, label, tenantId, except, isRequired }: OrganizationPickerProps) => {
  const t = useText();
  const [q, setQ] = useState('');
  const settled = useSettled(q.trim());
  const validate = isRequired ? must : undefined;
  const { field, fieldState } = useInput<{ organization: PickedOrganization | null }>({ source, validate });
  const found = useOperation(PickOrganizationsQuery, { q: settled, tenantId }, { enabled: settled !== '' });
  return (
    <SearchSelect<PickedOrganization | Found>
      label={label}
      hint={t('resources.schools.organization.pick')}
      value={(field.value as PickedOrganization | null) || null}
      options={(found.data?.organizations.nodes ?? []).filter(({ id }) => id !== except)}
      isSearching={q.trim() !== settled || (settled !== '' && found.isFetching)}
      searchError={found.error}
      error={fieldState.error?.message && <ValidationError error={fieldState.error.message} />}
      onSearch={setQ}
      onChange={field.onChange}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      renderOption={(organization) => <Option organization={organization} />}
      isRequired={isRequired ?? false}
    />
  );
};
