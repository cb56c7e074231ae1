import { headPostOf, headPostOfRole, type MeetingKind } from '@zhixiao/domain';
import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { EmptyState, PathLink } from '../../components/index.js';
import { listPath, useOperation, useViewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import type { Planned } from './AgendaFields.js';
import { ConfirmedTopicsQuery, type PoolTopic } from './meeting.graphql.js';

/** Confirmed, and, where somebody had to be heard, heard. */
const READY = ['CONFIRMED', 'HEARD'] as const;

interface TopicPoolProps {
  readonly schoolId: string;
  readonly kind: MeetingKind;
  /** The head who calls the meeting confirms with it what waits for that. */
  readonly confirms: boolean;
  readonly items: readonly Planned[];
  readonly onChange: (items: readonly Planned[]) => void;
}

/** A topic of the pool as it comes on the agenda, and what is said of it beside its title. */
interface Choice {
  readonly planned: Planned;
  readonly note: string;
}

interface Pool {
  readonly isLoaded: boolean;
  readonly ready: readonly PoolTopic[];
  readonly waiting: readonly PoolTopic[];
}

function usePool({ schoolId, kind, confirms }: TopicPoolProps): Pool {
  const role = useViewer()?.grant?.role;
  const isHead = role !== undefined && headPostOfRole(role) === headPostOf(kind);
  const place = { schoolId, meetingKind: [kind] };
  const { data } = useOperation(ConfirmedTopicsQuery, {
    ready: { ...place, state: [...READY] },
    waiting: { ...place, state: ['CONSULTED'], waitingForMe: true },
    confirms: confirms && isHead,
  });
  return { isLoaded: data !== undefined, ready: data?.ready.nodes ?? [], waiting: data?.waiting?.nodes ?? [] };
}

/** The topics that can be put on the agenda, one by one or all at once. */
export const TopicPool = (props: TopicPoolProps) => {
  const { schoolId, kind, items, onChange } = props;
  const t = useText();
  const { isLoaded, ready, waiting } = usePool(props);
  const choices: readonly Choice[] = [
    ...ready.map(({ id, title, proposerName }) => ({
      planned: { key: id, topicId: id, title },
      note: proposerName ?? '',
    })),
    ...waiting.map(({ id, title, version, proposerName }) => ({
      planned: { key: id, topicId: id, title, toConfirm: version },
      note: [proposerName, t('resources.meetings.agenda.toConfirm')].filter(Boolean).join(t('common.listSeparator')),
    })),
  ];
  const all = choices.map(({ planned }) => planned);
  const chosen = new Set(items.map(({ key }) => key));
  const left = all.filter(({ key }) => !chosen.has(key));
  const without = (some: readonly Planned[]) => items.filter(({ key }) => some.every((one) => one.key !== key));
  return (
    <Box role="group" aria-label={t('resources.meetings.agenda.pool', { count: all.length })}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('resources.meetings.agenda.pool', { count: all.length })}
      </Typography>
      {isLoaded && all.length === 0 && (
        <EmptyState title={t('resources.meetings.agenda.emptyPool')}>
          <PathLink to={listPath('topics', { filter: { schoolId, meetingKind: [kind] } })}>
            {t('resources.meetings.agenda.toPool')}
          </PathLink>
        </EmptyState>
      )}
      {all.length > 1 && (
        <FormControlLabel
          sx={{ display: 'flex' }}
          control={
            <Checkbox
              checked={left.length === 0}
              indeterminate={left.length > 0 && left.length < all.length}
              onChange={(_, on) => onChange(on ? [...items, ...left] : without(all))}
            />
          }
          label={t('resources.meetings.agenda.all')}
        />
      )}
      {choices.map(({ planned, note }) => (
        <FormControlLabel
          key={planned.key}
          sx={{ display: 'flex' }}
          control={
            <Checkbox
              checked={chosen.has(planned.key)}
              onChange={(_, on) => onChange(on ? [...items, planned] : without([planned]))}
            />
          }
          label={note ? t('common.inParens', { text: planned.title, note }) : planned.title}
        />
      ))}
      {waiting.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('resources.meetings.agenda.confirmHelp')}
        </Typography>
      )}
    </Box>
  );
};
