import { useRef, useState, type CompositionEvent, type ReactNode } from 'react';
import { Autocomplete, Box, TextField } from '@mui/material';
import { useText } from '../../i18n/index.js';

interface SearchSelectProps<Option> {
  readonly label: string;
  readonly value: Option | null;
  readonly options: readonly Option[];
  readonly isLoading: boolean;
  readonly hint: string;
  readonly error?: ReactNode;
  readonly onSearch: (q: string) => void;
  readonly onChange: (option: Option | null) => void;
  readonly keyOf: (option: Option) => string;
  readonly nameOf: (option: Option) => string;
  readonly renderOption: (option: Option) => ReactNode;
  readonly autoFocus?: boolean;
}

/** A picker that searches on the server while one types, waiting until Chinese input is composed. */
export const SearchSelect = <Option,>(props: SearchSelectProps<Option>) => {
  const { label, value, options, isLoading, hint, error, onSearch, onChange, keyOf, nameOf, renderOption } = props;
  const t = useText();
  const [text, setText] = useState(value ? nameOf(value) : '');
  const composing = useRef(false);
  const type = (next: string) => {
    setText(next);
    if (!composing.current) onSearch(next);
  };
  return (
    <Autocomplete
      fullWidth
      options={[...options]}
      value={value}
      inputValue={text}
      filterOptions={(all) => all}
      getOptionKey={keyOf}
      getOptionLabel={nameOf}
      isOptionEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
      loading={isLoading}
      loadingText={t('common.loading')}
      noOptionsText={text.trim() ? t('resources.shared.noMatch') : hint}
      onInputChange={(_, next, reason) => (reason === 'input' ? type(next) : setText(next))}
      onChange={(_, option) => onChange(option)}
      renderOption={({ key, ...item }, option) => (
        <Box component="li" key={key} {...item}>
          {renderOption(option)}
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required
          autoFocus={props.autoFocus}
          error={Boolean(error)}
          helperText={error || hint}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={({ target }: CompositionEvent<HTMLElement>) => {
            composing.current = false;
            if (target instanceof HTMLInputElement) onSearch(target.value);
          }}
        />
      )}
    />
  );
};
