import { Box, Chip, Typography } from '@mui/material';
import { EnumText, FindingsPanel, PathLink } from '../../components/index.js';
import { showPath } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';
import { ActButton } from './ActButton.js';
import { Departures } from './Departures.js';
import { DecideForm } from './DecideForm.js';
import { StartItemMutation } from './item-acts.graphql.js';
import { isCurrent, type ItemProps } from './item-parts.js';
import { ItemOpinions } from './ItemOpinions.js';
import { ItemRecusals } from './ItemRecusals.js';
import { ItemVote } from './ItemVote.js';
import { ItemResult } from './ItemResult.js';
import { ResultPill } from './meeting-pills.js';
import { QuorumBar } from './QuorumBar.js';

const Heading = ({ meeting, item }: ItemProps) => {
  const t = useText();
  const { position, title, topicId, kind, restricted, result, presenterName } = item;
  const text = t('resources.meetings.item.title', { position, title });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Typography variant="h3" id={`item-${item.id}`}>
        {topicId ? <PathLink to={showPath('topics', topicId)}>{text}</PathLink> : text}
      </Typography>
      <Chip size="small" variant="outlined" label={<EnumText of="ItemKind" value={kind} />} />
      {restricted && <Chip size="small" variant="outlined" label={t('resources.meetings.item.restricted')} />}
      {presenterName && (
        <Typography variant="body2" color="textSecondary">
          {t('resources.meetings.item.presenter', { name: presenterName })}
        </Typography>
      )}
      {result && <ResultPill result={result} />}
      {isCurrent(meeting, item) && <Chip size="small" color="primary" label={t('resources.meetings.item.current')} />}
    </Box>
  );
};

/** The first item begins with the meeting, each further one with the result of that before: this is for what is left. */
const Start = ({ meeting, item, hands }: ItemProps) => {
  const t = useText();
  const isBusy = meeting.items.some((other) => isCurrent(meeting, other));
  if (meeting.state !== 'OPEN' || item.startedAt || item.result || isBusy || !hands.writes) return null;
  return (
    <ActButton
      document={StartItemMutation}
      variables={{ input: { itemId: item.id, expectedVersion: item.version } }}
      label={t('resources.meetings.item.start')}
      done={t('resources.meetings.item.started')}
    />
  );
};

/** One item of the agenda: what is missing, who stays away, what is said, how is voted, what comes of it. */
export const ItemCard = (props: ItemProps) => {
  const { meeting, item, hands } = props;
  const isPhone = useIsPhone();
  const isRunning = meeting.state === 'OPEN';
  // before it opens, an item whose bar is higher than the meeting's says so
  const showsQuorum = item.expected !== null && (isRunning || item.result !== null || item.quorumCheck === 'PM-5');
  const current = isCurrent(meeting, item);
  return (
    <Box
      component="article"
      aria-labelledby={`item-${item.id}`}
      sx={{
        display: 'grid',
        gap: 1,
        padding: 1.5,
        border: 1,
        borderColor: current ? 'primary.main' : 'divider',
        borderRadius: 1,
        minWidth: 0,
      }}
    >
      <Heading {...props} />
      {showsQuorum && <QuorumBar quorum={item} />}
      {item.findings.length > 0 && <FindingsPanel findings={item.findings} live={isRunning} />}
      {isRunning && hands.writes && !isPhone && item.result === null && (
        <Departures subjectType="ITEM" subjectId={item.id} findings={item.findings} />
      )}
      <Start {...props} />
      <ItemRecusals {...props} />
      <ItemOpinions {...props} />
      <ItemVote {...props} />
      {current && (hands.writes || hands.isChair) && !isPhone && <DecideForm key={item.id} {...props} />}
      <ItemResult {...props} />
    </Box>
  );
};
