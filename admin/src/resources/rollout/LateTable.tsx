import { CivilDate, EmptyState, PathLink, RolloutPill } from '../../components/index.js';
import { showPath, type LateSchool } from '../../data/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';

type Row = LateSchool & { readonly id: string };

/** 尚未调整: schools in scope that are not adjusted, longest in their state first. */
export const LateTable = ({ schools }: { readonly schools: readonly LateSchool[] }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const columns: readonly Column<Row>[] = [
    {
      key: 'school',
      label: t('pages.rollout.late.school'),
      isTitle: true,
      render: ({ school }) => <PathLink to={showPath('schools', school.id, 'rollout')}>{school.name}</PathLink>,
    },
    { key: 'county', label: t('resources.shared.county'), render: ({ school }) => school.tenant.name },
    { key: 'state', label: t('pages.rollout.fields.state'), render: ({ state }) => <RolloutPill state={state} /> },
    { key: 'since', label: t('pages.rollout.late.since'), render: ({ since }) => <CivilDate value={since} /> },
    { key: 'days', label: t('pages.rollout.late.days'), align: 'right', render: ({ days }) => formatNumber(days) },
  ];
  const rows = schools.map((one) => ({ ...one, id: one.school.id }));
  if (rows.length === 0) return <EmptyState title={t('pages.rollout.late.none')} />;
  const Rows = isPhone ? RowCards : RowTable;
  return <Rows caption={t('pages.rollout.late.caption')} rows={rows} columns={columns} />;
};
