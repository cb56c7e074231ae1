import { useNotify } from 'react-admin';
import type { Post } from '@zhixiao/domain';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField, TextField } from '../parts/index.js';
import { EndAppointmentMutation } from './staffing.graphql.js';

/** An appointment as far as ending and correcting it needs. */
interface HeldSeat {
  readonly id: string;
  readonly personName: string;
  readonly post: Post;
  readonly startsOn: string;
  readonly version: number;
}

interface EndDialogProps {
  readonly seat: HeldSeat;
  readonly onClose: () => void;
}

/** 免职: the last day, the document and the reason. */
export const EndDialog = ({ seat, onClose }: EndDialogProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(EndAppointmentMutation);
  const name = { name: seat.personName, post: word('Post', seat.post) };
  return (
    <ActionDialog title={t('resources.appointments.end.title', name)} onClose={onClose}>
      <ActionForm
        initial={{ endsOn: today, endPrecision: 'DAY', documentNo: null, reason: null }}
        submitLabel={t('resources.appointments.end.submit')}
        isGrave
        onCancel={onClose}
        onSubmit={async ({ endsOn, endPrecision, documentNo, reason }) => {
          await mutateAsync({
            input: {
              id: seat.id,
              expectedVersion: seat.version,
              endsOn,
              endPrecision,
              documentNo,
              reason: reason ?? '',
            },
          });
          notify(t('resources.appointments.end.done', name), { type: 'success' });
          onClose();
        }}
      >
        <CivilDateInput
          source="endsOn"
          precisionSource="endPrecision"
          label={t('resources.appointments.fields.endsOn')}
          helperText={t('resources.appointments.end.lastDay')}
          isRequired
        />
        <TextField source="documentNo" label={t('resources.appointments.end.documentNo')} />
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};
