import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, InputAdornment, TextField } from '@mui/material';
import { useImeValue } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { useFilters } from './use-filters.js';
import { useIsPhone } from './use-is-phone.js';

const PAUSE = 400;

/** The text of the filter `q`: used after a pause, or at once when asked. Letters on their way to a character wait. */
function useFilterText() {
  const { values, setFilter } = useFilters<{ q: string }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(setFilter);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    latest.current = setFilter;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const commit = (q: string) => {
    clearTimeout(timer.current);
    setText(null);
    latest.current({ q: q.trim() || undefined });
  };
  const change = (q: string) => {
    clearTimeout(timer.current);
    setText(q);
    timer.current = setTimeout(() => commit(q), PAUSE);
  };
  const ime = useImeValue({ value: text ?? values.q ?? '', onCommit: change });
  return { ime, commitNow: () => commit(text ?? values.q ?? '') };
}

const SearchField = ({ label, ime }: { label: string; ime: ReturnType<typeof useFilterText>['ime'] }) => (
  <TextField
    {...ime}
    type="search"
    label={label}
    margin="none"
    sx={{ width: { xs: '100%', sm: 190 } }}
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

interface FilterBarProps {
  /** What the search field looks in. */
  readonly searchLabel?: string;
  readonly children?: ReactNode;
  /** Further conditions, folded away at first. */
  readonly more?: ReactNode;
  readonly showsMore?: boolean;
}

/** 查询区: conditions that are used as soon as they are set, and 查询, 重置 for those who look for them. A phone folds all but the search. */
export const FilterBar = ({ searchLabel, children, more, showsMore = false }: FilterBarProps) => {
  const t = useText();
  const moreId = useId();
  const { reset } = useFilters();
  const { ime, commitNow } = useFilterText();
  const isPhone = useIsPhone();
  const [open, setOpen] = useState(showsMore);
  const folded = isPhone ? (
    <>
      {children}
      {more}
    </>
  ) : (
    more
  );
  const folds = isPhone ? Boolean(children) : Boolean(more);
  const row = { display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' } as const;
  return (
    <Box
      component="form"
      role="search"
      aria-label={t('resources.shared.filters')}
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        commitNow();
      }}
      sx={{ display: 'grid', gap: 1, paddingBlock: 1 }}
    >
      <Box sx={row}>
        {searchLabel && <SearchField label={searchLabel} ime={ime} />}
        {!isPhone && children}
        <Button type="submit" variant="contained">
          {t('common.search')}
        </Button>
        <Button onClick={reset}>{t('common.reset')}</Button>
        {folds && (
          <Button aria-expanded={open} aria-controls={moreId} onClick={() => setOpen(!open)}>
            {open ? t('common.collapseFilters') : t('common.expandFilters')}
          </Button>
        )}
      </Box>
      {folds && (
        <Box id={moreId} hidden={!open} sx={[row, !open && { display: 'none' }]}>
          {folded}
        </Box>
      )}
    </Box>
  );
};
