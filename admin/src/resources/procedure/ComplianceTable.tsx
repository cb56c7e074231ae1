import { checkName, clauseText, NumberLink, RateText, SeverityPill } from '../../components/index.js';
import { listPath, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import type { OutcomeFilter } from './outcome-adapter.js';
import type { CheckRow, ComplianceFigures } from './procedure.graphql.js';

const FIGURES = ['passed', 'failed', 'departuresApproved', 'departuresPending', 'noRecord'] as const;
const OUTCOME_OF: Readonly<Record<(typeof FIGURES)[number], SchemaType<'CheckOutcome'>>> = {
  passed: 'PASS',
  failed: 'FAIL',
  departuresApproved: 'DEPARTURE_APPROVED',
  departuresPending: 'DEPARTURE_PENDING',
  noRecord: 'NO_RECORD',
};
type Figures = Pick<ComplianceFigures, (typeof FIGURES)[number] | 'rate'>;

/**
 * The numbers of a row: kept, not kept, departed from, not recorded, and the rate over the first two. Each number leads to the
 * list behind it.
 * @param filterOf what the list of a row is narrowed down by
 */
export function useFigureColumns<Row extends Figures>(
  filterOf: (row: Row) => Omit<OutcomeFilter, 'outcome'>,
): readonly Column<Row>[] {
  const t = useText();
  return [
    {
      key: 'rate',
      label: t('pages.procedure.fields.rate'),
      align: 'right',
      render: ({ rate }) => <RateText rate={rate} />,
    },
    ...FIGURES.map((key): Column<Row> => ({
      key,
      label: t(`pages.procedure.fields.${key}`),
      align: 'right',
      render: (row) => (
        <NumberLink
          to={listPath('checkOutcomes', { filter: { ...filterOf(row), outcome: [OUTCOME_OF[key]] } })}
          value={row[key]}
          label={t(`pages.procedure.fields.${key}`)}
        />
      ),
    })),
  ];
}

interface ComplianceTableProps {
  readonly checks: readonly CheckRow[];
  /** Of whom and when the checks are. */
  readonly of: Pick<OutcomeFilter, 'schoolId' | 'from' | 'to'>;
}

/** Check by check: which are kept and which are not. */
export const ComplianceTable = ({ checks, of }: ComplianceTableProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const figures = useFigureColumns<CheckRow & { readonly id: string }>(({ checkId }) => ({
    ...of,
    checkId: [checkId],
  }));
  const columns: readonly Column<CheckRow & { readonly id: string }>[] = [
    {
      key: 'check',
      label: t('pages.procedure.fields.check'),
      isTitle: true,
      render: ({ checkId }) => checkName(checkId, t),
    },
    {
      key: 'severity',
      label: t('pages.procedure.fields.severity'),
      render: ({ severity }) => <SeverityPill severity={severity} />,
    },
    { key: 'clause', label: t('pages.procedure.fields.clause'), render: ({ clause }) => clauseText(clause, t) },
    ...figures,
  ];
  const Rows = isPhone ? RowCards : RowTable;
  const rows = checks.map((check) => ({ ...check, id: check.checkId }));
  return <Rows caption={t('pages.procedure.checksCaption')} rows={rows} columns={columns} />;
};
