import { useNotify } from 'react-admin';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm } from '../parts/index.js';
import { PersonOfSchool } from './PeoplePicker.js';
import { AskConsultationMutation } from './topic-acts.graphql.js';
import type { Topic } from './topic.graphql.js';

/** Where several may be asked: which of them. */
export const AskDialog = ({ topic, onClose }: { readonly topic: Topic; readonly onClose: () => void }) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(AskConsultationMutation);
  const { id, version, school } = topic;
  return (
    <ActionDialog title={t('resources.topics.acts.person')} onClose={onClose}>
      <ActionForm
        initial={{ personId: null }}
        submitLabel={t('common.confirm')}
        onCancel={onClose}
        onSubmit={async ({ personId }) => {
          await mutateAsync({ input: { id, expectedVersion: version, personId } });
          notify(t('resources.topics.acts.done.ask'), { type: 'success' });
          onClose();
        }}
      >
        <PersonOfSchool
          schoolId={school?.id ?? ''}
          source="personId"
          label={t('resources.topics.acts.person')}
          isRequired
        />
      </ActionForm>
    </ActionDialog>
  );
};
