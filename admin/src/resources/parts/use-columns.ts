import { useStore } from 'react-admin';
import type { Column } from './column.js';

interface Columns<Row> {
  readonly shown: readonly Column<Row>[];
  readonly isHidden: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** Which columns of a list are shown: remembered in this browser. The title column always is. */
export function useColumns<Row>(list: string, columns: readonly Column<Row>[]): Columns<Row> {
  const extra = columns.filter(({ isExtra }) => isExtra).map(({ key }) => key);
  const [hidden, setHidden] = useStore<readonly string[]>(`${list}.hiddenColumns`, extra);
  return {
    shown: columns.filter(({ key, isTitle }) => isTitle || !hidden.includes(key)),
    isHidden: (key: string) => hidden.includes(key),
    toggle: (key: string) =>
      setHidden(hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key]),
  };
}
