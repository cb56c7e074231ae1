import { Box, Typography } from '@mui/material';
import { NumberLink, Section, StatusPill, useDayShown, type Tone } from '../components/index.js';
import { listPath, showPath, useAbility } from '../data/index.js';
import { formatDate, formatDateTime, useEnumWords, useText } from '../i18n/index.js';
import { LinkButton } from '../resources/parts/index.js';
import type { Call, Day } from './my-day.graphql.js';
import { callPart, type CallPart } from './my-part.js';
import type { DayFilters, Duties } from './use-my-day.js';

/** What one does oneself now stands out. */
const TONES: Readonly<Record<CallPart, Tone>> = {
  ...{ CALL: 'yellow', SIGN_IN: 'yellow', VOTE: 'yellow', OPINION: 'yellow', WRITE: 'yellow' },
  ...{ ATTENDANCE: 'blue', COME: 'blue', FOLLOW: 'blue', PREPARED: 'grey' },
};

interface MeetingProps {
  readonly meeting: Call;
  readonly duties: Duties;
  readonly isFirst: boolean;
}

/** Which, when, where, and what it asks of one. */
const Meeting = ({ meeting, duties, isFirst }: MeetingProps) => {
  const t = useText();
  const word = useEnumWords();
  const { id, title, kind, state, heldOn, startsAt, place, items } = meeting;
  const hand = { isHead: duties.kinds.includes(kind), keeps: duties.keeps };
  const part = callPart(meeting, hand, useDayShown());
  const time = formatDateTime(startsAt).slice(11, 16);
  const facts = [`${formatDate(heldOn)} ${time}`, place, t('home.day.items', { count: items.length })];
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gap: 0.5, paddingBlock: 1, borderTop: isFirst ? 0 : 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant={isFirst ? 'h3' : 'body2'} component="span">
          {title}
        </Typography>
        <StatusPill tone={state === 'OPEN' ? 'green' : 'blue'}>{word('MeetingState', state)}</StatusPill>
        <StatusPill tone={TONES[part]}>{t(`home.day.call.${part}`)}</StatusPill>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {facts.filter(Boolean).join(t('common.listSeparator'))}
      </Typography>
      <Box sx={{ '& a': { minHeight: { xs: 44, sm: 0 } } }}>
        <LinkButton
          to={showPath('meetings', id)}
          variant={isFirst ? 'contained' : 'outlined'}
          label={t('home.day.enterLabel', { act: t(`home.day.act.${part}`), title })}
        >
          {t(`home.day.act.${part}`)}
        </LinkButton>
      </Box>
    </Box>
  );
};

interface NextMeetingsProps {
  readonly calls: Day['calls'];
  readonly ready: number;
  readonly duties: Duties;
  readonly filters: DayFilters;
}

/** 下次会议: what comes next; where nothing is called, what its head can call. */
export const NextMeetings = ({ calls: { nodes, totalCount }, ready, duties, filters }: NextMeetingsProps) => {
  const t = useText();
  const plans = useAbility().can('plan', 'Meeting');
  const to = listPath('meetings', { filter: filters.calls });
  const title = t('home.day.meetings');
  return (
    <Section title={title} aside={<NumberLink to={to} value={totalCount} label={title} />}>
      {nodes.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('home.day.noMeeting')}
        </Typography>
      )}
      <Box component="ul" aria-label={t('home.day.meetingsCaption')} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {nodes.map((meeting, index) => (
          <Meeting key={meeting.id} meeting={meeting} duties={duties} isFirst={index === 0} />
        ))}
      </Box>
      {plans && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'center',
            marginTop: 1,
            '& .MuiButton-root': { minHeight: { xs: 44, sm: 0 } },
          }}
        >
          <LinkButton to="/meetings/create" variant={nodes.length === 0 ? 'contained' : 'outlined'}>
            {t(duties.keeps ? 'home.day.draftMeeting' : 'resources.meetings.call.open')}
          </LinkButton>
          {duties.keeps && <LinkButton to="/enter-meeting">{t('resources.meetings.enter.open')}</LinkButton>}
          {ready > 0 && (
            <Typography variant="body2">
              {t('home.day.ready')}{' '}
              <NumberLink
                to={listPath('topics', { filter: filters.ready })}
                value={ready}
                label={t('home.day.ready')}
                plain
              />
            </Typography>
          )}
        </Box>
      )}
    </Section>
  );
};
