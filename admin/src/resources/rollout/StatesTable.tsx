import { isAdjusted, ROLLOUT_STATES } from '@zhixiao/domain';
import { TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { NumberLink, RateChange, RateText, ScrollTable } from '../../components/index.js';
import { listPath } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import type { Overview } from './rollout.graphql.js';

const sticky = { position: 'sticky', insetInlineStart: 0, zIndex: 1, backgroundColor: 'background.paper' } as const;

interface Line {
  /** The city's own schools: its id alone means its counties' too. */
  readonly isDirect: boolean;
  readonly id: string | null;
  readonly name: string;
  readonly states: Overview['funnel'];
  readonly inScope: number;
  readonly completion: Overview['completion'];
  readonly completionBefore: Overview['completion'];
}

interface LineProps {
  readonly line: Line;
  /** Where the whole page is about one tenant. */
  readonly within: string | undefined;
}

const LineRow = ({ line, within }: LineProps) => {
  const word = useEnumWords();
  const { id, name, states, isDirect, inScope, completion, completionBefore } = line;
  const tenantId = id ?? within;
  const to = (filter: object) =>
    listPath('schools', {
      filter: { tenantId, ...(isDirect ? { direct: true } : {}), scope: ['IN_SCOPE'], ...filter },
    });
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ ...sticky, fontWeight: id ? 400 : 600 }}>
        {name}
      </TableCell>
      <TableCell align="right">
        <NumberLink to={to({})} value={inScope} label={name} />
      </TableCell>
      {ROLLOUT_STATES.map((state) => {
        const count = states.find((one) => one.state === state)?.count ?? 0;
        return (
          <TableCell key={state} align="right">
            <NumberLink
              to={to({ rolloutState: [state] })}
              value={count}
              label={`${name} ${word('RolloutState', state)}`}
            />
          </TableCell>
        );
      })}
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <RateText rate={completion} />
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <RateChange now={completion} before={completionBefore} />
      </TableCell>
    </TableRow>
  );
};

interface StatesTableProps {
  readonly overview: Overview;
  readonly within: string | undefined;
}

/** States × counties, 合计 on top; each number leads to its schools. */
export const StatesTable = ({ overview, within }: StatesTableProps) => {
  const t = useText();
  const word = useEnumWords();
  const { inScope, funnel, completion, completionBefore, counties } = overview;
  const total: Line = {
    isDirect: false,
    id: null,
    name: t('pages.rollout.total'),
    states: funnel,
    inScope,
    completion,
    completionBefore,
  };
  const lines = counties.map(({ tenant, ...rest }) => {
    const isDirect = tenant.level !== 'COUNTY';
    const name = !isDirect ? tenant.name : t('resources.shared.direct', { name: tenant.name });
    return { ...rest, id: tenant.id, name, isDirect };
  });
  return (
    <ScrollTable caption={t('pages.rollout.caption')} minWidth={880}>
      <TableHead>
        <TableRow>
          <TableCell scope="col" sx={sticky}>
            {t('resources.shared.county')}
          </TableCell>
          <TableCell scope="col" align="right">
            {t('pages.rollout.inScope')}
          </TableCell>
          {ROLLOUT_STATES.map((state) => (
            <TableCell key={state} scope="col" align="right" sx={{ fontWeight: isAdjusted(state) ? 700 : 600 }}>
              {word('RolloutState', state)}
            </TableCell>
          ))}
          <TableCell scope="col" align="right">
            {t('pages.rollout.completion')}
          </TableCell>
          <TableCell scope="col" align="right">
            {t('pages.rollout.change', { date: overview.compareTo })}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {[total, ...lines].map((line) => (
          <LineRow key={line.id ?? 'total'} line={line} within={within} />
        ))}
      </TableBody>
    </ScrollTable>
  );
};
