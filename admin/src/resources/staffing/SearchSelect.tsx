import { useRef, useState, type CompositionEvent, type ReactNode } from 'react';
import { Autocomplete, Box, LinearProgress, TextField } from '@mui/material';
import { ErrorNotice } from '../../components/index.js';
import { useText } from '../../i18n/index.js';

interface SearchSelectProps<Option> {
  readonly label: string;
  readonly value: Option | null;
  readonly options: readonly Option[];
  /** The answer to what is typed is not there yet: nothing is offered till then. */
  readonly isSearching: boolean;
  /** Why there is no answer. */
  readonly searchError?: unknown;
  readonly hint: string;
  readonly error?: ReactNode;
  readonly onSearch: (q: string) => void;
  readonly onChange: (option: Option | null) => void;
  readonly keyOf: (option: Option) => string;
  readonly nameOf: (option: Option) => string;
  readonly renderOption: (option: Option) => ReactNode;
  readonly autoFocus?: boolean;
  readonly isRequired?: boolean;
}

/** Seen, not read out: the picker says by itself that it is searching. */
const Searching = () => {
  const t = useText();
  return (
    <Box>
      {t('shell.search.loading')}
      <LinearProgress aria-hidden sx={{ marginTop: 0.5 }} />
    </Box>
  );
};

/** A picker that searches on the server while one types, waiting until Chinese input is composed. */
export const SearchSelect = <Option,>(props: SearchSelectProps<Option>) => {
  const { label, value, options, isSearching, hint, error, onSearch, onChange, keyOf, nameOf, renderOption } = props;
  const t = useText();
  const [text, setText] = useState(value ? nameOf(value) : '');
  const composing = useRef(false);
  const nothing = text.trim() ? t('resources.shared.noMatch') : hint;
  const type = (next: string) => {
    setText(next);
    if (!composing.current) onSearch(next);
  };
  return (
    <Autocomplete
      fullWidth
      options={isSearching ? [] : [...options]}
      value={value}
      inputValue={text}
      filterOptions={(all) => all}
      getOptionKey={keyOf}
      getOptionLabel={nameOf}
      isOptionEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
      loading={isSearching}
      loadingText={<Searching />}
      noOptionsText={props.searchError ? <ErrorNotice error={props.searchError} /> : nothing}
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
          required={props.isRequired ?? true}
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
