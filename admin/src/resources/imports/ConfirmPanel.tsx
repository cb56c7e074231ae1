import { useState } from 'react';
import { Alert, Box, Button, DialogActions, FormControlLabel, Switch, Typography } from '@mui/material';
import { useNavigate } from 'react-admin';
import { ErrorNotice } from '../../components/index.js';
import { useAbility, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog } from '../parts/index.js';
import { countOf } from './import-counts.js';
import { CancelImportMutation, ConfirmImportMutation, type Batch } from './import.graphql.js';

const Impact = ({ counts }: { readonly counts: unknown }) => {
  const t = useText();
  const numbers = {
    new: countOf(counts, 'new'),
    changed: countOf(counts, 'changed'),
    unchanged: countOf(counts, 'unchanged'),
    rejected: countOf(counts, 'rejected'),
  };
  return <Typography>{t('resources.imports.confirm.impact', numbers)}</Typography>;
};

interface ConfirmDialogProps {
  readonly batch: Batch;
  readonly onClose: () => void;
}

/** What confirming will do, said once more before it is done. */
const ConfirmDialog = ({ batch, onClose }: ConfirmDialogProps) => {
  const t = useText();
  const [allOrNothing, setAllOrNothing] = useState(false);
  const { mutateAsync, isPending, error } = useWrite(ConfirmImportMutation);
  const rejected = countOf(batch.counts, 'rejected');
  const confirm = async () => {
    await mutateAsync({ batchId: batch.id, expectedVersion: batch.version, allOrNothing });
    onClose();
  };
  return (
    <ActionDialog title={t('resources.imports.confirm.title', { file: batch.fileName })} onClose={onClose}>
      <Impact counts={batch.counts} />
      <FormControlLabel
        control={<Switch checked={allOrNothing} onChange={(_, checked) => setAllOrNothing(checked)} />}
        label={t('resources.imports.confirm.allOrNothing')}
      />
      {rejected > 0 && (
        <Alert severity={allOrNothing ? 'warning' : 'info'}>
          {t(allOrNothing ? 'resources.imports.confirm.willStop' : 'resources.imports.confirm.willSkip', {
            count: rejected,
          })}
        </Alert>
      )}
      <ErrorNotice error={error} />
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          variant="contained"
          loading={isPending}
          autoFocus
          // what went wrong is shown above
          onClick={() => void confirm().catch(() => undefined)}
        >
          {t('common.confirm')}
        </Button>
      </DialogActions>
    </ActionDialog>
  );
};

/** 确认导入 or 取消 of a batch that is checked. */
export const ConfirmPanel = ({ batch }: { readonly batch: Batch }) => {
  const t = useText();
  const navigate = useNavigate();
  const { can } = useAbility();
  const [open, setOpen] = useState(false);
  const cancel = useWrite(CancelImportMutation);
  const { id, version } = batch;
  const giveUp = async () => {
    await cancel.mutateAsync({ batchId: id, expectedVersion: version });
    navigate('/imports');
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Box sx={{ flexGrow: 1 }}>
        <Impact counts={batch.counts} />
      </Box>
      <ErrorNotice error={cancel.error} />
      {can('create', 'Import', batch) && (
        <Button loading={cancel.isPending} onClick={() => void giveUp().catch(() => undefined)}>
          {t('resources.imports.cancel')}
        </Button>
      )}
      {can('confirm', 'Import', batch) && (
        <Button variant="contained" onClick={() => setOpen(true)}>
          {t('resources.imports.confirm.open')}
        </Button>
      )}
      {open && <ConfirmDialog batch={batch} onClose={() => setOpen(false)} />}
    </Box>
  );
};
