import { useState } from 'react';
import { Alert, Box, Button, DialogActions, FormControlLabel, Switch, Typography } from '@mui/material';
import { useNavigate, useNotify } from 'react-admin';
import { ErrorNotice } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog } from '../parts/index.js';
import { countOf } from './import-counts.js';
import { useImportRights } from './use-import-rights.js';
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
  const stop =
    batch.kind === 'MEETINGS' ? 'resources.imports.confirm.willStopAll' : 'resources.imports.confirm.willStop';
  const confirm = async () => {
    await mutateAsync({ batchId: batch.id, expectedVersion: batch.version, allOrNothing });
    onClose();
  };
  return (
    <ActionDialog title={t('resources.imports.confirm.title', { file: batch.fileName })} onClose={onClose}>
      <Impact counts={batch.counts} />
      <FormControlLabel
        control={<Switch checked={allOrNothing} onChange={(_, checked) => setAllOrNothing(checked)} />}
        label={t(`resources.imports.confirm.${batch.kind === 'MEETINGS' ? 'allMeetings' : 'allOrNothing'}`)}
      />
      {rejected > 0 && (
        <Alert severity={allOrNothing ? 'warning' : 'info'}>
          {t(allOrNothing ? stop : 'resources.imports.confirm.willSkip', { count: rejected })}
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

/** Giving up is asked once more as well: what was put right in the rows goes with the batch. */
const GiveUpDialog = ({ batch, onClose }: ConfirmDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mutateAsync, isPending, error } = useWrite(CancelImportMutation);
  const { id, version, fileName } = batch;
  const giveUp = async () => {
    await mutateAsync({ batchId: id, expectedVersion: version });
    notify(t('resources.imports.giveUp.done', { file: fileName }), { type: 'info' });
    navigate('/imports');
  };
  return (
    <ActionDialog title={t('resources.imports.giveUp.title', { file: fileName })} onClose={onClose}>
      <Typography>{t('resources.imports.giveUp.text')}</Typography>
      <ErrorNotice error={error} />
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          variant="contained"
          color="error"
          loading={isPending}
          // what went wrong is shown above
          onClick={() => void giveUp().catch(() => undefined)}
        >
          {t('resources.imports.cancel')}
        </Button>
      </DialogActions>
    </ActionDialog>
  );
};

/** 确认导入 or 放弃导入 of a batch that is checked. */
export const ConfirmPanel = ({ batch }: { readonly batch: Batch }) => {
  const t = useText();
  const { may } = useImportRights();
  const [open, setOpen] = useState<'confirm' | 'giveUp' | null>(null);
  const close = () => setOpen(null);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Box sx={{ flexGrow: 1 }}>
        <Impact counts={batch.counts} />
      </Box>
      {may('create', batch) && <Button onClick={() => setOpen('giveUp')}>{t('resources.imports.cancel')}</Button>}
      {may('confirm', batch) && (
        <Button variant="contained" onClick={() => setOpen('confirm')}>
          {t('resources.imports.confirm.open')}
        </Button>
      )}
      {open === 'confirm' && <ConfirmDialog batch={batch} onClose={close} />}
      {open === 'giveUp' && <GiveUpDialog batch={batch} onClose={close} />}
    </Box>
  );
};
