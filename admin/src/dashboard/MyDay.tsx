import { Typography } from '@mui/material';
import { CivilDate, ErrorNotice, LoadingBlock, NumberLink, Section, type Tone } from '../components/index.js';
import { listPath, showPath } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import { NewTopicButton, waitingReason } from '../resources/topics/index.js';
import { DayRow, DaySection } from './DaySection.js';
import { Stack, TwoColumns } from './HomeFrame.js';
import type { Day } from './my-day.graphql.js';
import { recordPart, type RecordPart } from './my-part.js';
import { NextMeetings } from './NextMeetings.js';
import { useDuties, useMyDay, type DayFilters, type Duties } from './use-my-day.js';

interface PartProps {
  readonly day: Day;
  readonly filters: DayFilters;
  readonly duties: Duties;
}

/** 待我办理: topics that wait for an opinion, a signature, a confirmation of this account. */
const Topics = ({ day: { waiting } }: Pick<PartProps, 'day'>) => {
  const t = useText();
  const word = useEnumWords();
  const { nodes, totalCount } = waiting;
  return (
    <DaySection
      title={t('resources.topics.waiting.title')}
      caption={t('resources.topics.waiting.caption')}
      total={totalCount}
      shown={nodes.length}
      to={listPath('topics', { filter: { waitingForMe: true } })}
    >
      {nodes.map((topic) => (
        <DayRow
          key={topic.id}
          to={showPath('topics', topic.id)}
          title={topic.title}
          tone="yellow"
          what={t(`resources.topics.waiting.${waitingReason(topic)}`)}
          note={word('MeetingKind', topic.meetingKind)}
        />
      ))}
    </DaySection>
  );
};

const RECORD_TONES: Readonly<Record<RecordPart, Tone>> = {
  ...{ SIGN: 'yellow', ISSUE: 'yellow', CHAIR: 'grey', RECORDER: 'grey', HEAD: 'grey' },
};

/** Records that wait for a signature or for their minutes. Who only attends sees those that wait for the own hand. */
const Records = ({ day: { records }, filters, duties }: PartProps) => {
  const t = useText();
  const sees = duties.isHead || duties.keeps;
  const rows = records.nodes.map((record) => ({ record, part: recordPart(record, duties) }));
  const shown = rows.filter(({ part }) => sees || part === 'SIGN');
  return (
    <DaySection
      title={t('home.day.records')}
      caption={t('home.day.recordsCaption')}
      total={records.totalCount}
      shown={shown.length}
      to={sees ? listPath('meetings', { filter: filters.records }) : null}
    >
      {shown.map(({ record: { id, title, heldOn }, part }) => (
        <DayRow
          key={id}
          to={showPath('meetings', id)}
          title={title}
          tone={RECORD_TONES[part]}
          what={t(`home.day.record.${part}`)}
          note={<CivilDate value={heldOn} />}
        />
      ))}
    </DaySection>
  );
};

const LIGHTS = { RED: 'red', YELLOW: 'yellow', GREEN: 'green' } as const;

/** What one has to do or to look at; for the clerk, who writes down what others report, what is overdue at the school. */
const Tasks = ({ day: { tasks, overdue }, filters, duties }: PartProps) => {
  const t = useText();
  const word = useEnumWords();
  const title = t(duties.keeps ? 'home.day.lateTasks' : 'home.day.tasks');
  return (
    <DaySection
      title={title}
      caption={t('home.day.tasksCaption')}
      total={tasks.totalCount}
      shown={tasks.nodes.length}
      to={listPath('decisionTasks', { filter: filters.tasks })}
    >
      {!duties.keeps && overdue.totalCount > 0 && (
        <Typography component="li" variant="body2" color="error">
          {t('home.day.overdue')}{' '}
          <NumberLink
            to={listPath('decisionTasks', { filter: filters.overdue })}
            value={overdue.totalCount}
            label={t('home.day.overdue')}
            plain
          />
        </Typography>
      )}
      {tasks.nodes.map(({ id, title: name, dueOn, light, state, ownerName }) => (
        <DayRow
          key={id}
          to={showPath('decisionTasks', id)}
          title={name}
          tone={state === 'REPORTED_DONE' ? 'blue' : LIGHTS[light]}
          what={word(state === 'REPORTED_DONE' ? 'TaskState' : 'TaskLight', state === 'REPORTED_DONE' ? state : light)}
          note={
            <>
              <CivilDate value={dueOn} /> {ownerName}
            </>
          }
        />
      ))}
    </DaySection>
  );
};

/** 应公开而未公开的决议, for who publishes. */
const ToPublish = ({ day: { toPublish }, filters }: PartProps) => {
  const t = useText();
  if (!toPublish) return null;
  return (
    <DaySection
      title={t('home.day.toPublish')}
      caption={t('home.day.toPublishCaption')}
      total={toPublish.totalCount}
      shown={toPublish.nodes.length}
      to={listPath('decisions', { filter: filters.toPublish })}
    >
      {toPublish.nodes.map(({ id, number, title }) => (
        <DayRow
          key={id}
          to={showPath('decisions', id)}
          title={title}
          tone="yellow"
          what={t('home.day.publish')}
          note={number}
        />
      ))}
    </DaySection>
  );
};

/** 紧急处置, which the next meeting confirms. */
const Emergencies = ({ day: { emergencies }, filters }: PartProps) => {
  const t = useText();
  if (!emergencies) return null;
  return (
    <DaySection
      title={t('home.day.emergencies')}
      caption={t('home.day.emergenciesCaption')}
      total={emergencies.totalCount}
      shown={emergencies.nodes.length}
      to={listPath('emergencyActions', { filter: filters.emergencies })}
    >
      {emergencies.nodes.map(({ id, title, takenOn, overdue }) => (
        <DayRow
          key={id}
          to={showPath('emergencyActions', id)}
          title={title}
          tone={overdue ? 'red' : 'yellow'}
          what={t(overdue ? 'home.day.confirmLate' : 'home.day.confirmNext')}
          note={<CivilDate value={takenOn} />}
        />
      ))}
    </DaySection>
  );
};

/** Topics that the clerk writes for others, until one of them proposes them. */
const Drafts = ({ day: { drafts }, filters }: PartProps) => {
  const t = useText();
  if (!drafts) return null;
  return (
    <DaySection
      title={t('home.day.drafts')}
      caption={t('home.day.draftsCaption')}
      total={drafts.totalCount}
      shown={drafts.nodes.length}
      to={listPath('topics', { filter: filters.drafts })}
    >
      {drafts.nodes.map(({ id, title, returnedReason }) => (
        <DayRow
          key={id}
          to={showPath('topics', id)}
          title={title}
          tone={returnedReason === null ? 'grey' : 'yellow'}
          what={t(returnedReason === null ? 'home.day.draft' : 'home.day.returned')}
        />
      ))}
    </DaySection>
  );
};

function isEmpty({ waiting, records, tasks, toPublish, emergencies, drafts }: Day): boolean {
  return [waiting, records, tasks, toPublish, emergencies, drafts].every((list) => !list?.nodes.length);
}

/** 我的今天: the next meeting, and everything that waits for this account; each row leads to the one screen. */
export const MyDay = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  const duties = useDuties(schoolId);
  const { day, error, filters, refetch } = useMyDay(duties);
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!day) return <LoadingBlock />;
  const parts = { day, filters, duties };
  return (
    <TwoColumns>
      <Stack>
        <NextMeetings calls={day.calls} ready={day.ready?.totalCount ?? 0} duties={duties} filters={filters} />
        <Topics day={day} />
        <Records {...parts} />
      </Stack>
      <Stack>
        <Tasks {...parts} />
        <ToPublish {...parts} />
        <Emergencies {...parts} />
        <Drafts {...parts} />
        <Section title={t('home.day.begin')} aside={<NewTopicButton variant={isEmpty(day) ? 'contained' : 'text'} />}>
          <Typography variant="body2" color="textSecondary">
            {t(isEmpty(day) ? 'home.day.nothing' : 'home.day.beginText')}
          </Typography>
        </Section>
      </Stack>
    </TwoColumns>
  );
};
