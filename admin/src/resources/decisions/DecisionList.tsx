import { DECISION_STATES, MATTER_CATEGORIES, TASK_LIGHTS } from '@zhixiao/domain';
import { CivilDate, EnumText, PathLink } from '../../components/index.js';
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
import { DECIDING_BODIES } from './deciding-bodies.js';
import { DecisionPill, LightPill } from './decision-pills.js';
import type { DecisionRow } from './decision.graphql.js';

type Filter = SchemaType<'DecisionFilter'>;

/** The list in its further questions: what is to be published, what was reconsidered. */
const Further = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const special = values.toPublish ? 'toPublish' : values.reconsidered ? 'reconsidered' : undefined;
  return (
    <OneSelect
      label={t('resources.decisions.special.label')}
      width={150}
      choices={(['toPublish', 'reconsidered'] as const).map((value) => ({
        value,
        text: t(`resources.decisions.special.${value}`),
      }))}
      value={special}
      onChange={(value) =>
        setFilter({
          toPublish: value === 'toPublish' || undefined,
          reconsidered: value === 'reconsidered' || undefined,
        })
      }
    />
  );
};

const DecisionFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const bodies = useEnumChoices('MeetingKind', DECIDING_BODIES);
  const states = useEnumChoices('DecisionState', DECISION_STATES);
  const categories = useEnumChoices('MatterCategory', MATTER_CATEGORIES);
  const lights = useEnumChoices('TaskLight', TASK_LIGHTS);
  const label = (field: 'body' | 'state' | 'category' | 'light') => t(`resources.decisions.fields.${field}`);
  return (
    <FilterBar searchLabel={t('resources.decisions.searchLabel')}>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={label('body')}
        width={150}
        choices={bodies}
        value={values.body ?? undefined}
        onChange={(body) => setFilter({ body })}
      />
      <ManySelect
        label={label('state')}
        choices={states}
        value={values.state ?? undefined}
        onChange={(state) => setFilter({ state })}
      />
      <ManySelect
        label={label('category')}
        width={150}
        choices={categories}
        value={values.category ?? undefined}
        onChange={(category) => setFilter({ category })}
      />
      <ManySelect
        label={label('light')}
        choices={lights}
        value={values.light ?? undefined}
        onChange={(light) => setFilter({ light })}
      />
      <Further />
    </FilterBar>
  );
};

function useDecisionColumns(): readonly Column<DecisionRow>[] {
  const t = useText();
  const isAtSchool = Boolean(useViewer()?.grant?.schoolId);
  const label = (
    field: 'number' | 'title' | 'school' | 'body' | 'decidedOn' | 'state' | 'light' | 'lastReportedOn' | 'publishedOn',
  ) => t(`resources.decisions.fields.${field}`);
  const none = t('common.none');
  return [
    {
      key: 'title',
      label: label('title'),
      isTitle: true,
      render: ({ id, title }) => <PathLink to={showPath('decisions', id)}>{title}</PathLink>,
    },
    { key: 'number', label: label('number'), sort: ['ASC'], render: ({ number }) => number },
    { key: 'school', label: label('school'), isExtra: isAtSchool, render: ({ school }) => school?.name ?? none },
    { key: 'body', label: label('body'), render: ({ body }) => <EnumText of="MeetingKind" value={body} /> },
    {
      key: 'decidedOn',
      label: label('decidedOn'),
      sort: ['ASC', 'DESC'],
      render: ({ decidedOn }) => <CivilDate value={decidedOn} />,
    },
    { key: 'state', label: label('state'), render: ({ state }) => <DecisionPill state={state} /> },
    { key: 'light', label: label('light'), render: ({ light }) => (light ? <LightPill light={light} /> : none) },
    {
      key: 'lastReportedOn',
      label: label('lastReportedOn'),
      render: ({ lastReportedOn }) => <CivilDate value={lastReportedOn} />,
    },
    {
      key: 'publishedOn',
      label: label('publishedOn'),
      isExtra: true,
      render: ({ publishedOn }) => <CivilDate value={publishedOn} />,
    },
  ];
}

/** 决议: what the meetings decided, by number, with the light of its tasks. */
export const DecisionList = () => {
  const t = useText();
  return (
    <ListPage
      resource="decisions"
      title={t('resources.decisions.name')}
      caption={t('resources.decisions.caption')}
      sort={{ field: 'decidedOn', order: 'DESC' }}
      columns={useDecisionColumns()}
      filters={<DecisionFilters />}
      hint={t('resources.decisions.none')}
    />
  );
};
