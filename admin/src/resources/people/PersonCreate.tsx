import { Alert, Paper } from '@mui/material';
import { Title, useNavigate, useNotify } from 'react-admin';
import { showPath, useAbility, useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionForm } from '../parts/index.js';
import { CreatePersonMutation } from './person.graphql.js';
import { PERSON_FIELDS, PersonFields } from './PersonFields.js';

type Input = VariablesOf<typeof CreatePersonMutation>['input'];

const EMPTY = Object.fromEntries(PERSON_FIELDS.map((field) => [field, null]));

/** 登记人员. */
export const PersonCreate = () => {
  const t = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const { can } = useAbility();
  const { mutateAsync } = useWrite(CreatePersonMutation);
  if (!can('create', 'Person')) return <Alert severity="warning">{t('errors.FORBIDDEN')}</Alert>;
  return (
    <Paper variant="outlined" sx={{ padding: 2, maxWidth: 860 }}>
      <Title title={t('resources.people.create.title')} preferenceKey={false} />
      <ActionForm
        initial={EMPTY}
        submitLabel={t('common.save')}
        onCancel={() => navigate('/people')}
        onSubmit={async (values) => {
          const { createPerson } = await mutateAsync({ input: values as Input });
          notify(t('resources.people.create.done'), { type: 'success' });
          navigate(showPath('people', createPerson.id));
        }}
      >
        <PersonFields />
      </ActionForm>
    </Paper>
  );
};
