import { HEARING_AUDIENCES, HEARING_CHANNELS } from '@zhixiao/domain';
import { RadioButtonGroupInput, required, useNotify } from 'react-admin';
import { CivilDateInput, useDayShown } from '../../components/index.js';
import { useWrite, type SchemaType } from '../../data/index.js';
import { useEnumWords, useText, type TextKey } from '../../i18n/index.js';
import { ActionDialog, ActionForm, EnumField, FieldGrid, TextField, YesNoField } from '../parts/index.js';
import { PeoplePicker } from './PeoplePicker.js';
import { AddTopicRecordMutation } from './topic-acts.graphql.js';
import type { Topic } from './topic.graphql.js';

type Kind = SchemaType<'TopicRecordKind'>;
type Input = SchemaType<'AddTopicRecordInput'>;

/** 酝酿 has participants: without them it was none. */
const WITH_PARTICIPANTS: readonly Kind[] = ['CADRE_DELIBERATION', 'INDIVIDUAL_DELIBERATION'];

const must = required();

const HearingFields = () => {
  const t = useText();
  const label = (field: 'channel' | 'audience' | 'approved') => t(`resources.topics.records.fields.${field}`);
  return (
    <FieldGrid>
      <EnumField source="channel" of="HearingChannel" values={HEARING_CHANNELS} label={label('channel')} isRequired />
      <EnumField
        source="audience"
        of="HearingAudience"
        values={HEARING_AUDIENCES}
        label={label('audience')}
        isRequired
      />
      <YesNoField source="approved" label={label('approved')} />
    </FieldGrid>
  );
};

const AgreedField = () => {
  const t = useText();
  return (
    <RadioButtonGroupInput
      source="agreed"
      label={t('resources.topics.records.fields.agreed')}
      choices={[
        { id: 'true', name: t('resources.topics.records.agreed') },
        { id: 'false', name: t('resources.topics.records.disagreed') },
      ]}
      translateChoice={false}
      format={(value: boolean | null) => (value === null || value === undefined ? '' : String(value))}
      parse={(text: string) => text === 'true'}
      validate={must}
      helperText={false}
    />
  );
};

interface RecordDialogProps {
  readonly topic: Topic;
  readonly kind: Kind;
  readonly onClose: () => void;
}

/** One thing that was done to prepare the topic. Papers go with the topic's attachments. */
export const RecordDialog = ({ topic, kind, onClose }: RecordDialogProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(AddTopicRecordMutation);
  const label = (field: string) => t(`resources.topics.records.fields.${field}` as TextKey);
  return (
    <ActionDialog
      title={t('resources.topics.records.addTitle', { kind: word('TopicRecordKind', kind) })}
      onClose={onClose}
    >
      <ActionForm
        initial={{
          ...{ heldOn: topic.paperOn ?? today, result: null, participantIds: null },
          ...{ channel: null, audience: null, approved: null, agreed: null },
        }}
        submitLabel={t('resources.topics.records.add')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await mutateAsync({ input: { ...values, result: values['result'] ?? '', topicId: topic.id, kind } as Input });
          notify(t('resources.topics.records.done'), { type: 'success' });
          onClose();
        }}
      >
        <CivilDateInput source="heldOn" label={label('heldOn')} isRequired />
        {kind === 'HEARING' && <HearingFields />}
        {kind === 'COMMUNICATION' && <AgreedField />}
        <PeoplePicker
          schoolId={topic.school?.id ?? ''}
          source="participantIds"
          label={label('participantIds')}
          isRequired={WITH_PARTICIPANTS.includes(kind)}
        />
        <TextField source="result" label={label('result')} max={5000} rows={4} isRequired />
      </ActionForm>
    </ActionDialog>
  );
};
