import { COMMITTEE_PORTFOLIOS, PARTY_POSTS, type Post } from '@zhixiao/domain';
import { useNotify } from 'react-admin';
import { CivilDateInput } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import {
  ActionDialog,
  EnumField,
  FieldGrid,
  ReasonField,
  TextField,
  VersionedForm,
  YesNoField,
} from '../parts/index.js';
import { CorrectAppointmentMutation, type AppointmentRow } from './staffing.graphql.js';

type Correction = VariablesOf<typeof CorrectAppointmentMutation>['input'];

const FIELDS = [
  'portfolio',
  'fullTime',
  'acting',
  'startsOn',
  'startPrecision',
  'endsOn',
  'endPrecision',
  'endDocumentNo',
  'endReason',
  'tenureEndsOn',
  'probationUntil',
  'documentNo',
  'authority',
  'remark',
] as const;

export type CorrectableSeat = Pick<
  AppointmentRow,
  'id' | 'personName' | 'post' | 'version' | 'endMonth' | (typeof FIELDS)[number]
>;

/** A month that was recorded as the end is corrected as that month, wherever the successor's first day cut it. */
function recorded(seat: CorrectableSeat): Record<string, unknown> {
  const values = Object.fromEntries(FIELDS.map((field) => [field, seat[field]]));
  return seat.endMonth ? { ...values, endsOn: `${seat.endMonth}-01` } : values;
}

const inParty = (post: Post): boolean => (PARTY_POSTS as readonly Post[]).includes(post);

interface CorrectDialogProps {
  readonly seat: CorrectableSeat;
  readonly onClose: () => void;
}

const CorrectFields = ({ post }: { readonly post: Post }) => {
  const t = useText();
  const label = (field: (typeof FIELDS)[number]) => t(`resources.appointments.fields.${field}`);
  return (
    <>
      <FieldGrid>
        <CivilDateInput source="startsOn" precisionSource="startPrecision" label={label('startsOn')} isRequired />
        <CivilDateInput source="endsOn" precisionSource="endPrecision" label={label('endsOn')} />
        <CivilDateInput source="tenureEndsOn" label={label('tenureEndsOn')} />
        <CivilDateInput source="probationUntil" label={label('probationUntil')} />
        {inParty(post) && (
          <EnumField
            source="portfolio"
            of="CommitteePortfolio"
            values={COMMITTEE_PORTFOLIOS}
            label={label('portfolio')}
          />
        )}
        <YesNoField source="fullTime" label={label('fullTime')} />
        <YesNoField source="acting" label={label('acting')} />
        <TextField source="documentNo" label={label('documentNo')} />
        <TextField source="authority" label={label('authority')} />
        <TextField source="endDocumentNo" label={label('endDocumentNo')} />
        <TextField source="endReason" label={label('endReason')} max={500} />
      </FieldGrid>
      <TextField source="remark" label={label('remark')} max={500} />
      <ReasonField />
    </>
  );
};

/** 更正: what was entered wrongly. The entry as it was stays on record beside the reason. */
export const CorrectDialog = ({ seat, onClose }: CorrectDialogProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const { mutateAsync } = useWrite(CorrectAppointmentMutation);
  const name = { name: seat.personName, post: word('Post', seat.post) };
  return (
    <ActionDialog title={t('resources.appointments.correct.title', name)} onClose={onClose} width="md">
      <VersionedForm
        latest={{ version: seat.version, values: recorded(seat) }}
        extra={{ reason: null }}
        fields={FIELDS.map((field) => ({ name: field, label: t(`resources.appointments.fields.${field}`) }))}
        submitLabel={t('resources.appointments.correct.submit')}
        onCancel={onClose}
        onSubmit={async (input, expectedVersion) => {
          const changed = Object.fromEntries(FIELDS.map((field) => [field, input[field] ?? null]));
          const correction = { ...changed, acting: input['acting'] === true, reason: String(input['reason'] ?? '') };
          await mutateAsync({ input: { ...correction, id: seat.id, expectedVersion } as Correction });
          notify(t('resources.appointments.correct.done', name), { type: 'success' });
          onClose();
        }}
      >
        <CorrectFields post={seat.post} />
      </VersionedForm>
    </ActionDialog>
  );
};
