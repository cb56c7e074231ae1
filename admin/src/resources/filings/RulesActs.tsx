import { useState } from 'react';
import { nextFilingState } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import { SelectInput, required, useNotify } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useAbility, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, FieldGrid, TextField } from '../parts/index.js';
import { AdoptRulesMutation, ReviewRulesMutation, SubmitRulesMutation, type Rules } from './rules.graphql.js';

interface DialogProps {
  readonly rules: Rules;
  readonly onClose: () => void;
}

const must = required();

const AdoptDialog = ({ rules: { id, version }, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(AdoptRulesMutation);
  const label = (field: 'adoptedOn' | 'adoptedAtMeeting' | 'staffHeardOn') =>
    t(`resources.rulesOfProcedure.fields.${field}`);
  return (
    <ActionDialog title={t('resources.rulesOfProcedure.adopt.title')} onClose={onClose}>
      <ActionForm
        initial={{ adoptedOn: today, adoptedAtMeeting: null, staffHeardOn: null }}
        submitLabel={t('resources.rulesOfProcedure.adopt.submit')}
        onCancel={onClose}
        onSubmit={async ({ adoptedOn, adoptedAtMeeting, staffHeardOn }) => {
          const said = { adoptedOn, adoptedAtMeeting: String(adoptedAtMeeting ?? ''), staffHeardOn };
          await mutateAsync({ input: { id, expectedVersion: version, ...said } });
          notify(t('resources.rulesOfProcedure.adopt.done'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">{t('resources.rulesOfProcedure.adopt.text')}</Typography>
        <TextField source="adoptedAtMeeting" label={label('adoptedAtMeeting')} max={200} isRequired />
        <FieldGrid>
          <CivilDateInput source="adoptedOn" label={label('adoptedOn')} isRequired />
          <CivilDateInput source="staffHeardOn" label={label('staffHeardOn')} />
        </FieldGrid>
      </ActionForm>
    </ActionDialog>
  );
};

const SubmitDialog = ({ rules: { id, version }, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(SubmitRulesMutation);
  return (
    <ActionDialog title={t('resources.rulesOfProcedure.submitAct.title')} onClose={onClose}>
      <ActionForm
        initial={{}}
        submitLabel={t('resources.rulesOfProcedure.submitAct.submit')}
        onCancel={onClose}
        onSubmit={async () => {
          await mutateAsync({ input: { id, expectedVersion: version } });
          notify(t('resources.rulesOfProcedure.submitAct.done'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">{t('resources.rulesOfProcedure.submitAct.text')}</Typography>
      </ActionForm>
    </ActionDialog>
  );
};

const ReviewFields = () => {
  const t = useText();
  const word = useEnumWords();
  const result = useWatch({ name: 'result' }) as 'FILE' | 'RETURN';
  const label = (field: 'filingNo' | 'filedOn' | 'reviewOpinion') => t(`resources.rulesOfProcedure.fields.${field}`);
  return (
    <>
      <SelectInput
        source="result"
        label={t('resources.rulesOfProcedure.review.result')}
        choices={(['FILE', 'RETURN'] as const).map((id) => ({ id, name: word('ReviewResult', id) }))}
        translateChoice={false}
        validate={must}
        helperText={false}
        fullWidth
      />
      {result === 'FILE' && (
        <FieldGrid>
          <TextField source="filingNo" label={label('filingNo')} isRequired />
          <CivilDateInput source="filedOn" label={label('filedOn')} isRequired />
        </FieldGrid>
      )}
      <TextField
        source="opinion"
        label={label('reviewOpinion')}
        helperText={result === 'RETURN' ? t('resources.rulesOfProcedure.review.opinionHelp') : undefined}
        isRequired={result === 'RETURN'}
        max={2000}
        rows={3}
      />
    </>
  );
};

const ReviewDialog = ({ rules: { id, version }, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(ReviewRulesMutation);
  return (
    <ActionDialog title={t('resources.rulesOfProcedure.review.title')} onClose={onClose}>
      <ActionForm
        initial={{ result: 'FILE', filingNo: null, filedOn: today, opinion: null }}
        submitLabel={t('resources.rulesOfProcedure.review.submit')}
        onCancel={onClose}
        onSubmit={async ({ result, filingNo, filedOn, opinion }) => {
          const filed = result === 'FILE' ? { filingNo, filedOn } : {};
          await mutateAsync({ input: { id, expectedVersion: version, result, opinion, ...filed } });
          notify(t(`resources.rulesOfProcedure.review.${result === 'FILE' ? 'filed' : 'returned'}`), {
            type: 'success',
          });
          onClose();
        }}
      >
        <ReviewFields />
      </ActionForm>
    </ActionDialog>
  );
};

/** The states from which each act may be done, as the domain has them. */
const isIn = (rules: Rules, act: 'ADOPT' | 'SUBMIT' | 'RETURN'): boolean => {
  const by = { personId: null, role: act === 'RETURN' ? 'CountyAdmin' : 'Secretary', on: '' } as const;
  const facts = { state: rules.status, rules: rules.fields as never, handedDown: [] };
  const tried = nextFilingState(facts, act === 'RETURN' ? { type: act, by, opinion: '-' } : { type: act, by });
  return tried.ok || tried.violation.code !== 'NOT_IN_THIS_STATE';
};

interface RulesActsProps {
  readonly rules: Rules;
  readonly onChange: () => void;
}

/** 修改, 通过, 报送, 审查: for whom the server would not refuse it. */
export const RulesActs = ({ rules, onChange }: RulesActsProps) => {
  const t = useText();
  const { can } = useAbility();
  const [open, setOpen] = useState<'adopt' | 'submitAct' | 'review' | null>(null);
  const close = () => setOpen(null);
  const button = (act: 'adopt' | 'submitAct' | 'review') => (
    <Button variant="contained" onClick={() => setOpen(act)}>
      {t(`resources.rulesOfProcedure.${act}.open`)}
    </Button>
  );
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBottom: 1 }}>
      {rules.status === 'DRAFT' && can('draft', 'RulesOfProcedure', rules) && (
        <Button variant="outlined" onClick={onChange}>
          {t('resources.rulesOfProcedure.change.open')}
        </Button>
      )}
      {isIn(rules, 'ADOPT') && can('submit', 'RulesOfProcedure', rules) && button('adopt')}
      {isIn(rules, 'SUBMIT') && can('submit', 'RulesOfProcedure', rules) && button('submitAct')}
      {isIn(rules, 'RETURN') && can('review', 'RulesOfProcedure', rules) && button('review')}
      {open === 'adopt' && <AdoptDialog rules={rules} onClose={close} />}
      {open === 'submitAct' && <SubmitDialog rules={rules} onClose={close} />}
      {open === 'review' && <ReviewDialog rules={rules} onClose={close} />}
    </Box>
  );
};
