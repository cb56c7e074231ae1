import { Box } from '@mui/material';
import { useDayShown } from '../../components/index.js';
import { useAsOf } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import type { Period } from './HistoryTab.js';
import { barsOf, pixelsOf, placeOf, pointOf, spanOf, yearsOf, type Bar, type Span } from './standing-bars.js';

const LABEL = 84;

interface LaneProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly span: Span;
  readonly isAlarming?: boolean;
}

interface BarBoxProps extends Pick<LaneProps, 'span' | 'isAlarming'> {
  readonly bar: Bar;
}

/** A bar says what it stands for where there is room; a narrow one says it when pointed at, and in the table. */
const BarBox = ({ bar, span, isAlarming }: BarBoxProps) => {
  const t = useText();
  const place = placeOf(bar, span);
  if (!place) return null;
  const days = bar.to ? `${bar.from} – ${bar.to}` : t('common.since', { date: bar.from });
  return (
    <Box
      title={`${bar.value} ${days}`}
      sx={{
        position: 'absolute',
        left: `${place.left}%`,
        width: `calc(${place.width}% - 2px)`,
        top: 2,
        height: 22,
        border: 1,
        borderColor: isAlarming ? 'error.main' : 'primary.main',
        borderRadius: '3px',
        backgroundColor: 'action.hover',
        fontSize: '0.75rem',
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        containerType: 'inline-size',
        '& > span': { display: 'none', paddingInline: '4px' },
        [`@container (min-width: ${pixelsOf(bar.value)}px)`]: { '& > span': { display: 'inline' } },
      }}
    >
      <span>{bar.value}</span>
    </Box>
  );
};

const Lane = ({ label, bars, span, isAlarming }: LaneProps) => (
  <Box sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
    <Box sx={{ width: LABEL, flexShrink: 0, fontSize: '0.75rem', color: 'text.secondary' }}>{label}</Box>
    <Box sx={{ position: 'relative', flexGrow: 1, height: 26, minWidth: 0 }}>
      {bars.map((bar) => (
        <BarBox key={bar.from} bar={bar} span={span} isAlarming={isAlarming} />
      ))}
    </Box>
  </Box>
);

/** The years above the lanes. */
const Scale = ({ span }: { readonly span: Span }) => (
  <Box sx={{ display: 'flex' }}>
    <Box sx={{ width: LABEL, flexShrink: 0 }} />
    <Box sx={{ position: 'relative', flexGrow: 1, height: 20, fontSize: '0.75rem', color: 'text.secondary' }}>
      {yearsOf(span).map((day) => (
        <Box
          key={day}
          sx={{
            position: 'absolute',
            left: `${pointOf(day, span)}%`,
            borderInlineStart: 1,
            paddingInline: '3px',
          }}
        >
          {day.slice(0, 4)}
        </Box>
      ))}
    </Box>
  </Box>
);

/** The day shown, as a line through the lanes: what is right of it is still to come. */
const DayMark = ({ day, span }: { readonly day: string; readonly span: Span }) => {
  const t = useText();
  const text = useAsOf() ? day : t('resources.schools.timeline.today');
  return (
    <Box sx={{ display: 'flex', position: 'absolute', inset: 0, pointerEvents: 'none' }}>
      <Box sx={{ width: LABEL, flexShrink: 0 }} />
      <Box sx={{ position: 'relative', flexGrow: 1 }}>
        <Box
          sx={{
            position: 'absolute',
            left: `${pointOf(day, span)}%`,
            top: 20,
            bottom: 0,
            borderInlineStart: '2px solid',
            borderColor: 'error.main',
            display: 'flex',
            alignItems: 'flex-end',
          }}
        >
          <Box
            component="span"
            sx={{ transform: 'translateX(-50%)', marginInlineStart: '-1px', color: 'error.main', fontSize: '0.75rem' }}
          >
            <Box
              component="span"
              sx={{ backgroundColor: 'background.paper', paddingInline: '3px', whiteSpace: 'nowrap' }}
            >
              {text}
            </Box>
          </Box>
        </Box>
      </Box>
    </Box>
  );
};

function useLanes(periods: readonly Period[]): readonly [string, Bar[]][] {
  const t = useText();
  const word = useEnumWords();
  return [
    [t('resources.schools.fields.rolloutState'), barsOf(periods, (one) => word('RolloutState', one.rolloutState))],
    [t('resources.schools.fields.orgType'), barsOf(periods, (one) => one.orgType && word('PartyOrgType', one.orgType))],
    [t('resources.schools.fields.secretary'), barsOf(periods, (one) => one.secretaryName)],
    [t('resources.schools.fields.principal'), barsOf(periods, (one) => one.principalName)],
  ];
}

/** The school's standing as bars over the years; the table beside it says the same in words. */
export const StandingBars = ({ periods }: { readonly periods: readonly Period[] }) => {
  const t = useText();
  const day = useDayShown();
  const lanes = useLanes(periods);
  const span = spanOf(periods, day);
  const hard = ({ hardFindings }: Period) =>
    hardFindings > 0 ? t('resources.schools.timeline.hard', { count: hardFindings }) : null;
  return (
    <Box
      role="img"
      aria-label={t('resources.schools.timeline.summary', { count: periods.length, from: span.from, to: span.to })}
      sx={{ position: 'relative', overflow: 'hidden', paddingBottom: '20px' }}
    >
      <Scale span={span} />
      {lanes.map(([label, bars]) => (
        <Lane key={label} label={label} bars={bars} span={span} />
      ))}
      <Lane label={t('resources.schools.timeline.hardLane')} bars={barsOf(periods, hard)} span={span} isAlarming />
      <DayMark day={day} span={span} />
    </Box>
  );
};
