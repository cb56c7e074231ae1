import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { useAbility, useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField, TextField } from '../parts/index.js';
import { CancelTaskMutation, CloseTaskMutation, ReopenTaskMutation, type DecisionTask } from './task.graphql.js';

interface DialogProps {
  readonly task: DecisionTask;
  readonly onClose: () => void;
}

const CloseDialog = ({ task, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(CloseTaskMutation);
  return (
    <ActionDialog title={t('resources.decisionTasks.close.title', { title: task.title })} onClose={onClose}>
      <ActionForm
        initial={{ note: null }}
        submitLabel={t('resources.decisionTasks.close.open')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const input = { ...values, id: task.id, expectedVersion: task.version };
          await mutateAsync({ input: input as VariablesOf<typeof CloseTaskMutation>['input'] });
          notify(t('resources.decisionTasks.close.done'), { type: 'success' });
          onClose();
        }}
      >
        <TextField source="note" label={t('resources.decisionTasks.close.note')} rows={2} max={2000} />
      </ActionForm>
    </ActionDialog>
  );
};

const ReopenDialog = ({ task, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(ReopenTaskMutation);
  return (
    <ActionDialog title={t('resources.decisionTasks.reopen.title', { title: task.title })} onClose={onClose}>
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t('resources.decisionTasks.reopen.submit')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await mutateAsync({ input: { id: task.id, expectedVersion: task.version, reason: String(reason ?? '') } });
          notify(t('resources.decisionTasks.reopen.done'), { type: 'success' });
          onClose();
        }}
      >
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

const CancelDialog = ({ task, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(CancelTaskMutation);
  return (
    <ActionDialog title={t('resources.decisionTasks.cancel.title', { title: task.title })} onClose={onClose}>
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t('resources.decisionTasks.cancel.open')}
        onCancel={onClose}
        isGrave
        onSubmit={async ({ reason }) => {
          await mutateAsync({ input: { id: task.id, expectedVersion: task.version, reason: String(reason ?? '') } });
          notify(t('resources.decisionTasks.cancel.done'), { type: 'success' });
          onClose();
        }}
      >
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

const DIALOGS = { close: CloseDialog, reopen: ReopenDialog, cancel: CancelDialog } as const;
type DialogName = keyof typeof DIALOGS;

const POSSIBLE: Readonly<Record<DecisionTask['state'], readonly DialogName[]>> = {
  ASSIGNED: ['cancel'],
  IN_PROGRESS: ['cancel'],
  REPORTED_DONE: ['close', 'reopen'],
  CLOSED: ['reopen'],
  CANCELLED: [],
};

/** 审核办结, 退回: by those who follow it up, never by whoever does it. */
export const TaskActs = ({ task }: { readonly task: DecisionTask }) => {
  const t = useText();
  const { can } = useAbility();
  const [opens, setOpens] = useState<DialogName | null>(null);
  if (task.mineToDo || !can('close', 'DecisionTask', task)) return null;
  const Dialog = opens && DIALOGS[opens];
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {POSSIBLE[task.state].map((name) => (
        <Button key={name} variant={name === 'close' ? 'contained' : 'outlined'} onClick={() => setOpens(name)}>
          {t(`resources.decisionTasks.${name}.open`)}
        </Button>
      ))}
      {Dialog && <Dialog task={task} onClose={() => setOpens(null)} />}
    </Box>
  );
};
