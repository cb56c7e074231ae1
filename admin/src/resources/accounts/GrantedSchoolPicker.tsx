import { useState } from 'react';
import { Typography } from '@mui/material';
import { required, useInput, ValidationError } from 'react-admin';
import { useSettled } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { SearchSelect } from '../staffing/index.js';
import { GrantedSchoolsQuery, type GrantedSchool } from './account.graphql.js';

const must = required();

/** The school at which the role is given: one of the tenant's own. */
export const GrantedSchoolPicker = ({ tenantId }: { readonly tenantId: string }) => {
  const t = useText();
  const [q, setQ] = useState('');
  const settled = useSettled(q.trim());
  const { field, fieldState } = useInput<{ school: GrantedSchool | null }>({ source: 'school', validate: must });
  const found = useOperation(GrantedSchoolsQuery, { q: settled, tenantId }, { enabled: settled !== '' });
  const schools = found.data?.schools.nodes ?? [];
  return (
    <SearchSelect<GrantedSchool>
      label={t('resources.roleGrants.fields.school')}
      hint={t('resources.appointments.picker.school')}
      value={(field.value as GrantedSchool | null) || null}
      options={schools.filter(({ tenant }) => tenant.id === tenantId)}
      isSearching={q.trim() !== settled || (settled !== '' && found.isFetching)}
      searchError={found.error}
      error={fieldState.error?.message && <ValidationError error={fieldState.error.message} />}
      onSearch={setQ}
      onChange={field.onChange}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      renderOption={({ name, code }) => (
        <Typography variant="body2">
          {name}{' '}
          <Typography component="span" variant="caption" color="textSecondary">
            {code}
          </Typography>
        </Typography>
      )}
    />
  );
};
