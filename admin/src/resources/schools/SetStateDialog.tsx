import { isAdjusted, nextStates, READINESS_DIMENSIONS, ROLLOUT_STATES, type RolloutState } from '@zhixiao/domain';
import { Alert } from '@mui/material';
import { required, SelectInput, useNotify } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { isServerError, useWrite, type VariablesOf } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ManyField, TextField } from '../parts/index.js';
import { SetRolloutStateMutation } from './school.graphql.js';

type Input = VariablesOf<typeof SetRolloutStateMutation>['input'];

interface Entry {
  readonly state: RolloutState;
  readonly effectiveOn: string;
  readonly readiness: readonly string[];
}

/** The state on the day before: entries are newest first. */
function stateBefore(entries: readonly Entry[], day: string): RolloutState {
  return entries.find(({ effectiveOn }) => effectiveOn < day)?.state ?? 'NOT_STARTED';
}

const must = required();

/** The states that may follow, and those that may be declared for a day before the records began. */
const StateField = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const t = useText();
  const word = useEnumWords();
  const day = useWatch({ name: 'effectiveOn' }) as string | null;
  const from = stateBefore(entries, day ?? '');
  const next = nextStates(from);
  const declared = ROLLOUT_STATES.filter((state) => isAdjusted(state) && !next.includes(state));
  const choices = [
    ...next.map((state) => ({ id: state, name: word('RolloutState', state) })),
    ...declared.map((state) => ({
      id: state,
      name: t('pages.rollout.set.declared', { state: word('RolloutState', state) }),
    })),
  ];
  return (
    <SelectInput
      source="state"
      label={t('pages.rollout.fields.state')}
      choices={choices}
      translateChoice={false}
      validate={must}
      helperText={t('pages.rollout.set.from', { state: word('RolloutState', from) })}
      fullWidth
    />
  );
};

/** Which steps the server would have let one take. */
const Allowed = ({ error }: { readonly error: unknown }) => {
  const t = useText();
  const word = useEnumWords();
  const allowed = isServerError(error) ? error.params['allowed'] : null;
  if (!Array.isArray(allowed)) return null;
  const states = allowed.map((state) => word('RolloutState', String(state))).join(t('common.listSeparator'));
  return <div>{t('pages.rollout.set.allowed', { states })}</div>;
};

interface SetStateDialogProps {
  readonly school: { readonly id: string; readonly name: string; readonly version: number };
  readonly entries: readonly Entry[];
  readonly onClose: () => void;
}

/** 变更推进状态: state, day, document, and which of the three preparations are done. */
export const SetStateDialog = ({ school, entries, onClose }: SetStateDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(SetRolloutStateMutation);
  const initial = {
    ...{ state: null, effectiveOn: today, documentNo: null, reason: null },
    readiness: [...(entries[0]?.readiness ?? [])],
  };
  return (
    <ActionDialog title={t('pages.rollout.set.title', { name: school.name })} onClose={onClose}>
      <ActionForm
        initial={initial}
        submitLabel={t('pages.rollout.set.submit')}
        onCancel={onClose}
        explain={(error) => <Allowed error={error} />}
        onSubmit={async (values) => {
          const input = { ...values, schoolId: school.id, expectedVersion: school.version } as Input;
          await mutateAsync({ input });
          notify(t('pages.rollout.set.done'), { type: 'success' });
          onClose();
        }}
      >
        <CivilDateInput source="effectiveOn" label={t('pages.rollout.fields.effectiveOn')} isRequired />
        <StateField entries={entries} />
        <ManyField
          source="readiness"
          of="ReadinessDimension"
          values={READINESS_DIMENSIONS}
          label={t('pages.rollout.fields.readiness')}
        />
        <TextField
          source="documentNo"
          label={t('pages.rollout.fields.documentNo')}
          helperText={t('pages.rollout.set.documentHelp')}
        />
        <TextField
          source="reason"
          label={t('pages.rollout.fields.reason')}
          helperText={t('pages.rollout.set.reasonHelp')}
          max={500}
        />
        <Alert severity="info">{t('pages.rollout.set.rule')}</Alert>
      </ActionForm>
    </ActionDialog>
  );
};
