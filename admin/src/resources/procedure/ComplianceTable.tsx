import { checkName, clauseText, RateText, SeverityPill } from '../../components/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import type { CheckRow, ComplianceFigures } from './procedure.graphql.js';

const FIGURES = ['passed', 'failed', 'departuresApproved', 'departuresPending', 'noRecord'] as const;
type Figures = Pick<ComplianceFigures, (typeof FIGURES)[number] | 'rate'>;

/** The numbers of a row: kept, not kept, departed from, not recorded, and the rate over the first two. */
export function useFigureColumns<Row extends Figures>(): readonly Column<Row>[] {
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
      render: (row) => formatNumber(row[key]),
    })),
  ];
}

/** Check by check: which are kept and which are not. */
export const ComplianceTable = ({ checks }: { readonly checks: readonly CheckRow[] }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const figures = useFigureColumns<CheckRow & { readonly id: string }>();
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
