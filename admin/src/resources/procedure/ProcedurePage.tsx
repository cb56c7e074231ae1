import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { EmptyState, ErrorNotice, LoadingBlock, PathLink, RateText, Section } from '../../components/index.js';
import { showPath, useOperation, useViewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  OneSelect,
  RowCards,
  RowTable,
  TenantSelect,
  useEnumChoices,
  useIsPhone,
  type Column,
} from '../parts/index.js';
import { useFigureColumns } from './ComplianceTable.js';
import { HeldBackTable } from './HeldBackTable.js';
import { ComplianceBySchoolQuery, type ComplianceFigures, type ComplianceGroup } from './procedure.graphql.js';
import { SchoolCompliance } from './SchoolCompliance.js';

type Group = 'SCHOOL' | 'COUNTY';
type Row = ComplianceFigures & Pick<ComplianceGroup, 'key' | 'name'> & { readonly id: string };

const PAGE = 50;

/** The least kept first; what can't be judged last. */
function worstFirst(groups: readonly ComplianceGroup[]): readonly Row[] {
  const rows = groups.map(({ key, name, total }) => ({ ...total, key, name, id: key ?? name }));
  return rows.sort((a, b) => (a.rate.percent ?? Infinity) - (b.rate.percent ?? Infinity));
}

interface GroupsProps {
  readonly groupBy: Group;
  readonly tenantId: string | undefined;
}

const Groups = ({ groupBy, tenantId }: GroupsProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const [first, setFirst] = useState(PAGE);
  const variables = { groupBy, tenantId, first, offset: 0 };
  const { data, error } = useOperation(ComplianceBySchoolQuery, variables, { keepPrevious: true });
  const { from, to } = data?.compliance ?? {};
  const figures = useFigureColumns<Row>(({ key }) => ({
    ...{ from, to, tenantId: groupBy === 'COUNTY' ? (key ?? tenantId) : tenantId },
    ...(groupBy === 'SCHOOL' ? { schoolId: key, tenantId: undefined } : {}),
  }));
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  const { total, groups, groupCount } = data.compliance;
  const name: Column<Row> = {
    key: 'name',
    label: t(groupBy === 'SCHOOL' ? 'pages.procedure.fields.school' : 'resources.shared.county'),
    isTitle: true,
    render: (row) =>
      groupBy === 'SCHOOL' && row.key ? (
        <PathLink to={showPath('schools', row.key, 'procedure')}>{row.name}</PathLink>
      ) : (
        row.name
      ),
  };
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <Section
      title={t('pages.procedure.compliance')}
      aside={<Typography variant="body2">{t('pages.procedure.period', { from, to })}</Typography>}
    >
      <Typography variant="h2" component="p">
        <RateText rate={total.rate} />
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('pages.procedure.rateHelp')}
      </Typography>
      {groups.length === 0 && <EmptyState title={t('pages.procedure.noChecks')} />}
      {groups.length > 0 && (
        <Rows caption={t('pages.procedure.groupsCaption')} rows={worstFirst(groups)} columns={[name, ...figures]} />
      )}
      {groupCount > groups.length && (
        <Button onClick={() => setFirst(first + PAGE)}>
          {t('pages.procedure.more', { shown: groups.length, count: groupCount })}
        </Button>
      )}
    </Section>
  );
};

/** Several schools: grouped by county or school, worst first. */
const OfMany = ({ isCounty }: { readonly isCounty: boolean }) => {
  const t = useText();
  const [chosen, setChosen] = useState<Group>(isCounty ? 'SCHOOL' : 'COUNTY');
  const [tenantId, setTenantId] = useState<string>();
  const choices = useEnumChoices('ComplianceGroup', ['COUNTY', 'SCHOOL']);
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, paddingTop: 1 }}>
        <TenantSelect value={tenantId} onChange={setTenantId} />
        {!isCounty && (
          <OneSelect
            label={t('pages.procedure.groupBy')}
            choices={choices}
            value={chosen}
            isRequired
            onChange={(value) => setChosen(value === 'SCHOOL' ? 'SCHOOL' : 'COUNTY')}
          />
        )}
      </Box>
      {/* rows of the other grouping are no placeholder: their keys name something else */}
      <Groups key={chosen} groupBy={chosen} tenantId={tenantId} />
      <Section title={t('pages.procedure.heldBack')}>
        <HeldBackTable tenantId={tenantId} />
      </Section>
    </>
  );
};

const OfOne = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  return (
    <>
      <SchoolCompliance schoolId={schoolId} />
      <Section title={t('pages.procedure.heldBack')}>
        <HeldBackTable schoolId={schoolId} />
      </Section>
    </>
  );
};

/** 议事合规: where the procedure is kept least, and the ledger of what was held back and why; for a school's people check by check. */
export const ProcedurePage = () => {
  const t = useText();
  const grant = useViewer()?.grant;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={t('pages.procedure.title')} preferenceKey={false} />
      {grant?.schoolId ? <OfOne schoolId={grant.schoolId} /> : <OfMany isCounty={grant?.tenant.level === 'COUNTY'} />}
    </Box>
  );
};
