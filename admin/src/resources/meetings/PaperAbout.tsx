import { MEETING_KINDS } from '@zhixiao/domain';
import { CivilDateInput, Section } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { CountField, EnumField, FieldGrid, ManyField, TextField } from '../parts/index.js';
import { MEETING_MARKS } from './paper-form.js';
import { PersonField, type Colleague } from './PersonField.js';
import { TimeField } from './TimeField.js';

/** Kind, day, chair, notice and signatures, as the paper has them, and what it says was not done. */
export const PaperAbout = ({ people }: { readonly people: readonly Colleague[] }) => {
  const t = useText();
  const plan = (field: 'title' | 'heldOn' | 'startTime' | 'place') => t(`resources.meetings.plan.${field}`);
  const paper = (field: 'endTime' | 'chair' | 'noticeOn' | 'papersOn' | 'chairSignedOn' | 'recorderSignedOn') =>
    t(`pages.enterMeeting.${field}`);
  return (
    <Section title={t('resources.meetings.plan.about')}>
      <FieldGrid columns={3}>
        <EnumField
          source="kind"
          of="MeetingKind"
          values={MEETING_KINDS}
          label={t('resources.meetings.fields.kind')}
          isRequired
        />
        <CivilDateInput source="heldOn" label={plan('heldOn')} isRequired />
        <CountField source="number" label={t('paper.number')} />
        <TextField source="title" label={plan('title')} max={200} />
        <TimeField source="startTime" label={plan('startTime')} />
        <TimeField source="endTime" label={paper('endTime')} />
        <TextField source="place" label={plan('place')} max={200} />
        <PersonField source="chairId" label={paper('chair')} people={people} />
        <PersonField source="delegatedById" label={t('paper.delegatedBy')} people={people} />
        <TextField source="recorderName" label={t('paper.recorder')} />
        <CivilDateInput source="noticeOn" label={paper('noticeOn')} />
        <CivilDateInput source="papersOn" label={paper('papersOn')} />
        <CivilDateInput source="chairSignedOn" label={paper('chairSignedOn')} />
        <CivilDateInput source="recorderSignedOn" label={paper('recorderSignedOn')} />
      </FieldGrid>
      <ManyField
        source="notDone"
        of="MeetingNotDone"
        values={MEETING_MARKS}
        label={t('paper.notDone')}
        helperText={t('paper.notDoneHelp')}
      />
    </Section>
  );
};
