import type { ReactNode } from 'react';

/** A column of a list. On a phone it is a line of the card, the title column its heading. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly render: (row: Row) => ReactNode;
  /** The directions that the API offers; react-admin's sort field is the key. */
  readonly sort?: readonly ('ASC' | 'DESC')[];
  readonly align?: 'right';
  readonly isTitle?: boolean;
  /** Not shown until chosen. */
  readonly isExtra?: boolean;
}
