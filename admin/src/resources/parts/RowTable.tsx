import type { ReactNode } from 'react';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel, type Theme } from '@mui/material';
import { PAGE_SIZE } from '../../components/index.js';
import type { Column } from './column.js';
import { hiddenText } from './hidden-text.js';

export interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

interface RowTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
}

const sticky = { position: 'sticky', insetInlineStart: 0, zIndex: 1, backgroundColor: 'background.paper' } as const;

/** The first column has a ground of its own, which the row's colour would not reach. */
const hovered = (theme: Theme) => ({
  '&:hover > th': { backgroundImage: `linear-gradient(${theme.palette.action.hover}, ${theme.palette.action.hover})` },
});

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

const HeadCell = <Row,>({ column, sort, onSort }: HeadProps<Row>) => {
  const { key, label, sort: orders, align, isTitle } = column;
  const active = sort?.field === key;
  const turned = active && sort.order === 'ASC' ? 'DESC' : 'ASC';
  const next = orders?.includes(turned) ? turned : orders?.[0];
  const ariaSort = active ? (sort.order === 'ASC' ? 'ascending' : 'descending') : undefined;
  return (
    <TableCell
      scope="col"
      align={align}
      aria-sort={ariaSort}
      sx={[{ whiteSpace: 'nowrap', backgroundColor: 'background.paper' }, isTitle === true && { ...sticky, zIndex: 3 }]}
    >
      {next && onSort ? (
        <TableSortLabel
          active={active}
          direction={active && sort.order === 'DESC' ? 'desc' : 'asc'}
          onClick={() => onSort({ field: key, order: next })}
          // that one can sort is seen before one points there
          sx={{ '& .MuiTableSortLabel-icon': { opacity: active ? 1 : 0.35 } }}
        >
          {label}
        </TableSortLabel>
      ) : (
        label
      )}
    </TableCell>
  );
};

const bodyCell = <Row,>({ key, align, isTitle, render }: Column<Row>, row: Row): ReactNode =>
  isTitle ? (
    <TableCell key={key} component="th" scope="row" sx={{ ...sticky, minWidth: 140 }}>
      {render(row)}
    </TableCell>
  ) : (
    <TableCell key={key} align={align}>
      {render(row)}
    </TableCell>
  );

/** A table with a caption, its head and first column in sight while it scrolls within its frame. */
export const RowTable = <Row extends { readonly id: string }>(props: RowTableProps<Row>) => {
  const { caption, rows, columns, sort, onSort } = props;
  return (
    <Box
      role="region"
      aria-label={caption}
      tabIndex={0}
      sx={{
        overflow: 'auto',
        // a page of a list scrolls with the page; only more rows scroll within their frame, under the head
        maxHeight: rows.length > PAGE_SIZE ? 'calc(100vh - 64px)' : undefined,
        '@media print': { maxHeight: 'none' },
      }}
    >
      <Table size="small" stickyHeader>
        <caption style={hiddenText}>{caption}</caption>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover sx={hovered}>
              {columns.map((column) => bodyCell(column, row))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
