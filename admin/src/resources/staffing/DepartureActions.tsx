import { useState } from 'react';
import { addYears } from '@zhixiao/domain';
import { Box, Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { checkName, CivilDateInput, useDayShown } from '../../components/index.js';
import { useAbility, useWrite, type ScopedRecord } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, FieldGrid, ReasonField, TextField } from '../parts/index.js';
import { ApproveDepartureMutation, WithdrawDepartureMutation, type DepartureRow } from './staffing.graphql.js';

type Departure = Pick<DepartureRow, 'id' | 'checkId' | 'status' | 'version'> & Partial<Pick<DepartureRow, 'school'>>;

/** What a dialog is about: the check, and on a list of many schools the school. */
function useSubject({ school, checkId }: Departure): string {
  const t = useText();
  const check = checkName(checkId, t);
  return school ? t('resources.departures.at', { school: school.name, check }) : check;
}

interface DialogProps {
  readonly departure: Departure;
  readonly onClose: () => void;
}

const ApproveDialog = ({ departure, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const subject = useSubject(departure);
  const { mutateAsync } = useWrite(ApproveDepartureMutation);
  const { id, version } = departure;
  return (
    <ActionDialog title={t('resources.departures.approve.title', { check: subject })} onClose={onClose}>
      <ActionForm
        initial={{ approver: null, approvedOn: today, reviewOn: addYears(today, 1) }}
        submitLabel={t('resources.departures.approve.submit')}
        onCancel={onClose}
        onSubmit={async ({ approver, approvedOn, reviewOn }) => {
          const input = { id, expectedVersion: version, approver: approver ?? '', approvedOn, reviewOn };
          await mutateAsync({ input });
          notify(t('resources.departures.approve.done'), { type: 'success' });
          onClose();
        }}
      >
        <TextField source="approver" label={t('resources.departures.fields.approver')} isRequired />
        <FieldGrid>
          <CivilDateInput source="approvedOn" label={t('resources.departures.fields.approvedOn')} isRequired />
          <CivilDateInput
            source="reviewOn"
            label={t('resources.departures.fields.reviewOn')}
            helperText={t('resources.departures.approve.review')}
            isRequired
          />
        </FieldGrid>
      </ActionForm>
    </ActionDialog>
  );
};

const WithdrawDialog = ({ departure, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const subject = useSubject(departure);
  const { mutateAsync } = useWrite(WithdrawDepartureMutation);
  const { id, version } = departure;
  return (
    <ActionDialog title={t('resources.departures.withdraw.title', { check: subject })} onClose={onClose}>
      <ActionForm
        initial={{ withdrawnOn: today, reason: null }}
        submitLabel={t('resources.departures.withdraw.submit')}
        isGrave
        onCancel={onClose}
        onSubmit={async ({ withdrawnOn, reason }) => {
          await mutateAsync({ input: { id, expectedVersion: version, withdrawnOn, reason: reason ?? '' } });
          notify(t('resources.departures.withdraw.done'), { type: 'success' });
          onClose();
        }}
      >
        <CivilDateInput source="withdrawnOn" label={t('resources.departures.fields.withdrawnOn')} isRequired />
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

interface DepartureActionsProps {
  readonly departure: Departure;
  readonly on: ScopedRecord;
}

/** 批准 and 撤回 of a departure, for whom the server would not refuse it. */
export const DepartureActions = ({ departure, on }: DepartureActionsProps) => {
  const t = useText();
  const { can } = useAbility();
  const [open, setOpen] = useState<'approve' | 'withdraw' | null>(null);
  const close = () => setOpen(null);
  const { status } = departure;
  const subject = useSubject(departure);
  const button = (act: 'approve' | 'withdraw') => (
    <Button
      size="small"
      sx={{ minWidth: 0, paddingInline: 0.75 }}
      aria-label={`${t(`resources.departures.${act}.short`)} ${subject}`}
      onClick={() => setOpen(act)}
    >
      {t(`resources.departures.${act}.short`)}
    </Button>
  );
  return (
    <Box component="span" className="no-print" sx={{ display: 'inline-flex', gap: 0.5 }}>
      {status === 'PENDING' && can('approve', 'StaffingDeparture', on) && button('approve')}
      {status !== 'WITHDRAWN' && can('withdraw', 'StaffingDeparture', on) && button('withdraw')}
      {open === 'approve' && <ApproveDialog departure={departure} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog departure={departure} onClose={close} />}
    </Box>
  );
};
