import { MEETING_KINDS } from '@zhixiao/domain';
import { CivilDateInput, Section } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { EnumField, FieldGrid, TextField } from '../parts/index.js';
import { TimeField } from './TimeField.js';
import { PersonField } from './PersonField.js';
import { usePaperPeople } from './use-paper-people.js';

/** Kind, day, chair, notice and signatures, as the paper has them. */
export const PaperAbout = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  const people = usePaperPeople(schoolId);
  const plan = (field: 'title' | 'heldOn' | 'startTime' | 'place' | 'recorderName') =>
    t(`resources.meetings.plan.${field}`);
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
        <TextField source="title" label={plan('title')} max={200} />
        <TimeField source="startTime" label={plan('startTime')} />
        <TimeField source="endTime" label={paper('endTime')} />
        <TextField source="place" label={plan('place')} max={200} />
        <PersonField source="chairId" label={paper('chair')} people={people} />
        <TextField source="recorderName" label={plan('recorderName')} />
        <CivilDateInput source="noticeOn" label={paper('noticeOn')} />
        <CivilDateInput source="papersOn" label={paper('papersOn')} />
        <CivilDateInput source="chairSignedOn" label={paper('chairSignedOn')} />
        <CivilDateInput source="recorderSignedOn" label={paper('recorderSignedOn')} />
      </FieldGrid>
    </Section>
  );
};
