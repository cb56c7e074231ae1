import { useNotify } from 'react-admin';
import { useOperation, useWrite, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, EnumField, TextField } from '../parts/index.js';
import { SetAttendanceMutation } from './meeting-acts.graphql.js';
import { SchoolPeopleQuery, type Meeting } from './meeting.graphql.js';
import { PersonField, peopleOf } from './PersonField.js';

interface AddGuestDialogProps {
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

/** 列席, 邀请, 记录: who else attends; those who vote come on the list by themselves. */
export const AddGuestDialog = ({ meeting, onClose }: AddGuestDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(SetAttendanceMutation);
  const variables = { id: meeting.school?.id ?? '', asOf: meeting.heldOn };
  const { data } = useOperation(SchoolPeopleQuery, variables, { enabled: Boolean(meeting.school) });
  const listed = new Set(meeting.attendance.map(({ personId }) => personId));
  const people = peopleOf(data, meeting.heldOn).filter(({ id }) => !listed.has(id));
  return (
    <ActionDialog title={t('resources.meetings.attendance.add')} onClose={onClose}>
      <ActionForm
        initial={{ capacity: 'OBSERVER', personId: null, name: null, post: null, reason: null }}
        submitLabel={t('resources.meetings.attendance.addSubmit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const entry = values as SchemaType<'AttendanceEntryInput'>;
          await mutateAsync({ input: { id: meeting.id, entries: [entry] } });
          notify(t('resources.meetings.attendance.added'), { type: 'success' });
          onClose();
        }}
      >
        <EnumField
          source="capacity"
          of="AttendanceCapacity"
          values={['OBSERVER', 'INVITEE', 'RECORDER']}
          label={t('resources.meetings.attendance.capacity')}
          isRequired
        />
        <PersonField source="personId" label={t('resources.meetings.attendance.person')} people={people} />
        <TextField
          source="name"
          label={t('resources.meetings.attendance.outsider')}
          helperText={t('resources.meetings.attendance.outsiderHelp')}
        />
        <TextField source="post" label={t('resources.meetings.attendance.post')} />
        <TextField source="reason" label={t('resources.meetings.attendance.guestReason')} max={500} />
      </ActionForm>
    </ActionDialog>
  );
};
