import { useId, useState } from 'react';
import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useText } from '../../i18n/index.js';
import { ActionDialog } from '../parts/index.js';
import { OrganizationChangeForm } from './OrganizationChangeForm.js';
import { OrganizationLeaveForm, OrganizationLinkForm } from './OrganizationLinkForm.js';
import type { School } from './school.graphql.js';

const FORMS = { change: OrganizationChangeForm, link: OrganizationLinkForm, leave: OrganizationLeaveForm } as const;
type Act = keyof typeof FORMS;

interface ActChoiceProps {
  readonly value: Act;
  readonly acts: readonly Act[];
  readonly onChange: (act: Act) => void;
}

const ActChoice = ({ value, acts, onChange }: ActChoiceProps) => {
  const t = useText();
  const id = useId();
  return (
    <FormControl>
      <FormLabel id={id}>{t('resources.schools.organization.act')}</FormLabel>
      <RadioGroup row aria-labelledby={id} value={value} onChange={(_, act) => onChange(act as Act)}>
        {acts.map((act) => (
          <FormControlLabel
            key={act}
            value={act}
            control={<Radio size="small" />}
            label={t(`resources.schools.organization.acts.${act}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
};

interface OrganizationDialogProps {
  readonly school: School;
  readonly onClose: () => void;
}

/**
 * 变更党组织: what is registered of the organisation that leads the school, its first one where it has none; or another
 * one that is there already, as a joint branch (联合党支部) leads several schools; or none any more.
 */
export const OrganizationDialog = ({ school, onClose }: OrganizationDialogProps) => {
  const t = useText();
  const [act, setAct] = useState<Act>('change');
  const Form = FORMS[act];
  const acts: readonly Act[] = school.organization ? ['change', 'link', 'leave'] : ['change', 'link'];
  return (
    <ActionDialog
      title={t('resources.schools.organization.dialog', { name: school.name })}
      onClose={onClose}
      width="md"
    >
      <ActChoice value={act} acts={acts} onChange={setAct} />
      <Form school={school} onClose={onClose} />
    </ActionDialog>
  );
};
