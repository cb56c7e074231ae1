import { Autocomplete, TextField } from '@mui/material';
import { useText } from '../../i18n/index.js';
import { useTenants } from './use-tenants.js';

interface TenantSelectProps {
  readonly value: string | null | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** A county or city within the grant's range, by name or code; not shown where there is but one. */
export const TenantSelect = ({ value, onChange }: TenantSelectProps) => {
  const t = useText();
  const tenants = useTenants();
  if (tenants.length < 2) return null;
  return (
    <Autocomplete
      options={[...tenants]}
      value={tenants.find(({ id }) => id === value) ?? null}
      onChange={(_, tenant) => onChange(tenant?.id)}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ name, code }) => `${name} ${code}`}
      sx={{ width: { xs: '100%', sm: 150 } }}
      renderInput={(params) => <TextField {...params} label={t('resources.shared.county')} margin="none" />}
    />
  );
};
