import { EnumText, PathLink } from '../../components/index.js';
import { Can, listPath, showPath, useViewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { LinkButton, ListPage, type Column } from '../parts/index.js';
import { FindingsCell, HeadCell, MembersCell, RolloutCell, StaffingCell } from './school-cells.js';
import type { SchoolRow } from './school.graphql.js';
import { SchoolFilters } from './SchoolFilters.js';

function useColumnsOfSchools(): readonly Column<SchoolRow>[] {
  const t = useText();
  const label = (field: SchoolField) => t(`resources.schools.fields.${field}`);
  return [
    {
      key: 'name',
      label: label('name'),
      isTitle: true,
      sort: ['ASC', 'DESC'],
      render: ({ id, name }) => <PathLink to={showPath('schools', id)}>{name}</PathLink>,
    },
    { key: 'code', label: label('code'), sort: ['ASC', 'DESC'], isExtra: true, render: ({ code }) => code },
    { key: 'county', label: label('county'), render: ({ tenant }) => tenant.name },
    { key: 'stage', label: label('stage'), render: ({ stage }) => <EnumText of="SchoolStage" value={stage} /> },
    {
      key: 'orgType',
      label: label('orgType'),
      render: ({ orgType }) => <EnumText of="PartyOrgType" value={orgType} />,
    },
    {
      key: 'scope',
      label: label('scope'),
      isExtra: true,
      render: ({ scope }) => <EnumText of="ScopeKind" value={scope} />,
    },
    {
      key: 'members',
      label: label('members'),
      align: 'right',
      sort: ['DESC'],
      render: (row) => <MembersCell {...row} />,
    },
    {
      key: 'secretary',
      label: label('secretary'),
      render: (row) => <HeadCell name={row.secretaryName} vacantSince={row.secretaryVacantSince} />,
    },
    {
      key: 'principal',
      label: label('principal'),
      render: (row) => <HeadCell name={row.principalName} vacantSince={row.principalVacantSince} />,
    },
    { key: 'staffing', label: label('staffing'), render: (row) => <StaffingCell {...row} /> },
    {
      key: 'rolloutSince',
      label: label('rolloutState'),
      sort: ['ASC', 'DESC'],
      render: (row) => <RolloutCell {...row} />,
    },
    { key: 'findings', label: label('findings'), sort: ['DESC'], render: (row) => <FindingsCell {...row} /> },
  ];
}

type SchoolField =
  | 'name'
  | 'code'
  | 'county'
  | 'stage'
  | 'orgType'
  | 'scope'
  | 'members'
  | 'secretary'
  | 'principal'
  | 'staffing'
  | 'rolloutState'
  | 'findings';

/** 学校: the list that every figure leads to. */
export const SchoolList = () => {
  const t = useText();
  const create = (
    <Can I="create" a="School">
      <LinkButton to="/schools/create">{t('resources.schools.create.title')}</LinkButton>
    </Can>
  );
  // a register is the county's: what a school imports is its own meetings
  const isAboveSchools = !useViewer()?.grant?.schoolId;
  const start = isAboveSchools && (
    <Can I="create" a="Import">
      <LinkButton to="/imports/create?kind=SCHOOL_REGISTER" variant="outlined">
        {t('resources.schools.importFirst')}
      </LinkButton>
    </Can>
  );
  const vacancies = (
    <LinkButton to={listPath('schools', { filter: { vacant: ['SECRETARY', 'PRINCIPAL', 'DEPUTY_SECRETARY'] } })}>
      {t('resources.schools.showVacant')}
    </LinkButton>
  );
  return (
    <ListPage
      resource="schools"
      title={t('resources.schools.name')}
      caption={t('resources.schools.caption')}
      sort={{ field: 'code', order: 'ASC' }}
      columns={useColumnsOfSchools()}
      filters={<SchoolFilters />}
      actions={
        <>
          {vacancies}
          {create}
        </>
      }
      empty={
        <>
          {start}
          {create}
        </>
      }
    />
  );
};
