import { useListContext } from 'react-admin';

interface Filters<Filter extends object> {
  readonly values: Partial<Filter>;
  readonly setFilter: (patch: Partial<Record<keyof Filter, unknown>>) => void;
  readonly reset: () => void;
}

/** The filters of the list around, which are those in the address. A value of undefined filters nothing. */
export function useFilters<Filter extends object>(): Filters<Filter> {
  const { filterValues, setFilters } = useListContext();
  const values = (filterValues ?? {}) as Partial<Filter>;
  return {
    values,
    setFilter: (patch: Partial<Record<keyof Filter, unknown>>) => setFilters({ ...values, ...patch }),
    reset: () => setFilters({}),
  };
}
