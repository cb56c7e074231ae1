import { Alert, Paper, Typography } from '@mui/material';
import { Title, useNavigate, useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { showPath, useAbility, useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionForm, FieldGrid, TextField } from '../parts/index.js';
import { OrganizationFields } from './OrganizationFields.js';
import { CreateSchoolMutation } from './school.graphql.js';
import { SchoolFields } from './SchoolFields.js';

type Input = VariablesOf<typeof CreateSchoolMutation>['input'];

const EMPTY = { code: null, name: null, stage: null, ownership: 'PUBLIC', legalPerson: true, organization: {} };

/** A school is entered with its organisation where its name is given. */
function inputOf(values: FieldValues): Input {
  const { organization, ...school } = values;
  const named = organization?.name || organization?.orgType;
  return { ...school, organization: named ? { ...organization, effectiveOn: school['openedOn'] } : null } as Input;
}

/** 登记学校: one that is not in the register; many at once come by import. */
export const SchoolCreate = () => {
  const t = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const today = useDayShown();
  const { can } = useAbility();
  const { mutateAsync } = useWrite(CreateSchoolMutation);
  if (!can('create', 'School')) return <Alert severity="warning">{t('errors.FORBIDDEN')}</Alert>;
  const submit = async (values: FieldValues) => {
    const { createSchool } = await mutateAsync({ input: inputOf(values) });
    notify(t('resources.schools.create.done'), { type: 'success' });
    navigate(showPath('schools', createSchool.id));
  };
  return (
    <Paper variant="outlined" sx={{ padding: 2, maxWidth: 860 }}>
      <Title title={t('resources.schools.create.title')} preferenceKey={false} />
      <ActionForm
        initial={{ ...EMPTY, openedOn: today }}
        submitLabel={t('common.save')}
        onCancel={() => navigate('/schools')}
        onSubmit={submit}
      >
        <FieldGrid>
          <TextField
            source="code"
            label={t('resources.schools.fields.code')}
            helperText={t('resources.schools.create.codeHelp')}
            max={20}
            isRequired
          />
          <CivilDateInput source="openedOn" label={t('resources.schools.fields.openedOn')} isRequired />
        </FieldGrid>
        <SchoolFields />
        <Typography variant="h2" sx={{ marginTop: 1 }}>
          {t('resources.schools.organization.title')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('resources.schools.create.organizationHelp')}
        </Typography>
        <OrganizationFields prefix="organization." />
      </ActionForm>
    </Paper>
  );
};
