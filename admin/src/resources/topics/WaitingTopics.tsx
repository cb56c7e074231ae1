import { Box, Typography } from '@mui/material';
import { EnumText, ErrorNotice, PathLink, Section, StatusPill } from '../../components/index.js';
import { listPath, showPath, useLive, useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { NewTopicButton } from './TopicList.js';
import { WaitingTopicsQuery } from './topic.graphql.js';
import { waitingReason } from './waiting-reason.js';

const SHOWN = 10;

/** 待我办理: the topics that wait for this account, each one tap from where it is dealt with. */
export const WaitingTopics = () => {
  const t = useText();
  const { data, error, refetch } = useOperation(WaitingTopicsQuery, { first: SHOWN });
  useLive({ type: 'Topic' }, () => void refetch());
  const { nodes, totalCount } = data?.topics ?? { nodes: [], totalCount: 0 };
  return (
    <Section title={t('resources.topics.waiting.title')} aside={<NewTopicButton variant="contained" />}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data && nodes.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('resources.topics.waiting.none')}
        </Typography>
      )}
      <Box
        component="ul"
        aria-label={t('resources.topics.waiting.caption')}
        sx={{ listStyle: 'none', margin: 0, padding: 0 }}
      >
        {nodes.map((topic) => (
          <Box
            component="li"
            key={topic.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 1,
              alignItems: 'center',
              minHeight: 44,
              borderTop: 1,
              borderColor: 'divider',
              '& a': { display: 'inline-flex', alignItems: 'center', minHeight: 44, overflowWrap: 'anywhere' },
            }}
          >
            <PathLink to={showPath('topics', topic.id)}>{topic.title}</PathLink>
            <StatusPill tone="yellow">{t(`resources.topics.waiting.${waitingReason(topic)}`)}</StatusPill>
            <Typography variant="caption" color="text.secondary">
              <EnumText of="MeetingKind" value={topic.meetingKind} />
            </Typography>
          </Box>
        ))}
      </Box>
      {totalCount > nodes.length && (
        <PathLink to={listPath('topics', { filter: { waitingForMe: true } })}>
          {t('resources.topics.waiting.all')}
        </PathLink>
      )}
    </Section>
  );
};
