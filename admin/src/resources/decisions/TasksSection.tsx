import { useState } from 'react';
import { Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { CivilDate, CivilDateInput, PathLink, Section, useDayShown } from '../../components/index.js';
import { showPath, useOperation, useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, RowCards, RowTable, TextField, useIsPhone, type Column } from '../parts/index.js';
import { PeopleField, PersonField, peopleOf, SchoolPeopleQuery } from '../meetings/index.js';
import { LightPill, TaskPill } from './decision-pills.js';
import type { Decision, TaskLine } from './decision.graphql.js';
import { AssignTaskMutation } from './task.graphql.js';
import { useMayFollowUp } from './use-may-follow-up.js';

interface AssignProps {
  readonly decision: Decision;
  readonly onClose: () => void;
}

const AssignDialog = ({ decision, onClose }: AssignProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(AssignTaskMutation);
  const { data } = useOperation(SchoolPeopleQuery, { id: decision.school?.id ?? '', asOf: null });
  const people = peopleOf(data, useDayShown());
  const label = (field: 'title' | 'note' | 'owner' | 'implementers' | 'supervisors' | 'supporters' | 'dueOn') =>
    t(`resources.decisionTasks.fields.${field}`);
  return (
    <ActionDialog title={t('resources.decisionTasks.assign.title')} onClose={onClose}>
      <ActionForm
        initial={{
          ...{ title: decision.title, note: null, ownerId: null, dueOn: decision.dueOn },
          ...{ implementerIds: [], supervisorIds: [], supporterIds: [] },
        }}
        submitLabel={t('resources.decisionTasks.assign.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const input = { ...values, decisionId: decision.id } as VariablesOf<typeof AssignTaskMutation>['input'];
          await mutateAsync({ input });
          notify(t('resources.decisionTasks.assign.done'), { type: 'success' });
          onClose();
        }}
      >
        <TextField source="title" label={label('title')} isRequired max={200} />
        <TextField source="note" label={label('note')} rows={2} max={2000} />
        <PersonField source="ownerId" label={label('owner')} people={people} isRequired />
        <PeopleField source="implementerIds" label={label('implementers')} people={people} />
        <PeopleField source="supervisorIds" label={label('supervisors')} people={people} />
        <PeopleField source="supporterIds" label={label('supporters')} people={people} />
        <CivilDateInput source="dueOn" label={label('dueOn')} />
      </ActionForm>
    </ActionDialog>
  );
};

function useTaskColumns(): readonly Column<TaskLine>[] {
  const t = useText();
  const label = (field: 'title' | 'owner' | 'dueOn' | 'state' | 'light' | 'percent' | 'lastReportedOn') =>
    t(`resources.decisionTasks.fields.${field}`);
  return [
    {
      key: 'title',
      label: label('title'),
      isTitle: true,
      render: ({ id, title }) => <PathLink to={showPath('decisionTasks', id)}>{title}</PathLink>,
    },
    { key: 'owner', label: label('owner'), render: ({ ownerName }) => ownerName },
    { key: 'dueOn', label: label('dueOn'), render: ({ dueOn }) => <CivilDate value={dueOn} /> },
    { key: 'light', label: label('light'), render: ({ light }) => <LightPill light={light} /> },
    { key: 'state', label: label('state'), render: ({ state }) => <TaskPill state={state} /> },
    { key: 'percent', label: label('percent'), align: 'right', render: ({ percent }) => `${percent}%` },
    {
      key: 'lastReportedOn',
      label: label('lastReportedOn'),
      render: ({ lastReportedOn }) => <CivilDate value={lastReportedOn} />,
    },
  ];
}

/** 任务: who carries the decision out, till when, how far. */
export const TasksSection = ({ decision }: { readonly decision: Decision }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const may = useMayFollowUp(decision);
  const columns = useTaskColumns();
  const [assigns, setAssigns] = useState(false);
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <Section
      title={t('resources.decisionTasks.name')}
      aside={
        may.assign &&
        decision.state === 'IN_FORCE' && (
          <Button onClick={() => setAssigns(true)}>{t('resources.decisionTasks.assign.open')}</Button>
        )
      }
    >
      {decision.tasks.length === 0 && <Typography variant="body2">{t('resources.decisionTasks.noneYet')}</Typography>}
      {decision.tasks.length > 0 && (
        <Rows caption={t('resources.decisionTasks.caption')} rows={decision.tasks} columns={columns} />
      )}
      {assigns && <AssignDialog decision={decision} onClose={() => setAssigns(false)} />}
    </Section>
  );
};
