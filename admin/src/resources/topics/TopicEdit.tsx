import { Alert } from '@mui/material';
import { Title, useNavigate, useNotify } from 'react-admin';
import { useParams } from 'react-router';
import { ErrorNotice, LoadingBlock, NotFound } from '../../components/index.js';
import { showPath, useAbility, useOperation, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { VersionedForm } from '../parts/index.js';
import { ChangeTopicMutation } from './topic-acts.graphql.js';
import { TopicQuery, type Topic } from './topic.graphql.js';
import { TopicSchoolQuery } from './topic-form.graphql.js';
import { TopicFormLayout } from './TopicFormLayout.js';
import { contentOf, valuesOf } from './topic-values.js';

/** What of a topic both versions show in a conflict. */
const COMPARED = ['title', 'body', 'amount', 'unscheduledReason'] as const;

const EditForm = ({ topic, schoolId }: { readonly topic: Topic; readonly schoolId: string }) => {
  const t = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const { data, error } = useOperation(TopicSchoolQuery, { id: schoolId });
  const { mutateAsync } = useWrite(ChangeTopicMutation);
  const back = showPath('topics', topic.id);
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  return (
    <VersionedForm
      latest={{ version: topic.version, values: valuesOf(topic) }}
      fields={COMPARED.map((name) => ({ name, label: t(`resources.topics.fields.${name}`) }))}
      submitLabel={t('resources.topics.form.save')}
      onCancel={() => navigate(back)}
      onSubmit={async (values, expectedVersion) => {
        await mutateAsync({ input: { ...contentOf(values), id: topic.id, expectedVersion } });
        notify(t('resources.topics.form.changed'), { type: 'success' });
        navigate(back);
      }}
    >
      {topic.consultations.length > 0 && <Alert severity="info">{t('resources.topics.form.changesAgain')}</Alert>}
      <TopicFormLayout asked={data} schoolId={schoolId} opensFurther />
    </VersionedForm>
  );
};

/** 修改议题: until it is confirmed. */
export const TopicEdit = () => {
  const t = useText();
  const { id = '' } = useParams();
  const { can } = useAbility();
  const { data, error } = useOperation(TopicQuery, { id: decodeURIComponent(id) });
  const topic = data?.topic;
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  if (!topic) return <NotFound list="/topics" />;
  return (
    <>
      <Title title={t('resources.topics.form.edit', { title: topic.title })} preferenceKey={false} />
      {topic.school && can('prepare', 'Topic', topic) ? (
        <EditForm topic={topic} schoolId={topic.school.id} />
      ) : (
        <Alert severity="warning">{t('errors.FORBIDDEN')}</Alert>
      )}
    </>
  );
};
