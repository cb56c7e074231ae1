import { DECIDERS, MATTER_CATEGORIES } from '@zhixiao/domain';
import { useNotify } from 'react-admin';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useText, type EnumName } from '../../i18n/index.js';
import { ActionDialog, ActionForm, EnumField, FieldGrid, ReasonField, TextField, YesNoField } from '../parts/index.js';
import { SetMatterTypeMutation } from './matter.graphql.js';
import { MARKS } from './MatterFields.js';

type Input = VariablesOf<typeof SetMatterTypeMutation>['input'];

const OWN_MARKS = ['staffHearing', 'expert', 'disclosure', 'superior'] as const;

/** 增设类别: a type of this level's own; who decides it is its rules' to say, never the Opinion's. */
export const AddMatterDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(SetMatterTypeMutation);
  const label = (field: 'nameZh' | 'code' | 'category' | 'draftedBy' | 'decidedBy' | 'priorConsultation') =>
    t(`pages.matters.fields.${field}`);
  const decider = (field: 'draftedBy' | 'decidedBy') => (
    <EnumField source={field} of={'Decider' satisfies EnumName} values={DECIDERS} label={label(field)} isRequired />
  );
  return (
    <ActionDialog title={t('pages.matters.add.title')} width="md" onClose={onClose}>
      <ActionForm
        initial={{ code: null, nameZh: null, category: null, draftedBy: null, decidedBy: null, reason: null }}
        submitLabel={t('pages.matters.add.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await mutateAsync({ input: { ...values, expectedVersion: 0 } as Input });
          notify(t('pages.matters.add.done'), { type: 'success' });
          onClose();
        }}
      >
        <TextField source="nameZh" label={label('nameZh')} isRequired />
        <FieldGrid>
          <TextField
            source="code"
            label={label('code')}
            helperText={t('pages.matters.add.codeHelp')}
            max={64}
            isRequired
          />
          <EnumField
            source="category"
            of="MatterCategory"
            values={MATTER_CATEGORIES}
            label={label('category')}
            isRequired
          />
          {decider('draftedBy')}
          {decider('decidedBy')}
          {OWN_MARKS.map((field) => (
            <EnumField
              key={field}
              source={field}
              of={MARKS[field][0]}
              values={MARKS[field][1]}
              label={t(`pages.matters.fields.${field}`)}
            />
          ))}
          <YesNoField source="priorConsultation" label={label('priorConsultation')} />
        </FieldGrid>
        <TextField source="documentNo" label={t('pages.matters.fields.documentNo')} />
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};
