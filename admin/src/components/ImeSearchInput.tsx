import SearchIcon from '@mui/icons-material/Search';
import { InputAdornment, TextField } from '@mui/material';
import { useInput } from 'react-admin';
import { useText } from '../i18n/index.js';
import { useImeValue } from './use-ime-value.js';

interface ImeSearchInputProps {
  readonly source: string;
  readonly label?: string;
  readonly placeholder?: string;
  /** For react-admin's filter form. */
  readonly alwaysOn?: boolean;
}

/** The search field of a list's filters: it waits until Chinese input is composed. */
export const ImeSearchInput = ({ source, label, placeholder }: ImeSearchInputProps) => {
  const t = useText();
  const { id, field } = useInput<Record<string, string>>({ source });
  const ime = useImeValue({ value: String(field.value ?? ''), onCommit: field.onChange });
  return (
    <TextField
      {...ime}
      id={id}
      name={field.name}
      type="search"
      size="small"
      variant="outlined"
      label={label ?? t('common.search')}
      placeholder={placeholder}
      onBlur={field.onBlur}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
};
