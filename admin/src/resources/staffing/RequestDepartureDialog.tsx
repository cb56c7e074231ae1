import { SelectInput, useNotify } from 'react-admin';
import { checkName } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField } from '../parts/index.js';
import { RequestDepartureMutation } from './staffing.graphql.js';

interface TeamMember {
  readonly id: string;
  readonly name: string;
}

interface RequestDepartureDialogProps {
  readonly schoolId: string;
  readonly checkId: string;
  /** Whom the departure may be for; nobody chosen: the school as a whole. */
  readonly team: readonly TeamMember[];
  readonly onClose: () => void;
}

/** 申请特殊情况: why the school departs from what is 一般 asked. */
export const RequestDepartureDialog = ({ schoolId, checkId, team, onClose }: RequestDepartureDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(RequestDepartureMutation);
  return (
    <ActionDialog title={t('resources.departures.request.title', { check: checkName(checkId, t) })} onClose={onClose}>
      <ActionForm
        initial={{ personId: null, reason: null }}
        submitLabel={t('resources.departures.request.submit')}
        onCancel={onClose}
        onSubmit={async ({ personId, reason }) => {
          await mutateAsync({ input: { schoolId, checkId, personId: personId || null, reason: reason ?? '' } });
          notify(t('resources.departures.request.done'), { type: 'success' });
          onClose();
        }}
      >
        <SelectInput
          source="personId"
          label={t('resources.departures.fields.person')}
          choices={[...team]}
          translateChoice={false}
          emptyText={t('resources.departures.wholeSchool')}
          helperText={t('resources.departures.request.person')}
          fullWidth
        />
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};
