import { useRef, useState, type CompositionEvent, type HTMLAttributes, type RefObject } from 'react';
import SearchIcon from '@mui/icons-material/Search';
import { Autocomplete, InputAdornment, TextField, Typography, type AutocompleteRenderInputParams } from '@mui/material';
import { useNavigate } from 'react-admin';
import { useSettled } from '../components/index.js';
import { isServerError, showPath, useAbility, useAsOf, useOperation, type ResultOf } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { SearchQuery } from './search.graphql.js';

interface Hit {
  readonly path: string;
  readonly name: string;
  readonly note: string;
  /** The key of what it is: flat options with the kind in words are read out, groups are not. */
  readonly kind: 'shell.search.school' | 'shell.search.person';
}

function hitsOf(found: ResultOf<typeof SearchQuery> | undefined): Hit[] {
  const schools = (found?.schools.nodes ?? []).map(({ id, name, code, tenant }) => ({
    path: showPath('schools', id),
    name,
    note: `${tenant.name} · ${code}`,
    kind: 'shell.search.school' as const,
  }));
  const people = (found?.people?.nodes ?? []).map(({ id, name, tenant }) => ({
    path: showPath('people', id),
    name,
    note: tenant.name,
    kind: 'shell.search.person' as const,
  }));
  return [...schools, ...people];
}

interface Hits {
  readonly hits: Hit[];
  readonly isSearching: boolean;
  readonly error: unknown;
}

function useHits(q: string): Hits {
  const asOf = useAsOf();
  const { can } = useAbility();
  const settled = useSettled(q.trim());
  const variables = { q: settled, people: can('read', 'Person'), asOf };
  const { data, isFetching, error } = useOperation(SearchQuery, variables, {
    enabled: settled !== '',
    keepPrevious: true,
  });
  return { hits: settled ? hitsOf(data) : [], isSearching: isFetching || settled !== q.trim(), error };
}

/** What is typed, and what is searched for: never letters on their way to a Chinese character. */
function useQueryText() {
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  const composing = useRef(false);
  const change = (next: string) => {
    setText(next);
    if (!composing.current) setQ(next);
  };
  const composition = {
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: ({ target }: CompositionEvent<HTMLElement>) => {
      composing.current = false;
      if (target instanceof HTMLInputElement) change(target.value);
    },
  };
  return { text, q, change, composition };
}

interface GlobalSearchProps {
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly autoFocus?: boolean;
  readonly onDone?: () => void;
}

interface SearchFieldProps extends Omit<GlobalSearchProps, 'onDone'> {
  readonly params: AutocompleteRenderInputParams;
  readonly composition: ReturnType<typeof useQueryText>['composition'];
}

const SearchField = ({ params, composition, inputRef, autoFocus }: SearchFieldProps) => {
  const t = useText();
  const { slotProps, ...rest } = params;
  const adornment = (
    <InputAdornment position="start">
      <SearchIcon fontSize="small" />
    </InputAdornment>
  );
  return (
    <TextField
      {...rest}
      {...composition}
      inputRef={inputRef}
      autoFocus={autoFocus}
      margin="none"
      placeholder={t('shell.search.placeholder')}
      slotProps={{
        ...slotProps,
        input: { ...slotProps.input, startAdornment: adornment },
        htmlInput: { ...slotProps.htmlInput, 'aria-label': t('shell.search.label'), type: 'search' },
      }}
    />
  );
};

const HitOption = ({ hit, ...props }: HTMLAttributes<HTMLLIElement> & { readonly hit: Hit }) => (
  <li {...props}>
    <span>{hit.name}</span>
    <Typography variant="caption" color="textSecondary" sx={{ marginInlineStart: 1 }}>
      {useText()(hit.kind)} · {hit.note}
    </Typography>
  </li>
);

/** Finds schools and people by name, code, pinyin or initials; asks nothing while Chinese is being composed. */
export const GlobalSearch = ({ inputRef, autoFocus, onDone }: GlobalSearchProps) => {
  const t = useText();
  const navigate = useNavigate();
  const { text, q, change, composition } = useQueryText();
  const { hits, isSearching, error } = useHits(q);
  const nothing = q ? t('shell.search.none', { q }) : t('shell.search.hint');
  const open = (hit: Hit | null) => {
    if (!hit) return;
    change('');
    onDone?.();
    navigate(hit.path);
  };
  return (
    <Autocomplete<Hit>
      options={hits}
      value={null}
      inputValue={text}
      onInputChange={(_, next, reason) => (reason === 'input' || reason === 'clear') && change(next)}
      onChange={(_, hit) => open(hit)}
      filterOptions={(options) => options}
      disablePortal
      forcePopupIcon={false}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ path }) => path}
      noOptionsText={isServerError(error) ? t(`errors.${error.code}`) : nothing}
      loading={isSearching && q !== ''}
      loadingText={t('shell.search.loading')}
      clearOnBlur={false}
      size="small"
      renderOption={(props, hit) => <HitOption {...props} key={hit.path} hit={hit} />}
      renderInput={(params) => (
        <SearchField params={params} composition={composition} inputRef={inputRef} autoFocus={autoFocus} />
      )}
      sx={{ width: '100%', maxWidth: 360 }}
    />
  );
};
