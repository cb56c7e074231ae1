import { ITEM_KINDS, ITEM_RESULTS, VOTE_FORMS } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import { SelectInput } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { CivilDateInput, Section } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { CountField, EnumField, FieldGrid, TextField, YesNoField } from '../parts/index.js';
import { MatterTypesOfSchoolQuery } from './meeting.graphql.js';
import { emptyItem } from './paper-input.js';
import { PersonField } from './PersonField.js';
import { usePaperPeople } from './use-paper-people.js';

interface ItemFieldsProps {
  readonly source: string;
  readonly schoolId: string;
}

const MatterField = ({ source, schoolId }: ItemFieldsProps) => {
  const t = useText();
  const { data } = useOperation(MatterTypesOfSchoolQuery, { schoolId });
  const choices = (data?.matterTypes ?? []).map(({ code, nameZh }) => ({ id: code, name: nameZh }));
  return (
    <SelectInput
      source={`${source}.matterCode`}
      label={t('pages.enterMeeting.matter')}
      choices={choices}
      translateChoice={false}
      helperText={t('pages.enterMeeting.matterHelp')}
      fullWidth
    />
  );
};

const ItemFields = ({ source, schoolId }: ItemFieldsProps) => {
  const t = useText();
  const people = usePaperPeople(schoolId);
  const paper = (field: 'itemKind' | 'itemTitle' | 'result' | 'topicBy') => t(`pages.enterMeeting.${field}`);
  const vote = (field: 'form' | 'votesFor' | 'votesAgainst' | 'votesAbstained') =>
    t(`resources.meetings.vote.${field}`);
  return (
    <>
      <TextField source={`${source}.title`} label={paper('itemTitle')} isRequired max={200} />
      <FieldGrid columns={3}>
        <EnumField source={`${source}.kind`} of="ItemKind" values={ITEM_KINDS} label={paper('itemKind')} isRequired />
        <MatterField source={source} schoolId={schoolId} />
        <PersonField source={`${source}.proposerId`} label={paper('topicBy')} people={people} />
        <EnumField source={`${source}.voteForm`} of="VoteForm" values={VOTE_FORMS} label={vote('form')} />
        <CountField source={`${source}.votesFor`} label={vote('votesFor')} />
        <CountField source={`${source}.votesAgainst`} label={vote('votesAgainst')} />
        <CountField source={`${source}.votesAbstained`} label={vote('votesAbstained')} />
        <YesNoField source={`${source}.chairSpokeLast`} label={t('resources.meetings.decide.chairSpokeLast')} />
        <EnumField
          source={`${source}.result`}
          of="ItemResult"
          values={ITEM_RESULTS}
          label={paper('result')}
          isRequired
        />
        <TextField source={`${source}.responsible`} label={t('resources.meetings.item.responsible')} max={200} />
        <CivilDateInput source={`${source}.dueOn`} label={t('resources.meetings.item.dueOn')} />
      </FieldGrid>
      <TextField source={`${source}.conclusion`} label={t('resources.meetings.item.conclusion')} rows={2} max={5000} />
    </>
  );
};

/** The agenda and what came of each item, as the paper has it. */
export const PaperItems = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  const { fields, append, remove } = useFieldArray({ name: 'items' });
  return (
    <Section title={t('pages.enterMeeting.items')}>
      {fields.map(({ id }, index) => (
        <Box key={id} role="group" aria-label={t('pages.enterMeeting.item', { number: index + 1 })}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Typography variant="h3" sx={{ flexGrow: 1 }}>
              {t('pages.enterMeeting.item', { number: index + 1 })}
            </Typography>
            {fields.length > 1 && (
              <Button
                size="small"
                aria-label={t('pages.enterMeeting.removeItem', { number: index + 1 })}
                onClick={() => remove(index)}
              >
                {t('pages.enterMeeting.remove')}
              </Button>
            )}
          </Box>
          <ItemFields source={`items.${index}`} schoolId={schoolId} />
        </Box>
      ))}
      <Button variant="outlined" onClick={() => append(emptyItem())}>
        {t('pages.enterMeeting.addItem')}
      </Button>
    </Section>
  );
};
