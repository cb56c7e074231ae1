import { useState } from 'react';
import { Box, Button, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { useNotify } from 'react-admin';
import { ErrorNotice, Section } from '../../components/index.js';
import { execute, useUnsavedForm, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { FileDrop, StagedFiles, useUploads } from '../parts/index.js';
import { DecisionTaskQuery, ReportTaskMutation, type DecisionTask } from './task.graphql.js';

/** The documents that came with this report: those that the task did not have before. */
async function addedTo(task: DecisionTask): Promise<string[]> {
  const { decisionTask } = await execute(DecisionTaskQuery, { id: task.id, asOf: null });
  const known = new Set(task.attachments.nodes.map(({ id }) => id));
  return (decisionTask?.attachments.nodes ?? []).map(({ id }) => id).filter((id) => !known.has(id));
}

function useReport(task: DecisionTask) {
  const t = useText();
  const notify = useNotify();
  const uploads = useUploads('REPORT');
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const { mutateAsync } = useWrite(ReportTaskMutation);
  const send = async (said: { readonly percent: number; readonly text: string; readonly done: boolean }) => {
    setSending(true);
    setError(null);
    try {
      await uploads.send(task.id);
      const attachmentIds = uploads.files.length > 0 ? await addedTo(task) : [];
      await mutateAsync({ input: { id: task.id, expectedVersion: task.version, ...said, attachmentIds } });
      notify(t(said.done ? 'resources.decisionTasks.report.doneSaid' : 'resources.decisionTasks.report.done'), {
        type: 'success',
      });
    } catch (refusal) {
      setError(refusal);
    }
    setSending(false);
  };
  return { uploads, error, isSending, send };
}

/** 报告进展: how far it is, in words, with what shows it; and that it is done. */
export const TaskReportForm = ({ task }: { readonly task: DecisionTask }) => {
  const t = useText();
  const [percent, setPercent] = useState(String(task.percent));
  const [text, setText] = useState('');
  const [done, setDone] = useState(false);
  const { uploads, error, isSending, send } = useReport(task);
  useUnsavedForm({ isDirty: text !== '' && !isSending });
  return (
    <Section title={t('resources.decisionTasks.report.title')}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send({ percent: Number(percent), text: text.trim(), done });
        }}
        sx={{ display: 'grid', gap: 1, maxWidth: 720 }}
      >
        <TextField
          type="number"
          margin="none"
          label={t('resources.decisionTasks.fields.percent')}
          value={done ? '100' : percent}
          disabled={done}
          onChange={({ target }) => setPercent(target.value)}
          sx={{ width: 140 }}
          slotProps={{ htmlInput: { min: 0, max: 100, inputMode: 'numeric' } }}
        />
        <TextField
          label={t('resources.decisionTasks.report.text')}
          margin="none"
          value={text}
          required
          multiline
          minRows={2}
          onChange={({ target }) => setText(target.value)}
          slotProps={{ htmlInput: { maxLength: 5000 } }}
        />
        <FileDrop onFiles={uploads.add} isBusy={isSending} />
        <StagedFiles files={uploads.files} onRemove={uploads.remove} />
        <FormControlLabel
          control={<Checkbox checked={done} onChange={(_, on) => setDone(on)} />}
          label={t('resources.decisionTasks.report.isDone')}
        />
        <ErrorNotice error={error} />
        <Box>
          <Button type="submit" variant="contained" loading={isSending} sx={{ minHeight: { xs: 44, sm: 0 } }}>
            {t('resources.decisionTasks.report.submit')}
          </Button>
        </Box>
      </Box>
    </Section>
  );
};
