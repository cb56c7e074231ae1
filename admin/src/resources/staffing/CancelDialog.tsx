import { useNotify } from 'react-admin';
import type { Post } from '@zhixiao/domain';
import { Typography } from '@mui/material';
import { CivilDate } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField } from '../parts/index.js';
import { CancelAppointmentMutation } from './cancel.graphql.js';

interface ComingSeat {
  readonly id: string;
  readonly personName: string;
  readonly post: Post;
  readonly startsOn: string;
  readonly version: number;
}

interface CancelDialogProps {
  readonly seat: ComingSeat;
  readonly onClose: () => void;
}

/** 取消任命: one that has not begun, with the reason. The seat is free again; the record shows it as cancelled. */
export const CancelDialog = ({ seat, onClose }: CancelDialogProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const { mutateAsync } = useWrite(CancelAppointmentMutation);
  const name = { name: seat.personName, post: word('Post', seat.post) };
  return (
    <ActionDialog title={t('resources.appointments.cancel.title', name)} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">
        {t('resources.appointments.fields.startsOn')} <CivilDate value={seat.startsOn} />
      </Typography>
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t('resources.appointments.cancel.submit')}
        isGrave
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await mutateAsync({ input: { id: seat.id, expectedVersion: seat.version, reason: String(reason ?? '') } });
          notify(t('resources.appointments.cancel.done', name), { type: 'success' });
          onClose();
        }}
      >
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};
