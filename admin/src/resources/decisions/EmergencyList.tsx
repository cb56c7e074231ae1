import { useState } from 'react';
import { DECIDING_BODIES } from './deciding-bodies.js';
import { EMERGENCY_STATES } from '@zhixiao/domain';
import { Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { CivilDate, CivilDateInput, EnumText, PathLink, StatusPill, useDayShown } from '../../components/index.js';
import { showPath, useAbility, useViewer, useWrite, type SchemaType, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  ActionDialog,
  ActionForm,
  EnumField,
  FilterBar,
  ListPage,
  ManySelect,
  TenantSelect,
  TextField,
  useEnumChoices,
  useFilters,
  YesNoField,
  type Column,
} from '../parts/index.js';
import { EmergencyPill } from './decision-pills.js';
import { RecordEmergencyMutation, type EmergencyRow } from './emergency.graphql.js';

type Filter = SchemaType<'EmergencyActionFilter'>;
type Input = VariablesOf<typeof RecordEmergencyMutation>['input'];

interface RecordDialogProps {
  readonly schoolId: string;
  readonly onClose: () => void;
}

const RecordDialog = ({ schoolId, onClose }: RecordDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(RecordEmergencyMutation);
  const label = (field: 'body' | 'title' | 'text' | 'reason' | 'takenOn' | 'restricted') =>
    t(`resources.emergencyActions.fields.${field}`);
  return (
    <ActionDialog title={t('resources.emergencyActions.record.title')} onClose={onClose}>
      <ActionForm
        initial={{
          ...{ body: null, title: null, text: null, reason: null },
          ...{ takenOn: useDayShown(), restricted: false },
        }}
        submitLabel={t('resources.emergencyActions.record.submit')}
        onCancel={onClose}
        onSubmit={async ({ restricted, ...values }) => {
          const input = { ...values, schoolId, restricted: restricted === true } as Input;
          await mutateAsync({ input });
          notify(t('resources.emergencyActions.record.done'), { type: 'success' });
          onClose();
        }}
      >
        <EnumField source="body" of="MeetingKind" values={DECIDING_BODIES} label={label('body')} isRequired />
        <TextField source="title" label={label('title')} isRequired max={200} />
        <CivilDateInput source="takenOn" label={label('takenOn')} isRequired />
        <TextField source="text" label={label('text')} isRequired rows={3} max={5000} />
        <TextField source="reason" label={label('reason')} isRequired rows={2} max={2000} />
        <YesNoField source="restricted" label={label('restricted')} />
      </ActionForm>
    </ActionDialog>
  );
};

const EmergencyFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const states = useEnumChoices('EmergencyState', EMERGENCY_STATES);
  return (
    <FilterBar>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.emergencyActions.fields.state')}
        width={150}
        choices={states}
        value={values.state ?? undefined}
        onChange={(state) => setFilter({ state })}
      />
    </FilterBar>
  );
};

function useEmergencyColumns(): readonly Column<EmergencyRow>[] {
  const t = useText();
  const isAtSchool = Boolean(useViewer()?.grant?.schoolId);
  const label = (field: 'title' | 'school' | 'body' | 'takenOn' | 'takenBy' | 'state' | 'confirmedOn') =>
    t(`resources.emergencyActions.fields.${field}`);
  return [
    {
      key: 'title',
      label: label('title'),
      isTitle: true,
      render: ({ id, title }) => <PathLink to={showPath('emergencyActions', id)}>{title}</PathLink>,
    },
    {
      key: 'school',
      label: label('school'),
      isExtra: isAtSchool,
      render: ({ school }) => school?.name ?? t('common.none'),
    },
    { key: 'body', label: label('body'), render: ({ body }) => <EnumText of="MeetingKind" value={body} /> },
    { key: 'takenOn', label: label('takenOn'), render: ({ takenOn }) => <CivilDate value={takenOn} /> },
    { key: 'takenBy', label: label('takenBy'), render: ({ takenByName }) => takenByName },
    {
      key: 'state',
      label: label('state'),
      render: ({ state, overdue }) =>
        overdue ? (
          <StatusPill tone="red">{t('resources.emergencyActions.overdue')}</StatusPill>
        ) : (
          <EmergencyPill state={state} />
        ),
    },
    { key: 'confirmedOn', label: label('confirmedOn'), render: ({ confirmedOn }) => <CivilDate value={confirmedOn} /> },
  ];
}

/** 紧急处置: done before a meeting could be held; the next meeting of that body says whether it agrees. */
export const EmergencyList = () => {
  const t = useText();
  const { can } = useAbility();
  const [records, setRecords] = useState(false);
  const schoolId = useViewer()?.grant?.schoolId;
  return (
    <>
      <ListPage
        resource="emergencyActions"
        title={t('resources.emergencyActions.name')}
        caption={t('resources.emergencyActions.caption')}
        sort={{ field: 'takenOn', order: 'DESC' }}
        columns={useEmergencyColumns()}
        filters={<EmergencyFilters />}
        actions={
          schoolId &&
          can('take', 'EmergencyAction') && (
            <Button variant="contained" onClick={() => setRecords(true)}>
              {t('resources.emergencyActions.record.open')}
            </Button>
          )
        }
        hint={t('resources.emergencyActions.none')}
      />
      {records && schoolId && <RecordDialog schoolId={schoolId} onClose={() => setRecords(false)} />}
    </>
  );
};
