import { Box } from '@mui/material';
import { PathLink, Section } from '../components/index.js';
import { useAbility } from '../data/index.js';
import { useText } from '../i18n/index.js';
import type { Progress } from './home.graphql.js';

const STEPS = [
  ['SCHOOL_REGISTER', 'home.steps.schools'],
  ['ROSTER', 'home.steps.roster'],
  ['PROGRESS', 'home.steps.progress'],
] as const;

interface StartStepsProps {
  readonly progress: Pick<Progress, 'schools' | 'inScope' | 'funnel'>;
}

/** What to do in a tenant that holds nothing yet, or schools of which nothing is told. */
export const StartSteps = ({ progress: { schools, inScope, funnel } }: StartStepsProps) => {
  const t = useText();
  const canImport = useAbility().can('create', 'Import');
  const notStarted = funnel.find(({ state }) => state === 'NOT_STARTED')?.count ?? 0;
  if (!canImport || notStarted < inScope) return null;
  // the register comes first: once there are schools, it is done
  const steps = schools === 0 ? STEPS : STEPS.slice(1);
  return (
    <Section title={t('home.steps.title')}>
      <Box component="ol" sx={{ margin: 0, paddingInlineStart: 3 }}>
        {steps.map(([kind, text]) => (
          <li key={kind}>
            <PathLink to={`/imports/create?kind=${kind}`}>{t(text)}</PathLink>
          </li>
        ))}
      </Box>
    </Section>
  );
};
