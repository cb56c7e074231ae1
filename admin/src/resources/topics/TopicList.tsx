import { MATTER_CATEGORIES, MEETING_KINDS, TOPIC_STATES } from '@zhixiao/domain';
import { FormControlLabel, Switch } from '@mui/material';
import { useListContext } from 'react-admin';
import { CivilDate, EnumText, PathLink } from '../../components/index.js';
import { showPath, useLive, useViewer, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  FilterBar,
  ListPage,
  ManySelect,
  TenantSelect,
  useEnumChoices,
  useFilters,
  type Column,
} from '../parts/index.js';
import { BlocksCell } from './BlocksCell.js';
import { NewTopicButton } from './NewTopicButton.js';
import type { TopicRow } from './topic.graphql.js';
import { TopicMarks, TopicPill } from './topic-pills.js';

type Filter = SchemaType<'TopicFilter'>;

const Flag = ({ source }: { readonly source: 'mine' | 'waitingForMe' | 'everHeldBack' }) => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  return (
    <FormControlLabel
      control={
        <Switch
          checked={values[source] === true}
          onChange={(_, on) => setFilter({ [source]: on ? true : undefined })}
        />
      }
      label={t(`resources.topics.filters.${source}`)}
    />
  );
};

const TopicFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const { refetch } = useListContext();
  useLive({ type: 'Topic' }, () => void refetch?.());
  const isSchool = Boolean(useViewer()?.grant?.schoolId);
  const kinds = useEnumChoices('MeetingKind', MEETING_KINDS);
  const states = useEnumChoices('TopicState', TOPIC_STATES);
  const categories = useEnumChoices('MatterCategory', MATTER_CATEGORIES);
  const more = (
    <>
      <ManySelect
        label={t('resources.topics.fields.category')}
        width={140}
        choices={categories}
        value={values.category ?? undefined}
        onChange={(category) => setFilter({ category })}
      />
      <Flag source="everHeldBack" />
    </>
  );
  return (
    <FilterBar
      searchLabel={t('resources.topics.filters.q')}
      more={more}
      showsMore={values.category !== undefined || values.everHeldBack !== undefined}
    >
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.topics.fields.meetingKind')}
        width={140}
        choices={kinds}
        value={values.meetingKind ?? undefined}
        onChange={(meetingKind) => setFilter({ meetingKind })}
      />
      <ManySelect
        label={t('resources.topics.filters.state')}
        choices={states}
        value={values.state ?? undefined}
        onChange={(state) => setFilter({ state })}
      />
      {isSchool && <Flag source="waitingForMe" />}
      {isSchool && <Flag source="mine" />}
    </FilterBar>
  );
};

function useColumnsOfTopics(): readonly Column<TopicRow>[] {
  const t = useText();
  const none = t('common.none');
  const isSchool = Boolean(useViewer()?.grant?.schoolId);
  type Field = 'title' | 'school' | 'meetingKind' | 'category' | 'matter' | 'state' | 'blocks' | 'consultation';
  const label = (field: Field | 'proposer' | 'proposedOn') => t(`resources.topics.fields.${field}`);
  const school: Column<TopicRow> = {
    key: 'school',
    label: label('school'),
    render: ({ school: at }) => (at ? <PathLink to={showPath('schools', at.id)}>{at.name}</PathLink> : none),
  };
  return [
    {
      key: 'title',
      label: label('title'),
      isTitle: true,
      render: (row) => (
        <>
          <PathLink to={showPath('topics', row.id)}>{row.title}</PathLink> <TopicMarks {...row} />
        </>
      ),
    },
    ...(isSchool ? [] : [school]),
    {
      key: 'meetingKind',
      label: label('meetingKind'),
      render: ({ meetingKind }) => <EnumText of="MeetingKind" value={meetingKind} />,
    },
    {
      key: 'category',
      label: label('category'),
      render: ({ category }) => <EnumText of="MatterCategory" value={category} />,
    },
    { key: 'matter', label: label('matter'), isExtra: true, render: ({ matterName }) => matterName },
    { key: 'state', label: label('state'), render: ({ state }) => <TopicPill state={state} /> },
    { key: 'blocks', label: label('blocks'), render: (row) => <BlocksCell {...row} /> },
    {
      key: 'consultation',
      label: label('consultation'),
      render: ({ consultationStatus }) => <EnumText of="ConsultationStatus" value={consultationStatus} />,
    },
    { key: 'proposer', label: label('proposer'), render: ({ proposerName }) => proposerName ?? none },
    { key: 'proposedOn', label: label('proposedOn'), render: ({ proposedOn }) => <CivilDate value={proposedOn} /> },
  ];
}

/** 议题池: every topic with how far it is and what it lacks. */
export const TopicList = () => {
  const t = useText();
  return (
    <ListPage
      resource="topics"
      title={t('resources.topics.name')}
      caption={t('resources.topics.caption')}
      sort={{ field: 'id', order: 'DESC' }}
      columns={useColumnsOfTopics()}
      filters={<TopicFilters />}
      actions={<NewTopicButton />}
      hint={t('resources.topics.none')}
      empty={<NewTopicButton variant="contained" />}
    />
  );
};
