import { Box } from '@mui/material';
import { PathLink } from '../../components/index.js';
import { listPath } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';
import type { Meeting } from './meeting.graphql.js';

const STEPS = ['collect', 'consult', 'confirm', 'hold', 'vote', 'decide', 'execute', 'file'] as const;
type Step = (typeof STEPS)[number];

const CURRENT: Readonly<Record<Meeting['state'], Step | null>> = {
  DRAFT: 'confirm',
  CALLED: 'hold',
  OPEN: 'vote',
  CLOSED: 'decide',
  SIGNED: 'file',
  // the minutes are filed; what was decided is now carried out
  ISSUED: 'execute',
  NOT_HELD: null,
};

type Steps = Pick<Meeting, 'id' | 'state' | 'school' | 'kind'>;

function linkOf(step: Step, { id, school, kind }: Steps): string | null {
  const filter = { schoolId: school?.id, meetingKind: [kind] };
  if (step === 'collect' || step === 'consult' || step === 'confirm') return listPath('topics', { filter });
  if (step === 'execute') return listPath('decisions', { filter: { meetingId: id } });
  return null;
}

function isDone(step: Step, state: Meeting['state']): boolean {
  const current = CURRENT[state];
  if (current === null) return false;
  if (state === 'ISSUED') return step !== 'execute';
  return STEPS.indexOf(step) < STEPS.indexOf(current) && !(step === 'execute' && state !== 'SIGNED');
}

/** W6: the eight steps of a meeting, where it stands, and what lies before and after it. A phone shows the one step. */
export const MeetingSteps = ({ meeting }: { readonly meeting: Steps }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const current = CURRENT[meeting.state];
  const shown = isPhone ? STEPS.filter((step) => step === current) : STEPS;
  if (current === null) return null;
  return (
    <Box
      component="ol"
      aria-label={t('resources.meetings.steps.label')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, listStyle: 'none', margin: 0, padding: 0 }}
    >
      {shown.map((step) => {
        const number = STEPS.indexOf(step) + 1;
        const text = t(`resources.meetings.steps.${step}`);
        const to = isPhone ? null : linkOf(step, meeting);
        const done = isDone(step, meeting.state);
        return (
          <Box
            key={step}
            component="li"
            aria-current={step === current ? 'step' : undefined}
            sx={{
              flex: '1 1 110px',
              borderTop: 3,
              borderColor: step === current ? 'primary.main' : done ? 'success.main' : 'divider',
              paddingTop: 0.5,
              fontSize: '0.8125rem',
              fontWeight: step === current ? 600 : 400,
            }}
          >
            {`${number} `}
            {to ? (
              <PathLink to={to} plain>
                {text}
              </PathLink>
            ) : (
              text
            )}
            {done && ` ${t('resources.meetings.steps.done')}`}
          </Box>
        );
      })}
    </Box>
  );
};
