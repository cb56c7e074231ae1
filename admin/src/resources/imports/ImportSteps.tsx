import { Step, StepLabel, Stepper } from '@mui/material';
import { useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';

const STEPS = ['upload', 'mapping', 'check', 'confirm', 'result'] as const;
export type StepName = (typeof STEPS)[number];

/** Where one is in the import. */
export const ImportSteps = ({ current }: { readonly current: StepName }) => {
  const t = useText();
  const isPhone = useIsPhone();
  return (
    <Stepper
      activeStep={STEPS.indexOf(current)}
      alternativeLabel={isPhone}
      aria-label={t('resources.imports.stepsLabel')}
      className="no-print"
      sx={{ marginBottom: 2 }}
    >
      {STEPS.map((step) => (
        <Step key={step} aria-current={step === current ? 'step' : undefined}>
          <StepLabel>{t(`resources.imports.steps.${step}`)}</StepLabel>
        </Step>
      ))}
    </Stepper>
  );
};
