import { useState } from 'react';
import { NOT_HELD_REASONS } from '@zhixiao/domain';
import { Box, Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { CivilDateInput, ErrorNotice } from '../../components/index.js';
import { useUnsavedForm, useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, EnumField, FieldGrid, ReasonField, TextField } from '../parts/index.js';
import { AgendaEditor } from './AgendaEditor.js';
import { plannedInput, type Planned } from './AgendaFields.js';
import { clockOf } from './clock.js';
import {
  CancelMeetingMutation,
  ChangeAgendaMutation,
  ChangeMeetingMutation,
  DelegateChairMutation,
} from './meeting-acts.graphql.js';
import type { Meeting } from './meeting.graphql.js';
import { TimeField } from './TimeField.js';
import { PersonField } from './PersonField.js';

interface DialogProps {
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

/** 改期、改地点: who was called is told. */
export const ChangeMeetingDialog = ({ meeting, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(ChangeMeetingMutation);
  const { id, version: expectedVersion, title, heldOn, startsAt, place, recorderName } = meeting;
  return (
    <ActionDialog title={t('resources.meetings.change.title')} onClose={onClose}>
      <ActionForm
        initial={{ title, heldOn, startTime: clockOf(startsAt), place, recorderName }}
        submitLabel={t('common.save')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await mutateAsync({ input: { ...values, id, expectedVersion } });
          notify(t('resources.meetings.change.done'), { type: 'success' });
          onClose();
        }}
      >
        <TextField source="title" label={t('resources.meetings.plan.title')} max={200} />
        <FieldGrid>
          <CivilDateInput source="heldOn" label={t('resources.meetings.plan.heldOn')} isRequired />
          <TimeField source="startTime" label={t('resources.meetings.plan.startTime')} isRequired />
        </FieldGrid>
        <TextField source="place" label={t('resources.meetings.plan.place')} max={200} />
        <TextField source="recorderName" label={t('resources.meetings.plan.recorderName')} />
      </ActionForm>
    </ActionDialog>
  );
};

/** The agenda of what has not begun; new in an open meeting is an unscheduled motion. */
export const ChangeAgendaDialog = ({ meeting, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutate, isPending, error } = useWrite(ChangeAgendaMutation);
  const waiting = meeting.items.filter(({ startedAt }) => startedAt === null);
  const [items, setItems] = useState<readonly Planned[]>(
    waiting.map(({ id, title, topicId }) => ({ key: id, id, title, topicId: topicId ?? undefined })),
  );
  const [isDirty, setDirty] = useState(false);
  useUnsavedForm({ isDirty });
  const save = () => {
    const input = { id: meeting.id, expectedVersion: meeting.version, items: items.map(plannedInput) };
    mutate(
      { input },
      {
        onSuccess: () => {
          notify(t('resources.meetings.agenda.done'), { type: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog title={t('resources.meetings.agenda.change')} onClose={onClose} width="md">
      <AgendaEditor
        schoolId={meeting.school?.id ?? ''}
        kind={meeting.kind}
        items={items}
        onChange={(next) => {
          setItems(next);
          setDirty(true);
        }}
      />
      <ErrorNotice error={error} />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', paddingBlock: 1 }}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="contained" loading={isPending} onClick={save}>
          {t('common.save')}
        </Button>
      </Box>
    </ActionDialog>
  );
};

/** 委托主持: by the head, to a member, in writing. */
export const DelegateDialog = ({ meeting, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(DelegateChairMutation);
  const members = meeting.attendance.flatMap(({ personId, personName, post, capacity, own }) =>
    personId && capacity === 'MEMBER' && !own ? [{ id: personId, name: personName, posts: post ? [post] : [] }] : [],
  );
  return (
    <ActionDialog title={t('resources.meetings.delegate.title')} onClose={onClose}>
      <ActionForm
        initial={{ toPersonId: null, reason: null }}
        submitLabel={t('resources.meetings.delegate.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const input = { ...values, id: meeting.id, expectedVersion: meeting.version };
          await mutateAsync({ input: input as VariablesOf<typeof DelegateChairMutation>['input'] });
          notify(t('resources.meetings.delegate.done'), { type: 'success' });
          onClose();
        }}
      >
        <PersonField
          source="toPersonId"
          label={t('resources.meetings.delegate.to')}
          people={members}
          helperText={t('resources.meetings.delegate.help')}
        />
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

/** 未开成: no quorum, put off, cancelled; its topics wait for another meeting. */
export const CancelDialog = ({ meeting, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(CancelMeetingMutation);
  return (
    <ActionDialog title={t('resources.meetings.cancel.title', { title: meeting.title })} onClose={onClose}>
      <ActionForm
        initial={{ reason: null, note: null, putOffTo: null }}
        submitLabel={t('resources.meetings.cancel.submit')}
        onCancel={onClose}
        isGrave
        onSubmit={async (values) => {
          const input = { ...values, id: meeting.id, expectedVersion: meeting.version };
          await mutateAsync({ input: input as VariablesOf<typeof CancelMeetingMutation>['input'] });
          notify(t('resources.meetings.cancel.done'), { type: 'success' });
          onClose();
        }}
      >
        <EnumField
          source="reason"
          of="NotHeldReason"
          values={NOT_HELD_REASONS}
          label={t('resources.meetings.cancel.reason')}
          isRequired
        />
        <ReasonField source="note" label={t('resources.meetings.cancel.note')} />
        <CivilDateInput source="putOffTo" label={t('resources.meetings.cancel.putOffTo')} />
      </ActionForm>
    </ActionDialog>
  );
};
