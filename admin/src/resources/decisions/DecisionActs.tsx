import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActButton } from '../meetings/index.js';
import { ActionDialog, ActionForm, EnumField, LinkButton, TextField } from '../parts/index.js';
import {
  AnswerSuperiorMutation,
  CompleteDecisionMutation,
  PublishDecisionMutation,
  type Decision,
} from './decision.graphql.js';
import { ExecutionDialog } from './ExecutionDialog.js';
import { useMayFollowUp } from './use-may-follow-up.js';

interface DialogProps {
  readonly decision: Decision;
  readonly onClose: () => void;
}

const PublishDialog = ({ decision, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(PublishDecisionMutation);
  return (
    <ActionDialog title={t('resources.decisions.publish.title', { number: decision.number })} onClose={onClose}>
      <ActionForm
        initial={{ publishedOn: useDayShown(), where: null }}
        submitLabel={t('resources.decisions.publish.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const input = { ...values, id: decision.id, expectedVersion: decision.version };
          await mutateAsync({ input: input as VariablesOf<typeof PublishDecisionMutation>['input'] });
          notify(t('resources.decisions.publish.done'), { type: 'success' });
          onClose();
        }}
      >
        <CivilDateInput source="publishedOn" label={t('resources.decisions.publish.on')} isRequired />
        <TextField source="where" label={t('resources.decisions.publish.where')} isRequired max={200} />
      </ActionForm>
    </ActionDialog>
  );
};

const AnswerDialog = ({ decision, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(AnswerSuperiorMutation);
  return (
    <ActionDialog title={t('resources.decisions.answer.title', { number: decision.number })} onClose={onClose}>
      <ActionForm
        initial={{ outcome: null, answeredOn: useDayShown(), documentNo: null, note: null }}
        submitLabel={t('resources.decisions.answer.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const input = { ...values, id: decision.id, expectedVersion: decision.version };
          await mutateAsync({ input: input as VariablesOf<typeof AnswerSuperiorMutation>['input'] });
          notify(t('resources.decisions.answer.done'), { type: 'success' });
          onClose();
        }}
      >
        <EnumField
          source="outcome"
          of="SuperiorOutcome"
          values={['APPROVED', 'NOT_APPROVED']}
          label={t('resources.decisions.answer.outcome')}
          isRequired
        />
        <CivilDateInput source="answeredOn" label={t('resources.decisions.answer.on')} isRequired />
        <TextField source="documentNo" label={t('resources.decisions.answer.documentNo')} />
        <TextField source="note" label={t('resources.decisions.answer.note')} rows={2} max={2000} />
      </ActionForm>
    </ActionDialog>
  );
};

const DIALOGS = { publish: PublishDialog, answer: AnswerDialog, execution: ExecutionDialog } as const;
type DialogName = keyof typeof DIALOGS;

/** 公开, 登记批复, 报告执行情况, 复议, 办结: what the account may do with it now. */
export const DecisionActs = ({ decision }: { readonly decision: Decision }) => {
  const t = useText();
  const may = useMayFollowUp(decision);
  const [opens, setOpens] = useState<DialogName | null>(null);
  const { id, version: expectedVersion, state, openTasks, disclosure, publishedOn } = decision;
  const isInForce = state === 'IN_FORCE' || state === 'COMPLETED';
  const names: DialogName[] = [];
  if (may.publish && isInForce && disclosure !== 'NONE' && !publishedOn) names.push('publish');
  if (may.answer && state === 'AWAITING_SUPERIOR') names.push('answer');
  if (may.report && isInForce) names.push('execution');
  const Dialog = opens && DIALOGS[opens];
  const why = openTasks > 0 ? t('resources.decisions.complete.tasksOpen', { count: openTasks }) : null;
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'start' }}>
      {names.map((name) => (
        <Button key={name} variant="outlined" onClick={() => setOpens(name)}>
          {t(`resources.decisions.${name}.open`)}
        </Button>
      ))}
      {may.assign && isInForce && (
        <LinkButton to={`/topics/create?reconsiders=${encodeURIComponent(id)}`} variant="outlined">
          {t('resources.decisions.reconsider')}
        </LinkButton>
      )}
      {may.assign && state === 'IN_FORCE' && (
        <ActButton
          document={CompleteDecisionMutation}
          variables={{ input: { id, expectedVersion } }}
          label={t('resources.decisions.complete.submit')}
          done={t('resources.decisions.complete.done')}
          why={why}
        />
      )}
      {Dialog && <Dialog decision={decision} onClose={() => setOpens(null)} />}
    </Box>
  );
};
