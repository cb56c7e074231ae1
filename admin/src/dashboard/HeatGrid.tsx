import { useState } from 'react';
import {
  alpha,
  Box,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TableSortLabel,
  Typography,
  type Theme,
} from '@mui/material';
import { ROLLOUT_STATES, type RolloutState } from '@zhixiao/domain';
import { NumberLink, PathLink, RateChange, RateText, ScrollTable, Section } from '../components/index.js';
import { useViewer, type CountyRow } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import { countIn, heatStep, sortCounties, type HeatColumn, type HeatSort } from './heat-rows.js';
import type { Progress } from './home.graphql.js';
import { ADJUSTED_STATES, inScopePath } from './links.js';

const sticky = { position: 'sticky', insetInlineStart: 0, zIndex: 1, backgroundColor: 'background.paper' } as const;

/** Five steps of one hue; the text keeps its own colour, so that it stays readable on each. */
const heat = (step: number) => (theme: Theme) => ({
  backgroundColor: step === 0 ? undefined : alpha(theme.palette.primary.main, 0.08 * step),
});

interface HeadCellProps {
  readonly column: HeatColumn;
  readonly label: string;
  readonly sort: HeatSort;
  readonly onSort: (column: HeatColumn) => void;
}

const HeadCell = ({ column, label, sort, onSort }: HeadCellProps) => {
  const active = sort.column === column;
  const direction = sort.descending ? 'desc' : 'asc';
  const isCounty = column === 'county';
  return (
    <TableCell
      scope="col"
      align={isCounty ? 'left' : 'right'}
      sortDirection={active ? direction : false}
      sx={isCounty ? { ...sticky, zIndex: 2 } : { paddingInline: '4px' }}
    >
      <TableSortLabel active={active} direction={active ? direction : 'asc'} onClick={() => onSort(column)}>
        {label}
      </TableSortLabel>
    </TableCell>
  );
};

interface CellProps {
  readonly row: CountyRow;
  /** Which schools are behind the row's figures. */
  readonly behind: Behind;
}

/** A city's id means its counties too; `direct` leaves its own schools. */
interface Behind {
  readonly tenantId: string;
  readonly direct?: boolean;
}

const StateCell = ({ row, behind, state }: CellProps & { readonly state: RolloutState }) => {
  const word = useEnumWords();
  const count = countIn(row, state);
  const label = `${row.tenant.name} ${word('RolloutState', state)}`;
  const to = inScopePath({ ...behind, rolloutState: [state] });
  return (
    <TableCell align="right" sx={heat(heatStep(count, row.inScope))}>
      <NumberLink plain to={to} value={count} label={label} />
    </TableCell>
  );
};

const CountyFigures = ({ row, behind }: CellProps) => {
  const t = useText();
  const label = `${row.tenant.name} ${t('home.heat.inScope')}`;
  const rate = <RateText rate={row.completion} />;
  const adjustedPath = inScopePath({ ...behind, rolloutState: [...ADJUSTED_STATES] });
  return (
    <>
      <TableCell align="right">
        <NumberLink to={inScopePath(behind)} value={row.inScope} label={label} />
      </TableCell>
      <TableCell align="right">
        <PathLink to={adjustedPath}>{rate}</PathLink>
      </TableCell>
      <TableCell align="right">
        <RateChange now={row.completion} before={row.completionBefore} />
      </TableCell>
    </>
  );
};

const CountyLine = ({ row }: { readonly row: CountyRow }) => {
  const t = useText();
  const { tenant } = row;
  const isOwn = useViewer()?.grant?.tenant.id === tenant.id;
  const behind: Behind = isOwn ? { tenantId: tenant.id, direct: true } : { tenantId: tenant.id };
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ ...sticky, whiteSpace: 'nowrap' }}>
        <PathLink to={inScopePath(behind)}>{isOwn ? t('home.heat.own') : tenant.name}</PathLink>
      </TableCell>
      <CountyFigures row={row} behind={behind} />
      {ROLLOUT_STATES.map((state) => (
        <StateCell key={state} row={row} state={state} behind={behind} />
      ))}
    </TableRow>
  );
};

/** 各县进度: county by state, colour and number; every number leads to its schools. */
export const HeatGrid = ({ progress }: { readonly progress: Progress }) => {
  const t = useText();
  const word = useEnumWords();
  const [sort, setSort] = useState<HeatSort>({ column: 'county', descending: false });
  const onSort = (column: HeatColumn) =>
    setSort({ column, descending: sort.column === column ? !sort.descending : column !== 'county' });
  const columns: readonly [HeatColumn, string][] = [
    ['county', t('home.heat.county')],
    ['inScope', t('home.heat.inScope')],
    ['completion', t('home.heat.completion')],
    ['change', t('home.heat.change')],
    ...ROLLOUT_STATES.map((state): [HeatColumn, string] => [state, word('RolloutState', state)]),
  ];
  return (
    <Section title={t('home.heat.title')}>
      <ScrollTable caption={t('home.heat.caption')}>
        <TableHead>
          <TableRow>
            {columns.map(([column, label]) => (
              <HeadCell key={column} column={column} label={label} sort={sort} onSort={onSort} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {sortCounties(progress.counties, sort).map((row) => (
            <CountyLine key={row.tenant.id} row={row} />
          ))}
        </TableBody>
      </ScrollTable>
      <Box className="no-print" sx={{ marginTop: 0.5 }}>
        <Typography variant="caption" color="textSecondary">
          {t('home.heat.hint')}
        </Typography>
      </Box>
    </Section>
  );
};
