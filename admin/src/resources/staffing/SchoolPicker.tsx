import { useState } from 'react';
import { Typography } from '@mui/material';
import { useSettled } from '../../components/index.js';
import { useAbility, useOperation, type ResultOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { atSchool } from './at-school.js';
import { SearchSelect } from './SearchSelect.js';
import { PickSchoolsQuery } from './staffing.graphql.js';

type Choice = ResultOf<typeof PickSchoolsQuery>['schools']['nodes'][number];

/** The school to appoint at: only those where the server would let one. */
export const SchoolPicker = ({ onPick }: { readonly onPick: (id: string) => void }) => {
  const t = useText();
  const { can } = useAbility();
  const [q, setQ] = useState('');
  const settled = useSettled(q.trim());
  const found = useOperation(PickSchoolsQuery, { q: settled }, { enabled: settled !== '' });
  const schools = found.data?.schools.nodes ?? [];
  return (
    <SearchSelect<Choice>
      label={t('resources.appointments.fields.school')}
      hint={t('resources.appointments.picker.school')}
      value={null}
      options={schools.filter(({ id }) => can('appoint', 'Appointment', atSchool(id)))}
      isSearching={q.trim() !== settled || (settled !== '' && found.isFetching)}
      searchError={found.error}
      onSearch={setQ}
      onChange={(school) => school && onPick(school.id)}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      renderOption={({ name, code, tenant }) => (
        <Typography variant="body2">
          {name}{' '}
          <Typography component="span" variant="caption" color="textSecondary">
            {tenant.name} · {code}
          </Typography>
        </Typography>
      )}
    />
  );
};
