import { TASK_LIGHTS, TASK_STATES } from '@zhixiao/domain';
import { CivilDate, PathLink } from '../../components/index.js';
import { showPath, useViewer, type SchemaType } from '../../data/index.js';
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
import { LightPill, TaskPill } from './decision-pills.js';
import type { TaskRow } from './task.graphql.js';

type Filter = SchemaType<'DecisionTaskFilter'>;
const WHOSE = ['waitingForMe', 'mine', 'open'] as const;

const TaskFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const lights = useEnumChoices('TaskLight', TASK_LIGHTS);
  const states = useEnumChoices('TaskState', TASK_STATES);
  const isAtSchool = Boolean(useViewer()?.grant?.schoolId);
  const whose = isAtSchool ? WHOSE : (['open'] as const);
  const chosen = whose.find((one) => values[one]);
  return (
    <FilterBar searchLabel={t('resources.decisionTasks.searchLabel')}>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <OneSelect
        label={t('resources.decisionTasks.whose.label')}
        width={150}
        choices={whose.map((value) => ({ value, text: t(`resources.decisionTasks.whose.${value}`) }))}
        value={chosen}
        onChange={(value) => setFilter(Object.fromEntries(WHOSE.map((one) => [one, one === value || undefined])))}
      />
      <ManySelect
        label={t('resources.decisionTasks.fields.light')}
        choices={lights}
        value={values.light ?? undefined}
        onChange={(light) => setFilter({ light })}
      />
      <ManySelect
        label={t('resources.decisionTasks.fields.state')}
        choices={states}
        value={values.state ?? undefined}
        onChange={(state) => setFilter({ state })}
      />
    </FilterBar>
  );
};

function useTaskColumns(): readonly Column<TaskRow>[] {
  const t = useText();
  const isAtSchool = Boolean(useViewer()?.grant?.schoolId);
  const none = t('common.none');
  const label = (
    field: 'title' | 'school' | 'decision' | 'owner' | 'dueOn' | 'state' | 'light' | 'percent' | 'lastReportedOn',
  ) => t(`resources.decisionTasks.fields.${field}`);
  return [
    {
      key: 'title',
      label: label('title'),
      isTitle: true,
      render: ({ id, title }) => <PathLink to={showPath('decisionTasks', id)}>{title}</PathLink>,
    },
    { key: 'light', label: label('light'), render: ({ light }) => <LightPill light={light} /> },
    { key: 'dueOn', label: label('dueOn'), sort: ['ASC'], render: ({ dueOn }) => <CivilDate value={dueOn} /> },
    { key: 'owner', label: label('owner'), render: ({ ownerName }) => ownerName },
    { key: 'state', label: label('state'), render: ({ state }) => <TaskPill state={state} /> },
    { key: 'percent', label: label('percent'), align: 'right', render: ({ percent }) => `${percent}%` },
    {
      key: 'lastReportedOn',
      label: label('lastReportedOn'),
      render: ({ lastReportedOn }) => <CivilDate value={lastReportedOn} />,
    },
    {
      key: 'decision',
      label: label('decision'),
      render: ({ decision }) =>
        decision ? <PathLink to={showPath('decisions', decision.id)}>{decision.number}</PathLink> : none,
    },
    { key: 'school', label: label('school'), isExtra: isAtSchool, render: ({ school }) => school?.name ?? none },
  ];
}

/** 决议任务: what is due first stands first, with its light. */
export const TaskList = () => {
  const t = useText();
  return (
    <ListPage
      resource="decisionTasks"
      title={t('resources.decisionTasks.name')}
      caption={t('resources.decisionTasks.caption')}
      sort={{ field: 'dueOn', order: 'ASC' }}
      columns={useTaskColumns()}
      filters={<TaskFilters />}
      hint={t('resources.decisionTasks.none')}
    />
  );
};
