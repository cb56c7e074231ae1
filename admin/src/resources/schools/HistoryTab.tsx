import { useState } from 'react';
import { Box, Button } from '@mui/material';
import {
  CivilDate,
  EmptyState,
  EnumText,
  ErrorNotice,
  LoadingBlock,
  RolloutPill,
  Section,
} from '../../components/index.js';
import { useAbility, useAsOf, useOperation, type ResultOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { AuditTrail } from '../audit/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import { FindingsCell } from './school-cells.js';
import { SchoolTimelineQuery, type School } from './school.graphql.js';
import { StandingBars } from './StandingBars.js';

export type Period = NonNullable<ResultOf<typeof SchoolTimelineQuery>['school']>['standing'][number];

function usePeriodColumns(): readonly Column<Period & { readonly id: string }>[] {
  const t = useText();
  const none = t('common.none');
  return [
    {
      key: 'from',
      label: t('resources.schools.timeline.from'),
      isTitle: true,
      render: ({ validFrom }) => <CivilDate value={validFrom} />,
    },
    {
      key: 'orgType',
      label: t('resources.schools.fields.orgType'),
      render: ({ orgType }) => <EnumText of="PartyOrgType" value={orgType} />,
    },
    { key: 'secretary', label: t('resources.schools.fields.secretary'), render: (row) => row.secretaryName ?? none },
    { key: 'principal', label: t('resources.schools.fields.principal'), render: (row) => row.principalName ?? none },
    {
      key: 'rollout',
      label: t('resources.schools.fields.rolloutState'),
      render: ({ rolloutState }) => <RolloutPill state={rolloutState} />,
    },
    { key: 'findings', label: t('resources.schools.fields.findings'), render: (row) => <FindingsCell {...row} /> },
  ];
}

/** How the school stood, as bars or as a table. */
const Standing = ({ school }: { readonly school: School }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const columns = usePeriodColumns();
  const [asTable, setAsTable] = useState(false);
  const { data, error } = useOperation(SchoolTimelineQuery, { id: school.id, asOf: useAsOf() });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  const periods = data.school?.standing ?? [];
  const rows = [...periods].reverse().map((period) => ({ ...period, id: period.validFrom }));
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <Section
      title={t('resources.schools.timeline.title')}
      aside={
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('resources.schools.timeline.asBars') : t('resources.schools.timeline.asTable')}
        </Button>
      }
    >
      {rows.length === 0 && <EmptyState title={t('common.empty.title')} />}
      {rows.length > 0 && !asTable && <StandingBars periods={periods} />}
      {rows.length > 0 && asTable && (
        <Rows caption={t('resources.schools.timeline.caption')} rows={rows} columns={columns} />
      )}
    </Section>
  );
};

/** 变更记录: how the school stood from day to day, and who changed what. */
export const HistoryTab = ({ school }: { readonly school: School }) => {
  const { can } = useAbility();
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Standing school={school} />
      {can('read', 'AuditEntry') && <AuditTrail schoolId={school.id} />}
    </Box>
  );
};
