import { STAFFING_CHECK_IDS } from '@zhixiao/domain';
import { checkName, CivilDate, DeparturePill, PathLink } from '../../components/index.js';
import { showPath, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  FilterBar,
  ListPage,
  ManySelect,
  OneSelect,
  TenantSelect,
  useEnumChoices,
  useFilters,
  type Column,
} from '../parts/index.js';
import { DepartureActions } from './DepartureActions.js';
import type { DepartureRow } from './staffing.graphql.js';
import { useMayActOnDepartures } from './use-may-act.js';

type Filter = SchemaType<'DepartureFilter'>;

const DepartureFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const statuses = useEnumChoices('DepartureStatus', ['PENDING', 'APPROVED', 'WITHDRAWN']);
  return (
    <FilterBar>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.departures.fields.status')}
        choices={statuses}
        value={values.status ?? undefined}
        onChange={(status) => setFilter({ status })}
      />
      <OneSelect
        label={t('resources.departures.fields.check')}
        width={240}
        choices={STAFFING_CHECK_IDS.map((id) => ({ value: id, text: checkName(id, t) }))}
        value={values.checkId ?? undefined}
        onChange={(checkId) => setFilter({ checkId })}
      />
    </FilterBar>
  );
};

function useColumnsOfDepartures(): readonly Column<DepartureRow>[] {
  const t = useText();
  const none = t('common.none');
  const label = (
    field: 'school' | 'check' | 'person' | 'reason' | 'status' | 'requestedOn' | 'approver' | 'reviewOn',
  ) => t(`resources.departures.fields.${field}`);
  const mayAct = useMayActOnDepartures();
  const actions: Column<DepartureRow> = {
    key: 'actions',
    label: t('resources.shared.actions'),
    render: (row) => <DepartureActions departure={row} on={row} />,
  };
  return [
    {
      key: 'school',
      label: label('school'),
      isTitle: true,
      render: ({ school }) =>
        school ? <PathLink to={showPath('schools', school.id, 'team')}>{school.name}</PathLink> : none,
    },
    { key: 'check', label: label('check'), render: ({ checkId }) => checkName(checkId, t) },
    {
      key: 'person',
      label: label('person'),
      render: ({ person }) => person?.name ?? t('resources.departures.wholeSchool'),
    },
    { key: 'reason', label: label('reason'), render: ({ reason }) => reason },
    { key: 'status', label: label('status'), render: ({ status }) => <DeparturePill status={status} /> },
    { key: 'requestedOn', label: label('requestedOn'), render: ({ requestedOn }) => <CivilDate value={requestedOn} /> },
    { key: 'approver', label: label('approver'), isExtra: true, render: ({ approver }) => approver ?? none },
    { key: 'reviewOn', label: label('reviewOn'), render: ({ reviewOn }) => <CivilDate value={reviewOn} /> },
    ...(mayAct ? [actions] : []),
  ];
}

/** 特殊情况: departures from what is 一般 asked, and which of them wait for approval. */
export const DepartureList = () => {
  const t = useText();
  return (
    <ListPage
      resource="departures"
      title={t('resources.departures.name')}
      caption={t('resources.departures.caption')}
      sort={{ field: 'requestedOn', order: 'DESC' }}
      columns={useColumnsOfDepartures()}
      filters={<DepartureFilters />}
      hint={t('resources.departures.none')}
    />
  );
};
