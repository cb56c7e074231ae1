import { useState } from 'react';
import { Alert, Box, Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { PathLink } from '../../components/index.js';
import { listPath, useWrite } from '../../data/index.js';
import { formatDateTime, formatNumber, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, Facts, ReasonField } from '../parts/index.js';
import { countOf } from './import-counts.js';
import { useImportRights } from './use-import-rights.js';
import { UndoImportMutation, type Batch } from './import.graphql.js';

/** Where a batch has come to an end. */
const ENDS = ['CONFIRMED', 'UNDONE', 'CANCELLED', 'FAILED'] as const;
const SEVERITIES = { CONFIRMED: 'success', UNDONE: 'info', CANCELLED: 'info', FAILED: 'error' } as const;

interface UndoDialogProps {
  readonly batch: Batch;
  readonly onClose: () => void;
}

const UndoDialog = ({ batch, onClose }: UndoDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(UndoImportMutation);
  return (
    <ActionDialog title={t('resources.imports.undo.title', { file: batch.fileName })} onClose={onClose}>
      <Alert severity="warning">{t('resources.imports.undo.text')}</Alert>
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t('resources.imports.undo.submit')}
        isGrave
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await mutateAsync({ batchId: batch.id, expectedVersion: batch.version, reason: reason ?? '' });
          notify(t('resources.imports.undo.started'), { type: 'info' });
          onClose();
        }}
      >
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

/** What confirming did, and taking it back while that is possible. */
export const ResultPanel = ({ batch }: { readonly batch: Batch }) => {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { may } = useImportRights();
  const { result, status, confirmedAt } = batch;
  const end = ENDS.find((one) => one === status);
  const number = (name: string) => formatNumber(countOf(result, name));
  const isOfMeetings = batch.kind === 'MEETINGS';
  const findings = {
    label: t('resources.imports.result.findings'),
    value: `${number('findingsBefore')} → ${number('findingsAfter')}`,
  };
  const facts = [
    { label: t('resources.imports.result.created'), value: number('created') },
    { label: t('resources.imports.result.changed'), value: number('changed') },
    { label: t('resources.imports.result.unchanged'), value: number('unchanged') },
    ...(isOfMeetings ? [] : [findings]),
    { label: t('resources.imports.result.confirmedAt'), value: formatDateTime(confirmedAt) },
  ];
  const undoable = batch.canUndo && may('undo', batch);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {end && <Alert severity={SEVERITIES[end]}>{t(`resources.imports.result.${end}`)}</Alert>}
      {result !== null && <Facts facts={facts} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        {isOfMeetings ? (
          <PathLink to={listPath('meetings', { filter: { enteredAfterwards: true } })}>
            {t('resources.imports.result.meetings')}
          </PathLink>
        ) : (
          <PathLink to={listPath('schools')}>{t('resources.imports.result.schools')}</PathLink>
        )}
        <PathLink to="/imports">{t('resources.imports.result.back')}</PathLink>
        {undoable && (
          <Button color="error" onClick={() => setOpen(true)}>
            {t('resources.imports.undo.open')}
          </Button>
        )}
      </Box>
      {open && <UndoDialog batch={batch} onClose={() => setOpen(false)} />}
    </Box>
  );
};
