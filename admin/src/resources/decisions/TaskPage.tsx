import { Box, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { useParams } from 'react-router';
import { ErrorNotice, LoadingBlock, NotFound, PathLink, Section } from '../../components/index.js';
import { showPath, useAbility, useAsOf, useLive, useOperation } from '../../data/index.js';
import { formatDate, useEnumWords, useText } from '../../i18n/index.js';
import { Attachments, Facts } from '../parts/index.js';
import { LightPill, TaskPill } from './decision-pills.js';
import { DecisionTaskQuery, type DecisionTask } from './task.graphql.js';
import { TaskActs } from './TaskActs.js';
import { TaskReportForm } from './TaskReportForm.js';

const About = ({ task }: { readonly task: DecisionTask }) => {
  const t = useText();
  const word = useEnumWords();
  const none = t('common.none');
  const label = (
    field: 'light' | 'state' | 'dueOn' | 'owner' | 'percent' | 'lastReportedOn' | 'decision' | 'people' | 'assigned',
  ) => t(`resources.decisionTasks.fields.${field}`);
  const { decision, people, dueOn, ownerName, percent, lastReportedOn, assignedByName, assignedOn } = task;
  const others = people.map(({ role, personName }) =>
    t('common.inParens', { text: personName, note: word('TaskRole', role) }),
  );
  return (
    <Facts
      facts={[
        { label: label('light'), value: <LightPill light={task.light} /> },
        { label: label('state'), value: <TaskPill state={task.state} /> },
        { label: label('dueOn'), value: formatDate(dueOn) },
        { label: label('owner'), value: ownerName },
        { label: label('percent'), value: `${percent}%` },
        { label: label('lastReportedOn'), value: formatDate(lastReportedOn) },
        {
          label: label('decision'),
          value: decision ? (
            <PathLink to={showPath('decisions', decision.id)}>{`${decision.number} ${decision.title}`}</PathLink>
          ) : (
            none
          ),
        },
        { label: label('people'), value: others.join(t('common.listSeparator')) || none },
        { label: label('assigned'), value: `${assignedOn} ${assignedByName}` },
      ]}
    />
  );
};

/** 复议: where the decision of the task was replaced, or itself replaced another. */
const Reconsidered = ({ task: { decision } }: { readonly task: DecisionTask }) => {
  const t = useText();
  const links = [
    { key: 'supersededBy', one: decision?.supersededBy },
    { key: 'supersedes', one: decision?.supersedes },
  ] as const;
  return links.map(({ key, one }) =>
    one ? (
      <Typography key={key} variant="body2">
        {t(`resources.decisions.chain.${key}`)} <PathLink to={showPath('decisions', one.id)}>{one.number}</PathLink>
      </Typography>
    ) : null,
  );
};

const History = ({ task }: { readonly task: DecisionTask }) => {
  const t = useText();
  const word = useEnumWords();
  return (
    <Section title={t('resources.decisionTasks.history')}>
      {task.reports.length === 0 && <Typography variant="body2">{t('resources.decisionTasks.noReports')}</Typography>}
      <Box component="ul" aria-label={t('resources.decisionTasks.history')} sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {task.reports.map(({ createdAt, kind, reportedOn, byName, percent, text }) => (
          <Typography key={createdAt} component="li" variant="body2">
            {t('resources.decisionTasks.reportLine', {
              ...{ on: reportedOn, name: byName, percent, text },
              kind: word('TaskReportKind', kind),
            })}
          </Typography>
        ))}
      </Box>
    </Section>
  );
};

const isRunning = ({ state }: DecisionTask): boolean => state === 'ASSIGNED' || state === 'IN_PROGRESS';

const Parts = ({ task }: { readonly task: DecisionTask }) => {
  const t = useText();
  const { can } = useAbility();
  // who keeps records for others writes down what the owner says
  const mayReport = can('work', 'DecisionTask') && (task.mineToDo || can('work', 'DecisionTask', task));
  const reports = mayReport && isRunning(task);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <About task={task} />
      <Reconsidered task={task} />
      {task.note && <Typography sx={{ whiteSpace: 'pre-wrap' }}>{task.note}</Typography>}
      {reports && <TaskReportForm key={task.version} task={task} />}
      <TaskActs task={task} />
      <History task={task} />
      <Attachments title={t('common.attachments.title')} rows={task.attachments.nodes} />
    </Box>
  );
};

/** One task: due when, whose, how far; its owner reports on it here. */
export const TaskPage = () => {
  const t = useText();
  const { id = '' } = useParams();
  const taskId = decodeURIComponent(id);
  const { data, error, isPending, refetch } = useOperation(DecisionTaskQuery, { id: taskId, asOf: useAsOf() });
  useLive({ type: 'DecisionTask', id: taskId }, () => void refetch());
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  const task = data.decisionTask;
  if (!task) {
    return (
      <>
        <Title title={t('resources.decisionTasks.notFound')} preferenceKey={false} />
        <NotFound list="/decisionTasks" />
      </>
    );
  }
  return (
    <>
      <Title title={task.title} preferenceKey={false} />
      <Parts task={task} />
    </>
  );
};
