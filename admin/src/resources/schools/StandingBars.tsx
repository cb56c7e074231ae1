import { Box } from '@mui/material';
import { useDayShown } from '../../components/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import type { Period } from './HistoryTab.js';
import { barsOf, placeOf, spanOf, yearsOf, type Bar, type Span } from './standing-bars.js';

const LABEL = 84;

interface LaneProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly span: Span;
  readonly isAlarming?: boolean;
}

const Lane = ({ label, bars, span, isAlarming }: LaneProps) => (
  <Box sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
    <Box sx={{ width: LABEL, flexShrink: 0, fontSize: '0.75rem', color: 'text.secondary' }}>{label}</Box>
    <Box sx={{ position: 'relative', flexGrow: 1, height: 26, minWidth: 0 }}>
      {bars.map((bar) => {
        const place = placeOf(bar, span);
        if (!place) return null;
        return (
          <Box
            key={bar.from}
            title={`${bar.value} ${bar.from}`}
            sx={{
              position: 'absolute',
              left: `${place.left}%`,
              width: `calc(${place.width}% - 2px)`,
              top: 2,
              height: 22,
              paddingInline: '4px',
              border: 1,
              borderColor: isAlarming ? 'error.main' : 'primary.main',
              borderRadius: '3px',
              backgroundColor: 'action.hover',
              fontSize: '0.75rem',
              lineHeight: '20px',
              overflow: 'hidden',
              whiteSpace: 'nowrap',
              textOverflow: 'ellipsis',
            }}
          >
            {bar.value}
          </Box>
        );
      })}
    </Box>
  </Box>
);

/** The years above the lanes, and the day shown as a line through them. */
const Scale = ({ span }: { readonly span: Span }) => (
  <Box sx={{ display: 'flex' }}>
    <Box sx={{ width: LABEL, flexShrink: 0 }} />
    <Box sx={{ position: 'relative', flexGrow: 1, height: 20, fontSize: '0.75rem', color: 'text.secondary' }}>
      {yearsOf(span).map((day) => {
        const place = placeOf({ from: day, to: null, value: '' }, span);
        return (
          place && (
            <Box
              key={day}
              sx={{ position: 'absolute', left: `${place.left}%`, borderInlineStart: 1, paddingInline: '3px' }}
            >
              {day.slice(0, 4)}
            </Box>
          )
        );
      })}
    </Box>
  </Box>
);

/** The school's standing as bars over the years; the table beside it says the same in words. */
export const StandingBars = ({ periods }: { readonly periods: readonly Period[] }) => {
  const t = useText();
  const word = useEnumWords();
  const span = spanOf(periods, useDayShown());
  const hard = ({ hardFindings }: Period) =>
    hardFindings > 0 ? t('resources.schools.timeline.hard', { count: hardFindings }) : null;
  const lanes: readonly [string, Bar[]][] = [
    [t('resources.schools.fields.rolloutState'), barsOf(periods, (one) => word('RolloutState', one.rolloutState))],
    [t('resources.schools.fields.orgType'), barsOf(periods, (one) => one.orgType && word('PartyOrgType', one.orgType))],
    [t('resources.schools.fields.secretary'), barsOf(periods, (one) => one.secretaryName)],
    [t('resources.schools.fields.principal'), barsOf(periods, (one) => one.principalName)],
  ];
  return (
    <Box
      role="img"
      aria-label={t('resources.schools.timeline.summary', { count: periods.length, from: span.from, to: span.to })}
      sx={{ overflow: 'hidden' }}
    >
      <Scale span={span} />
      {lanes.map(([label, bars]) => (
        <Lane key={label} label={label} bars={bars} span={span} />
      ))}
      <Lane label={t('resources.schools.timeline.hardLane')} bars={barsOf(periods, hard)} span={span} isAlarming />
    </Box>
  );
};
