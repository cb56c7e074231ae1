import type { TopicState } from '@zhixiao/domain';
import { Box, LinearProgress, Step, StepLabel, Stepper, Typography } from '@mui/material';
import { useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';

/** The line along which a topic moves (意见（五）至（九）). */
const LINE = [
  ...(['PROPOSED', 'INVESTIGATED', 'DELIBERATED', 'CONSULTED', 'CONFIRMED', 'HEARD', 'DECIDED'] as const),
  ...(['ASSIGNED', 'EXECUTED', 'REPORTED'] as const),
];

/** A topic that is held back has come as far as its preparation. */
const BESIDE: Readonly<Partial<Record<TopicState, (typeof LINE)[number]>>> = { HELD_BACK: 'DELIBERATED' };

/** How far a topic is: on a phone in a line. */
export const TopicSteps = ({ state }: { readonly state: TopicState }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const at = LINE.indexOf((BESIDE[state] ?? state) as (typeof LINE)[number]);
  const step = LINE[at];
  if (isPhone) {
    const name = step ? t(`resources.topics.stepNames.${step}`) : '';
    return (
      <Box role="group" aria-label={t('resources.topics.steps.label')}>
        <Typography variant="body2">
          {t('resources.topics.steps.phone', { n: at + 1, count: LINE.length, state: name })}
        </Typography>
        {/* the line above says it: nothing is loading here */}
        <LinearProgress variant="determinate" value={(100 * (at + 1)) / LINE.length} aria-hidden />
      </Box>
    );
  }
  return (
    <Box role="group" aria-label={t('resources.topics.steps.label')} sx={{ overflowX: 'auto' }}>
      <Stepper activeStep={at + 1} alternativeLabel>
        {LINE.map((one, index) => (
          <Step key={one} completed={index <= at} aria-current={index === at ? 'step' : undefined}>
            <StepLabel>{t(`resources.topics.stepNames.${one}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
    </Box>
  );
};
