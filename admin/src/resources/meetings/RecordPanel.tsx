import { useState } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { Section } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { formatDateTime, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, Facts, ReasonField, TextField } from '../parts/index.js';
import { ActButton } from './ActButton.js';
import {
  CorrectRecordMutation,
  IssueMinutesMutation,
  ReturnRecordMutation,
  SignRecordMutation,
} from './meeting-acts.graphql.js';
import type { Meeting } from './meeting.graphql.js';
import type { Hands } from './use-hands.js';

interface RecordProps {
  readonly meeting: Meeting;
  readonly hands: Hands;
}

interface DialogProps {
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

const ReturnDialog = ({ meeting, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(ReturnRecordMutation);
  return (
    <ActionDialog title={t('resources.meetings.record.returnTitle')} onClose={onClose}>
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t('resources.meetings.record.return')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await mutateAsync({ input: { id: meeting.id, expectedVersion: meeting.version, reason: String(reason) } });
          notify(t('resources.meetings.record.returned'), { type: 'success' });
          onClose();
        }}
      >
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

const CorrectDialog = ({ meeting, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(CorrectRecordMutation);
  return (
    <ActionDialog title={t('resources.meetings.record.correctTitle')} onClose={onClose}>
      <ActionForm
        initial={{ text: null, reason: null }}
        submitLabel={t('resources.meetings.record.correctSubmit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const input = { ...values, id: meeting.id } as VariablesOf<typeof CorrectRecordMutation>['input'];
          await mutateAsync({ input });
          notify(t('resources.meetings.record.corrected'), { type: 'success' });
          onClose();
        }}
      >
        <TextField source="text" label={t('resources.meetings.record.correctText')} isRequired rows={3} max={5000} />
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

/** 签字: the chair and the recorder, each once and each in person (REC-1). */
const Signing = ({ meeting, hands }: RecordProps) => {
  const t = useText();
  const { id, version: expectedVersion, state, chairSignedOn, recorderSignedOn } = meeting;
  if (state !== 'CLOSED') return null;
  const done = t('resources.meetings.record.signed');
  return (
    <>
      {hands.isChair && !chairSignedOn && (
        <ActButton
          document={SignRecordMutation}
          variables={{ input: { id, expectedVersion, as: 'CHAIR' as const } }}
          label={t('resources.meetings.record.signAsChair')}
          done={done}
          variant="contained"
        />
      )}
      {hands.isRecorder && !recorderSignedOn && (
        <ActButton
          document={SignRecordMutation}
          variables={{ input: { id, expectedVersion, as: 'RECORDER' as const } }}
          label={t('resources.meetings.record.signAsRecorder')}
          done={done}
          variant="contained"
        />
      )}
    </>
  );
};

const Acts = ({ meeting, hands }: RecordProps) => {
  const t = useText();
  const [opens, setOpens] = useState<'return' | 'correct' | null>(null);
  const { id, version: expectedVersion, state, chairSignedOn, recorderSignedOn } = meeting;
  const close = () => setOpens(null);
  const isSealed = state === 'SIGNED' || state === 'ISSUED';
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginTop: 1, alignItems: 'start' }}>
      <Signing meeting={meeting} hands={hands} />
      {state === 'CLOSED' && hands.isChair && recorderSignedOn && !chairSignedOn && (
        <Button onClick={() => setOpens('return')}>{t('resources.meetings.record.return')}</Button>
      )}
      {state === 'SIGNED' && hands.issues && (
        <ActButton
          document={IssueMinutesMutation}
          variables={{ input: { id, expectedVersion } }}
          label={t('resources.meetings.record.issue')}
          done={t('resources.meetings.record.issued')}
          variant="contained"
        />
      )}
      {isSealed && hands.isChair && (
        <Button onClick={() => setOpens('correct')}>{t('resources.meetings.record.correct')}</Button>
      )}
      {opens === 'return' && <ReturnDialog meeting={meeting} onClose={close} />}
      {opens === 'correct' && <CorrectDialog meeting={meeting} onClose={close} />}
    </Box>
  );
};

const Corrections = ({ meeting: { corrections, items } }: { readonly meeting: Meeting }) => {
  const t = useText();
  if (corrections.length === 0) return null;
  return (
    <Box component="ul" aria-label={t('resources.meetings.record.corrections')} sx={{ paddingInlineStart: 2.5 }}>
      {corrections.map(({ itemId, text, reason, signedByName, signedAt }) => (
        <Typography key={signedAt} component="li" variant="body2">
          {t('resources.meetings.record.correctionLine', {
            item: items.find(({ id }) => id === itemId)?.title ?? t('resources.meetings.record.whole'),
            ...{ text, reason, name: signedByName, at: formatDateTime(signedAt) },
          })}
        </Typography>
      ))}
    </Box>
  );
};

/** 会议记录: both signatures, then it stays as it is; corrections are appended; the minutes are issued from it. */
export const RecordPanel = ({ meeting, hands }: RecordProps) => {
  const t = useText();
  const { state, chairSignedOn, chairSignedName, recorderSignedOn, recorderSignedName, issuedAt, issuedByName } =
    meeting;
  if (!['CLOSED', 'SIGNED', 'ISSUED'].includes(state)) return null;
  const none = t('common.none');
  const signed = (name: string | null, on: string | null) =>
    on ? t('common.inParens', { text: name ?? none, note: on }) : t('resources.meetings.record.unsigned');
  const facts = [
    { label: t('resources.meetings.record.chair'), value: signed(chairSignedName, chairSignedOn) },
    { label: t('resources.meetings.record.recorder'), value: signed(recorderSignedName, recorderSignedOn) },
    { label: t('resources.meetings.record.minutesNo'), value: meeting.minutesNo ?? none },
    {
      label: t('resources.meetings.record.issuedBy'),
      value: issuedAt ? `${issuedByName} ${formatDateTime(issuedAt)}` : none,
    },
  ];
  return (
    <Section title={t('resources.meetings.record.title')}>
      <Facts facts={facts} />
      {state !== 'CLOSED' && (
        <Alert severity="info" sx={{ marginTop: 1 }}>
          {t('resources.meetings.record.sealed')}
        </Alert>
      )}
      <Corrections meeting={meeting} />
      <Acts meeting={meeting} hands={hands} />
    </Section>
  );
};
