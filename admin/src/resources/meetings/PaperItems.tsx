import type { ReactNode } from 'react';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { ITEM_KINDS, ITEM_RESULTS } from '@zhixiao/domain';
import { Accordion, AccordionDetails, AccordionSummary, Box, Button, Typography } from '@mui/material';
import { SelectInput } from 'react-admin';
import { useFieldArray, useWatch } from 'react-hook-form';
import { CivilDateInput, Section } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { EnumField, FieldGrid, TextField } from '../parts/index.js';
import { MatterTypesOfSchoolQuery } from './meeting.graphql.js';
import { emptyItem, type PaperItem } from './paper-form.js';
import { lacksMatter } from './paper-input.js';
import { PaperPreparation } from './PaperPreparation.js';
import { PaperSaid, PaperVote } from './PaperSaid.js';
import { PersonField, type Colleague } from './PersonField.js';

interface ItemFieldsProps {
  readonly source: string;
  readonly schoolId: string;
  readonly people: readonly Colleague[];
}

const MatterField = ({ source, schoolId }: Omit<ItemFieldsProps, 'people'>) => {
  const t = useText();
  const { data } = useOperation(MatterTypesOfSchoolQuery, { schoolId });
  const kind = useWatch({ name: `${source}.kind` }) as PaperItem['kind'];
  const choices = (data?.matterTypes ?? []).map(({ code, nameZh }) => ({ id: code, name: nameZh }));
  return (
    <SelectInput
      source={`${source}.matterCode`}
      label={t('pages.enterMeeting.matter')}
      choices={choices}
      translateChoice={false}
      validate={(matterCode: string | null) =>
        lacksMatter({ kind, matterCode }) ? t('paper.matterNeeded') : undefined
      }
      helperText={t('pages.enterMeeting.matterHelp')}
      fullWidth
    />
  );
};

interface FoldProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What many records don't say is out of the way until it is wanted; what was typed stays when it is closed. */
const Fold = ({ title, children }: FoldProps) => (
  <Accordion variant="outlined" disableGutters>
    <AccordionSummary expandIcon={<ExpandMoreIcon />}>{title}</AccordionSummary>
    <AccordionDetails>{children}</AccordionDetails>
  </Accordion>
);

const ItemFields = ({ source, schoolId, people }: ItemFieldsProps) => {
  const t = useText();
  const paper = (field: 'itemKind' | 'itemTitle' | 'result' | 'topicBy') => t(`pages.enterMeeting.${field}`);
  const matterCode = useWatch({ name: `${source}.matterCode` }) as string | null | undefined;
  return (
    <>
      <TextField source={`${source}.title`} label={paper('itemTitle')} isRequired max={200} />
      <FieldGrid columns={3}>
        <EnumField source={`${source}.kind`} of="ItemKind" values={ITEM_KINDS} label={paper('itemKind')} isRequired />
        <MatterField source={source} schoolId={schoolId} />
        <PersonField source={`${source}.proposerId`} label={paper('topicBy')} people={people} />
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
      <PaperVote source={source} people={people} />
      <Fold title={t('paper.atMeeting')}>
        <PaperSaid source={source} people={people} />
      </Fold>
      {matterCode && (
        <Fold title={t('paper.preparation')}>
          <PaperPreparation source={`${source}.topic`} schoolId={schoolId} people={people} />
        </Fold>
      )}
    </>
  );
};

interface PaperItemsProps {
  readonly schoolId: string;
  readonly people: readonly Colleague[];
}

/** The agenda and what came of each item, as the paper has it. */
export const PaperItems = ({ schoolId, people }: PaperItemsProps) => {
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
          <ItemFields source={`items.${index}`} schoolId={schoolId} people={people} />
        </Box>
      ))}
      <Button variant="outlined" onClick={() => append(emptyItem())}>
        {t('pages.enterMeeting.addItem')}
      </Button>
    </Section>
  );
};
