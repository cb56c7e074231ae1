import { RATE_IDS, type RateId } from '@zhixiao/domain';
import { Box, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { changeInPoints, ScrollTable } from '../../components/index.js';
import { formatNumber, formatPercent, useEnumWords, useText } from '../../i18n/index.js';
import { DayLink } from './DayLink.js';
import { behind, RATE_LISTS, rowFilter } from './links-behind.js';
import type { ReportFilter, ReportInput } from './report-input.js';
import type { Report, ReportRow } from './report.graphql.js';

/** The upper line of the head: groups of columns, and how many each has. */
const GROUPS = [
  { name: 'schools', columns: 3 },
  { name: 'progress', columns: 4 },
  { name: 'heads', columns: 3 },
  { name: 'team', columns: 4 },
  { name: 'checks', columns: 1 },
] as const;

const COUNTS = ['schools', 'inScope', 'byReference', 'adjusted', 'newlyAdjusted'] as const;
type CountName = (typeof COUNTS)[number] | 'hardFindings';

const COUNT_LISTS: Readonly<Record<CountName, ReportFilter | null>> = {
  schools: {},
  inScope: { scope: ['IN_SCOPE'] },
  byReference: { scope: ['BY_REFERENCE'] },
  adjusted: RATE_LISTS.completion.numerator,
  // who was not adjusted on another day is no condition of a list
  newlyAdjusted: null,
  hardFindings: { hasFindings: 'HARD' },
};

const wrapping = { whiteSpace: 'normal', verticalAlign: 'bottom', lineHeight: 1.3, paddingInline: '5px' } as const;
const sticky = { position: 'sticky', insetInlineStart: 0, zIndex: 1, backgroundColor: 'background.paper' } as const;
const tight = { whiteSpace: 'nowrap', verticalAlign: 'top', paddingInline: '5px' } as const;

interface CellProps {
  /** Another day stands beside: without one nothing is new since then. */
  readonly isCompared: boolean;
  readonly row: ReportRow;
  readonly before: ReportRow | undefined;
  readonly name: string;
  readonly day: string | null;
  readonly linkTo: (number: ReportFilter | null) => string | null;
}

const CountCell = ({ row, name, day, linkTo, of, isCompared }: CellProps & { readonly of: CountName }) => {
  const t = useText();
  if (of === 'newlyAdjusted' && !isCompared) {
    return (
      <TableCell align="right" sx={tight}>
        {t('common.none')}
      </TableCell>
    );
  }
  return (
    <TableCell align="right" sx={tight}>
      <DayLink
        to={linkTo(COUNT_LISTS[of])}
        day={day}
        value={row[of]}
        label={`${name} ${t(`pages.report.columns.${of}`)}`}
      />
    </TableCell>
  );
};

const RateCell = ({ row, before, name, day, linkTo, of }: CellProps & { readonly of: RateId }) => {
  const t = useText();
  const { numerator, denominator, percent } = row[of];
  const lists = RATE_LISTS[of];
  const column = `${name} ${t(`pages.report.rates.${of}`)}`;
  const part = (side: 'numerator' | 'denominator', value: number) => (
    <DayLink to={linkTo(lists[side])} day={day} value={value} label={`${column} ${t(`pages.report.${side}`)}`} />
  );
  const missing = lists.missing ? linkTo(lists.missing) : null;
  return (
    <TableCell align="right" sx={tight}>
      {formatPercent(percent)}
      <Typography variant="caption" component="div" color="textSecondary">
        {part('numerator', numerator)}/{part('denominator', denominator)}
      </Typography>
      {missing !== null && denominator > numerator && (
        <Typography variant="caption" component="div" color="textSecondary" className="no-print">
          <DayLink
            to={missing}
            day={day}
            value={denominator - numerator}
            label={column}
            text={t('pages.report.missing')}
          />
        </Typography>
      )}
      {before && (
        <Typography variant="caption" component="div">
          {changeInPoints(percent, before[of].percent) ?? t('common.none')}
        </Typography>
      )}
    </TableCell>
  );
};

interface ReportTableProps {
  readonly report: Report;
  readonly input: ReportInput;
  /** The day of the links; null: today. */
  readonly day: string | null;
  readonly isDirect: (key: string | null) => boolean;
}

const Head = ({ groupBy }: Pick<ReportInput, 'groupBy'>) => {
  const t = useText();
  const word = useEnumWords();
  const count = (name: CountName) => (
    <TableCell key={name} scope="col" align="right" sx={{ minWidth: 46, ...wrapping }}>
      {t(`pages.report.columns.${name}`)}
    </TableCell>
  );
  const rate = (id: RateId) => (
    <TableCell key={id} scope="col" align="right" sx={{ minWidth: 68, ...wrapping }}>
      {t(`pages.report.rates.${id}`)}
    </TableCell>
  );
  return (
    <TableHead>
      <TableRow>
        <TableCell scope="col" rowSpan={2} sx={sticky}>
          {word('ReportGroup', groupBy)}
        </TableCell>
        {GROUPS.map(({ name, columns }) => (
          <TableCell
            key={name}
            scope="colgroup"
            colSpan={columns}
            align="center"
            sx={{ borderInlineStart: 1, borderColor: 'divider' }}
          >
            {t(`pages.report.groups.${name}`)}
          </TableCell>
        ))}
      </TableRow>
      <TableRow>
        {COUNTS.map(count)}
        {RATE_IDS.map(rate)}
        {count('hardFindings')}
      </TableRow>
    </TableHead>
  );
};

type NamingProps = Pick<ReportInput, 'groupBy'> & Pick<ReportTableProps, 'isDirect'>;

/** The name of a row; groups that are closed lists come as their values. */
function useRowName({ groupBy, isDirect }: NamingProps): (row: ReportRow) => string {
  const t = useText();
  const word = useEnumWords();
  return ({ key, name }) => {
    if (key === null) return t('pages.report.total');
    if (groupBy === 'COUNTY') return isDirect(key) ? t('resources.shared.direct', { name }) : name;
    if (key === 'NONE') return t('resources.schools.noOrganization');
    return word(groupBy === 'STAGE' ? 'SchoolStage' : 'PartyOrgType', key);
  };
}

/** The report: 合计 on top, two lines of head, numbers that lead to their schools, changes in 个百分点, which the line above the table says. */
export const ReportTable = ({ report, input, day, isDirect }: ReportTableProps) => {
  const t = useText();
  const nameOf = useRowName({ groupBy: input.groupBy, isDirect });
  const lines = [
    { row: report.total, before: report.totalBefore ?? undefined },
    ...report.rows.map((row, index) => ({ row, before: report.rowsBefore?.[index] })),
  ];
  return (
    <Box sx={{ '@media print': { '& td, & th, & td *': { fontSize: '8pt !important', minWidth: '0 !important' } } }}>
      <ScrollTable caption={t('pages.report.caption')} minWidth={1000}>
        <Head groupBy={input.groupBy} />
        <TableBody>
          {lines.map(({ row, before }) => {
            const name = nameOf(row);
            const group = rowFilter(input.groupBy, row.key);
            const filter = group && isDirect(row.key) ? { ...group, direct: true } : group;
            const cell = {
              ...{ row, before, name, day, isCompared: Boolean(report.compareTo) },
              linkTo: (number: ReportFilter | null) => behind(input.filter ?? {}, filter, number),
            };
            return (
              <TableRow
                key={row.key ?? 'total'}
                hover
                sx={{ '& th, & td': { fontWeight: row.key === null ? 600 : undefined } }}
              >
                <TableCell component="th" scope="row" sx={{ ...tight, ...sticky, whiteSpace: 'normal' }}>
                  {name}
                </TableCell>
                {COUNTS.map((of) => (
                  <CountCell key={of} of={of} {...cell} />
                ))}
                {RATE_IDS.map((of) => (
                  <RateCell key={of} of={of} {...cell} />
                ))}
                <CountCell of="hardFindings" {...cell} />
              </TableRow>
            );
          })}
        </TableBody>
      </ScrollTable>
      {report.rows.length === 0 && <Typography sx={{ padding: 2 }}>{formatNumber(0)}</Typography>}
    </Box>
  );
};
