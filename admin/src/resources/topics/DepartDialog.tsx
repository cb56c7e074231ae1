import { Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { checkName } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField } from '../parts/index.js';
import { DepartFromMutation } from './topic-acts.graphql.js';
import type { Topic } from './topic.graphql.js';

interface DepartDialogProps {
  readonly topic: Topic;
  readonly checkId: string;
  readonly onClose: () => void;
}

/** 不按一般要求办理: with a reason; the head accepts at once, others ask. */
export const DepartDialog = ({ topic, checkId, onClose }: DepartDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(DepartFromMutation);
  const asked = topic.departures.find((one) => one.checkId === checkId);
  return (
    <ActionDialog
      title={t('resources.topics.departures.requestTitle', { check: checkName(checkId, t) })}
      onClose={onClose}
    >
      <ActionForm
        initial={{ reason: asked?.reason ?? null }}
        submitLabel={t('common.confirm')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const input = { subjectType: 'TOPIC', subjectId: topic.id, checkId, reason: String(reason ?? '') } as const;
          await mutateAsync({ input });
          notify(t('resources.topics.departures.done'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">{t('resources.topics.departures.text')}</Typography>
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};
