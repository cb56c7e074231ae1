import { statesForTopicAct, type Actor } from '@zhixiao/domain';
import { Box } from '@mui/material';
import { Title } from 'react-admin';
import { useParams } from 'react-router';
import { ErrorNotice, LoadingBlock, NotFound, useDayShown } from '../../components/index.js';
import { useAbility, useLive, useOperation, useViewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { Attachments } from '../parts/index.js';
import { ActsSection } from './ActsSection.js';
import { AnswerPanel, roundForMe } from './AnswerPanel.js';
import { ConsultationSection } from './ConsultationSection.js';
import { GatesSection, type TopicGates } from './GatesSection.js';
import { RecordsSection } from './RecordsSection.js';
import { TopicContent, TopicNotices } from './TopicContent.js';
import { ChecksHistory, DeparturesSection } from './TopicHistory.js';
import { TopicMarks, TopicPill } from './topic-pills.js';
import { TopicSteps } from './TopicSteps.js';
import { TopicGatesQuery, TopicQuery, type Topic } from './topic.graphql.js';

/** Who acts, as far as the page knows: the person behind the account is the server's to know. */
function useActor(): Actor | null {
  const role = useViewer()?.grant?.role;
  const on = useDayShown();
  return role ? { personId: null, role, on } : null;
}

const column = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' } as const;

interface ViewProps {
  readonly topic: Topic;
  readonly gates: TopicGates | null;
  readonly actor: Actor;
}

/** What this account may do here: the ability first, then whether the topic is still being prepared. */
function useRights(topic: Topic) {
  const { can } = useAbility();
  const isOpen =
    topic.state === 'DRAFT' || topic.enteredAfterwards || statesForTopicAct('PREPARE').includes(topic.state);
  return {
    mayPrepare: isOpen && can('prepare', 'Topic', topic),
    mayPropose: isOpen && can('propose', 'Topic', topic),
    mayAnswer: isOpen && can('answer', 'Topic', topic),
    mayAttach: isOpen && can('prepare', 'Topic', topic) && can('attach', 'Attachment', topic),
  };
}

const TopicView = ({ topic, gates, actor }: ViewProps) => {
  const t = useText();
  const { mayPrepare, mayPropose, mayAnswer, mayAttach } = useRights(topic);
  const round = mayAnswer ? roundForMe(topic) : null;
  return (
    <Box sx={column}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <TopicPill state={topic.state} />
        <TopicMarks {...topic} />
      </Box>
      <TopicSteps state={topic.state} />
      <TopicNotices topic={topic} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <Box sx={column}>
          <TopicContent topic={topic} />
          <Attachments
            title={t('resources.topics.attachments')}
            rows={topic.attachments.nodes}
            upload={mayAttach ? { subject: topic.id, kinds: ['PAPER', 'SCAN', 'EVIDENCE'] } : null}
          />
          <ConsultationSection topic={topic} actor={actor} mayPrepare={mayPrepare} mayPropose={mayPropose} />
          <RecordsSection topic={topic} mayPrepare={mayPrepare} mayAnswer={mayAnswer} />
        </Box>
        <Box sx={column}>
          <ActsSection topic={topic} gates={gates} actor={actor} />
          {gates && <GatesSection gates={gates} topic={topic} actor={actor} mayPrepare={mayPrepare} />}
          <DeparturesSection departures={topic.departures} />
          <ChecksHistory checks={topic.checks} />
        </Box>
      </Box>
      {round && <AnswerPanel key={round.id} round={round} actor={actor} schoolId={topic.school?.id ?? null} />}
    </Box>
  );
};

/** 议题: what it is, how far it is, what it lacks and what to do now, live. */
export const TopicPage = () => {
  const t = useText();
  const { id = '' } = useParams();
  const topicId = decodeURIComponent(id);
  const actor = useActor();
  const { data, error, isPending, refetch } = useOperation(TopicQuery, { id: topicId });
  const topic = data?.topic ?? null;
  const gates = useOperation(TopicGatesQuery, { id: topicId }, { enabled: topic !== null });
  useLive({ type: 'Topic', id: topicId }, () => {
    void refetch();
    void gates.refetch();
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  if (!topic || !actor) {
    return (
      <>
        <Title title={t('resources.topics.notFound')} preferenceKey={false} />
        <NotFound list="/topics" />
      </>
    );
  }
  return (
    <>
      <Title title={topic.title} preferenceKey={false} />
      <TopicView topic={topic} gates={gates.data ?? null} actor={actor} />
      <ErrorNotice error={gates.error} />
    </>
  );
};
