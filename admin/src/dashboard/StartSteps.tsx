import { Box } from '@mui/material';
import { PathLink, Section } from '../components/index.js';
import { useAbility } from '../data/index.js';
import { useText } from '../i18n/index.js';

const STEPS = [
  ['SCHOOL_REGISTER', 'home.steps.schools'],
  ['ROSTER', 'home.steps.roster'],
  ['PROGRESS', 'home.steps.progress'],
] as const;

/** What to do in a tenant that holds nothing yet. */
export const StartSteps = () => {
  const t = useText();
  if (!useAbility().can('create', 'Import')) return null;
  return (
    <Section title={t('home.steps.title')}>
      <Box component="ol" sx={{ margin: 0, paddingInlineStart: 3 }}>
        {STEPS.map(([kind, text]) => (
          <li key={kind}>
            <PathLink to={`/imports/create?kind=${kind}`}>{t(text)}</PathLink>
          </li>
        ))}
      </Box>
    </Section>
  );
};
