import { Suspense, type ComponentType } from 'react';
import { Box, Tab, Tabs } from '@mui/material';
import { LinkBase, Title } from 'react-admin';
import { useParams } from 'react-router';
import type { SubjectName } from '@zhixiao/policy';
import { ErrorNotice, LoadingBlock, NotFound } from '../../components/index.js';
import { showPath, useAbility, useAsOf, useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ProcedureTab } from '../procedure/index.js';
import { HistoryTab } from './HistoryTab.js';
import { OverviewTab } from './OverviewTab.js';
import { RolloutTab } from './RolloutTab.js';
import { SchoolHeader } from './SchoolHeader.js';
import { SchoolQuery, type School } from './school.graphql.js';
import { TeamTab } from './TeamTab.js';

const TABS = ['overview', 'team', 'rollout', 'procedure', 'history'] as const;
type TabName = (typeof TABS)[number];

const CONTENT: Readonly<Record<TabName, ComponentType<{ readonly school: School }>>> = {
  overview: OverviewTab,
  team: TeamTab,
  rollout: RolloutTab,
  procedure: ProcedureTab,
  history: HistoryTab,
};

/** What one must be able to read for a tab to be of use. */
const READ: Readonly<Record<TabName, SubjectName>> = {
  overview: 'School',
  team: 'Appointment',
  rollout: 'School',
  procedure: 'Meeting',
  history: 'School',
};

interface TabLinksProps {
  readonly id: string;
  readonly tabs: readonly TabName[];
  readonly current: TabName;
}

/** Tabs with addresses: each can be opened by itself and sent to others. */
const TabLinks = ({ id, tabs, current }: TabLinksProps) => {
  const t = useText();
  return (
    <Tabs
      value={current}
      aria-label={t('resources.schools.tabs.label')}
      variant="scrollable"
      allowScrollButtonsMobile
      className="no-print"
      sx={{ borderBottom: 1, borderColor: 'divider', marginBottom: 2, minHeight: 40 }}
    >
      {tabs.map((tab) => (
        <Tab
          key={tab}
          value={tab}
          id={`tab-${tab}`}
          aria-controls={tab === current ? 'tab-panel' : undefined}
          label={t(`resources.schools.tabs.${tab}`)}
          sx={{ minWidth: { xs: 72, sm: 90 }, paddingInline: { xs: 1, sm: 2 } }}
          component={LinkBase}
          to={showPath('schools', id, tab === 'overview' ? undefined : tab)}
        />
      ))}
    </Tabs>
  );
};

/** 学校: who it is, who leads it, what is not as it should be, how far it has moved. */
export const SchoolPage = () => {
  const t = useText();
  const { can } = useAbility();
  const { id = '', '*': rest = '' } = useParams();
  const schoolId = decodeURIComponent(id);
  const { data, error, isPending, refetch } = useOperation(SchoolQuery, { id: schoolId, asOf: useAsOf() });
  const tabs = TABS.filter((tab) => can('read', READ[tab]));
  const current = tabs.find((tab) => rest.startsWith(tab)) ?? 'overview';
  const school = data?.school;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  if (!school) {
    return (
      <>
        <Title title={t('resources.schools.notFound')} preferenceKey={false} />
        <NotFound list="/schools" />
      </>
    );
  }
  const Content = CONTENT[current];
  return (
    <>
      <Title title={school.name} preferenceKey={false} />
      <SchoolHeader school={school} />
      <TabLinks id={schoolId} tabs={tabs} current={current} />
      <Box role="tabpanel" id="tab-panel" aria-labelledby={`tab-${current}`} sx={{ display: 'grid', gap: 2 }}>
        <Suspense fallback={<LoadingBlock />}>
          <Content school={school} />
        </Suspense>
      </Box>
    </>
  );
};
