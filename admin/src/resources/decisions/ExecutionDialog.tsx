import { useNotify } from 'react-admin';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useAbility, useOperation, useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { PersonField } from '../meetings/index.js';
import { ActionDialog, ActionForm, TextField } from '../parts/index.js';
import { ReportExecutionMutation, ReportersQuery, type Decision } from './decision.graphql.js';
import { reportersOf } from './reporters-of.js';

interface ExecutionDialogProps {
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** 报告执行情况: in one's own name; who keeps records for others says whose report it is. */
export const ExecutionDialog = ({ decision, onClose }: ExecutionDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { can } = useAbility();
  const schoolId = decision.school?.id ?? '';
  const forOthers = !can('propose', 'Topic', { id: schoolId, schoolId, restricted: false });
  const { data } = useOperation(ReportersQuery, { id: decision.id, schoolId }, { enabled: forOthers });
  const { mutateAsync } = useWrite(ReportExecutionMutation);
  return (
    <ActionDialog title={t('resources.decisions.execution.report')} onClose={onClose}>
      <ActionForm
        initial={{ reportedOn: useDayShown(), text: null, reportedById: null }}
        submitLabel={t('resources.decisions.execution.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const input = { ...values, id: decision.id, expectedVersion: decision.version };
          await mutateAsync({ input: input as VariablesOf<typeof ReportExecutionMutation>['input'] });
          notify(t('resources.decisions.execution.done'), { type: 'success' });
          onClose();
        }}
      >
        {forOthers && (
          <PersonField
            source="reportedById"
            label={t('resources.decisions.execution.by')}
            people={reportersOf(data)}
            isRequired
          />
        )}
        <CivilDateInput source="reportedOn" label={t('resources.decisions.execution.on')} isRequired />
        <TextField source="text" label={t('resources.decisions.execution.text')} isRequired rows={3} max={5000} />
      </ActionForm>
    </ActionDialog>
  );
};
