import {
  CONFIDENTIALITIES,
  HEARING_AUDIENCES,
  ITEM_KINDS,
  MEETING_KINDS,
  type ItemKind,
  type MeetingKind,
} from '@zhixiao/domain';
import { Box } from '@mui/material';
import { BooleanInput, NumberInput, required, SelectInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useText, type TextKey } from '../../i18n/index.js';
import type { MatterFields } from '../matters/index.js';
import { EnumField, FieldGrid, ManyField, TextField, useEnumChoices, YesNoField } from '../parts/index.js';
import { DecisionPicker } from './DecisionPicker.js';
import { itemKindFor, MatterPicker } from './MatterPicker.js';
import { PersonOfSchool } from './PeoplePicker.js';

const must = required();

function useLabel() {
  const t = useText();
  return (field: string) => t(`resources.topics.fields.${field}` as TextKey);
}

/** What is asked of the item only where its matter leaves it open or money is concerned. */
const MatterQuestions = ({ matter }: { readonly matter: MatterFields | undefined }) => {
  const t = useText();
  const label = useLabel();
  const vital = useWatch({ name: 'vitalInterest' }) as boolean | null;
  const isVital = vital ?? (matter !== undefined && matter.staffHearing !== 'NONE');
  const preset = (isSet: boolean) =>
    t('resources.topics.byCatalogue', { answer: t(isSet ? 'common.yes' : 'common.no') });
  const byCatalogue = matter && preset(matter.staffHearing !== 'NONE');
  return (
    <>
      <FieldGrid>
        <NumberInput source="amount" label={label('amount')} min={0} helperText={false} fullWidth />
        <YesNoField source="vitalInterest" label={label('vitalInterest')} helperText={byCatalogue} />
        {matter?.expert !== 'NONE' && (
          <YesNoField
            source="specialised"
            label={label('specialised')}
            helperText={matter?.expert === 'ALWAYS' ? preset(true) : undefined}
            isRequired={matter?.expert === 'ASK'}
          />
        )}
      </FieldGrid>
      {isVital && (
        <ManyField
          source="audiences"
          of="HearingAudience"
          values={HEARING_AUDIENCES}
          label={label('audiences')}
          helperText={t('resources.topics.form.audiencesHelp')}
        />
      )}
    </>
  );
};

/** For which meeting, and as what; a matter that another body decides is prepared here. */
const MeetingFields = ({ matter }: { readonly matter: MatterFields | undefined }) => {
  const label = useLabel();
  const { getValues, setValue } = useFormContext();
  const choices = useEnumChoices('MeetingKind', MEETING_KINDS).map(({ value, text }) => ({ id: value, name: text }));
  const follow = (event: unknown) => {
    const meetingKind = (event as { readonly target: { readonly value: MeetingKind } }).target.value;
    if (matter) setValue('itemKind', itemKindFor(matter, meetingKind, getValues('itemKind') as ItemKind));
  };
  return (
    <FieldGrid>
      <SelectInput
        source="meetingKind"
        label={label('meetingKind')}
        choices={choices}
        translateChoice={false}
        validate={must}
        onChange={follow}
        helperText={false}
        fullWidth
      />
      <EnumField source="itemKind" of="ItemKind" values={ITEM_KINDS} label={label('itemKind')} isRequired />
    </FieldGrid>
  );
};

const LinkFields = ({ schoolId }: { readonly schoolId: string }) => {
  const label = useLabel();
  const [itemKind, meetingKind] = useWatch({ name: ['itemKind', 'meetingKind'] }) as [ItemKind, 'PARTY_ORG'];
  return (
    <>
      {itemKind === 'UNSCHEDULED' && (
        <TextField source="unscheduledReason" label={label('unscheduledReason')} max={500} rows={2} isRequired />
      )}
      {itemKind === 'IMPLEMENTATION' && (
        <DecisionPicker
          schoolId={schoolId}
          source="implementsDecisionId"
          label={label('implements')}
          body="PARTY_ORG"
        />
      )}
      {itemKind === 'RECONSIDERATION' && (
        <DecisionPicker
          schoolId={schoolId}
          source="reconsidersDecisionId"
          label={label('reconsiders')}
          body={meetingKind}
          isRequired
        />
      )}
    </>
  );
};

const FurtherFields = ({ schoolId, opens }: { readonly schoolId: string; readonly opens: boolean }) => {
  const t = useText();
  const label = useLabel();
  return (
    <Box component="details" open={opens}>
      <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 1 }}>
        {t('resources.topics.form.further')}
      </Box>
      <FieldGrid>
        <EnumField
          source="confidentiality"
          of="Confidentiality"
          values={CONFIDENTIALITIES}
          label={label('confidentiality')}
        />
        <PersonOfSchool schoolId={schoolId} source="leadId" label={label('lead')} />
        <BooleanInput source="twoThirds" label={label('twoThirds')} helperText={false} />
        <BooleanInput source="important" label={label('important')} helperText={false} />
      </FieldGrid>
    </Box>
  );
};

interface TopicFieldsProps {
  readonly schoolId: string;
  readonly types: readonly MatterFields[];
  readonly opensFurther?: boolean;
}

/** The fields of a topic: what it is, for which meeting, and what its matter asks to be said. */
export const TopicFields = ({ schoolId, types, opensFurther = false }: TopicFieldsProps) => {
  const t = useText();
  const label = useLabel();
  const matterCode = useWatch({ name: 'matterCode' }) as string | null;
  const matter = types.find(({ code }) => code === matterCode);
  return (
    <>
      <TextField source="title" label={label('title')} max={200} isRequired autoFocus />
      <MatterPicker types={types} />
      <MeetingFields matter={matter} />
      <LinkFields schoolId={schoolId} />
      <TextField
        source="body"
        label={label('body')}
        helperText={t('resources.topics.form.bodyHelp')}
        max={20_000}
        rows={5}
      />
      <MatterQuestions matter={matter} />
      <FurtherFields schoolId={schoolId} opens={opensFurther} />
    </>
  );
};
