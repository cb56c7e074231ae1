import { useState } from 'react';
import { CONSULTATION_OPINIONS, headPostOf, whyNotHead, type Actor } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import {
  CivilDateInput,
  ErrorNotice,
  Section,
  StatusPill,
  useDayShown,
  useWords,
  type Tone,
} from '../../components/index.js';
import { useWrite, type SchemaType } from '../../data/index.js';
import { formatDay, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, EnumField, TextField } from '../parts/index.js';
import { PersonOfSchool } from './PeoplePicker.js';
import { AcceptChangesMutation, ConfirmPaperOpinionMutation, StatePaperOpinionMutation } from './topic-acts.graphql.js';
import type { Consultation, Topic } from './topic.graphql.js';

const TONES: Readonly<Record<SchemaType<'ConsultationOpinion'>, Tone>> = {
  AGREE: 'green',
  AGREE_WITH_CHANGES: 'yellow',
  DISAGREE: 'red',
};

const StateDialog = ({ topic, onClose }: { readonly topic: Topic; readonly onClose: () => void }) => {
  const t = useText();
  const notify = useNotify();
  const today = useDayShown();
  const { mutateAsync } = useWrite(StatePaperOpinionMutation);
  const label = (field: 'person' | 'opinion' | 'text' | 'answeredOn') => t(`resources.topics.consultation.${field}`);
  return (
    <ActionDialog title={t('resources.topics.consultation.stateTitle')} onClose={onClose}>
      <ActionForm
        initial={{ personId: null, opinion: null, text: null, answeredOn: today }}
        submitLabel={t('common.save')}
        onCancel={onClose}
        onSubmit={async ({ personId, opinion, text, answeredOn }) => {
          await mutateAsync({ input: { topicId: topic.id, personId, opinion, text, answeredOn } });
          notify(t('resources.topics.consultation.stateDone'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">{t('resources.topics.consultation.stateText')}</Typography>
        <PersonOfSchool schoolId={topic.school?.id ?? ''} source="personId" label={label('person')} isRequired />
        <EnumField
          source="opinion"
          of="ConsultationOpinion"
          values={CONSULTATION_OPINIONS}
          label={label('opinion')}
          isRequired
        />
        <CivilDateInput source="answeredOn" label={label('answeredOn')} isRequired />
        <TextField source="text" label={label('text')} max={2000} rows={3} />
      </ActionForm>
    </ActionDialog>
  );
};

interface RoundProps {
  readonly round: Consultation;
  /** The proposer or the head may take the changes in. */
  readonly mayAccept: boolean;
}

const RoundActs = ({ round, mayAccept }: RoundProps) => {
  const t = useText();
  const notify = useNotify();
  const accept = useWrite(AcceptChangesMutation);
  const confirm = useWrite(ConfirmPaperOpinionMutation);
  const input = { id: round.id, expectedVersion: round.version };
  const isPaper = round.toMe && round.statedOnPaper && round.confirmedAt === null;
  const hasChanges = round.opinion === 'AGREE_WITH_CHANGES' && round.changesAcceptedAt === null;
  const run = (write: typeof accept | typeof confirm, done: 'acceptDone' | 'confirmDone') =>
    void write.mutateAsync({ input }).then(
      () => notify(t(`resources.topics.consultation.${done}`), { type: 'success' }),
      () => undefined,
    );
  return (
    <Box className="no-print">
      {isPaper && (
        <Button
          variant="contained"
          loading={confirm.isPending}
          onClick={() => run(confirm, 'confirmDone')}
          sx={{ minHeight: 44 }}
        >
          {t('resources.topics.consultation.confirmPaper')}
        </Button>
      )}
      {hasChanges && mayAccept && (
        <Button
          variant="contained"
          loading={accept.isPending}
          onClick={() => run(accept, 'acceptDone')}
          sx={{ minHeight: { xs: 44, sm: 0 } }}
        >
          {t('resources.topics.consultation.accept')}
        </Button>
      )}
      <ErrorNotice error={accept.error ?? confirm.error} />
    </Box>
  );
};

const Round = ({ round, mayAccept }: RoundProps) => {
  const { t, word } = useWords();
  const { opinion, text, statedOnPaper, statedByName, confirmedAt, changesAcceptedByName } = round;
  const paper = confirmedAt
    ? t('resources.topics.consultation.confirmedPaper')
    : t('resources.topics.consultation.paper', { name: statedByName ?? '' });
  return (
    <Box component="li" sx={{ paddingBlock: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
          {t('resources.topics.consultation.round', { round: round.round })}
        </Typography>
        <span>
          {t('resources.topics.consultation.to', { post: word('Post', round.toPost), name: round.toPersonName })}
        </span>
        {opinion ? (
          <StatusPill tone={TONES[opinion]}>{word('ConsultationOpinion', opinion)}</StatusPill>
        ) : (
          <StatusPill tone="blue">{t('resources.topics.consultation.waiting')}</StatusPill>
        )}
        <Typography variant="caption" color="text.secondary">
          {t('resources.topics.consultation.askedBy', { name: round.askedByName })} {formatDay(round.askedAt)}
        </Typography>
      </Box>
      {text && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
          {text}
        </Typography>
      )}
      {statedOnPaper && <Typography variant="caption">{paper}</Typography>}
      {changesAcceptedByName && (
        <StatusPill tone="green">
          {t('resources.topics.consultation.accepted', { name: changesAcceptedByName })}
        </StatusPill>
      )}
      <RoundActs round={round} mayAccept={mayAccept} />
    </Box>
  );
};

interface ConsultationSectionProps {
  readonly topic: Topic;
  readonly actor: Actor;
  readonly mayPrepare: boolean;
  readonly mayPropose: boolean;
}

/** 会前意见: the rounds in which the other side was heard, each as it was said. */
export const ConsultationSection = ({ topic, actor, mayPrepare, mayPropose }: ConsultationSectionProps) => {
  const t = useText();
  const [states, setStates] = useState(false);
  const { consultations, consultedSide, proposedByMe, meetingKind } = topic;
  const isHead = whyNotHead(actor, headPostOf(meetingKind)) === null;
  const paper = mayPrepare && consultedSide !== null && (
    <Button size="small" className="no-print" onClick={() => setStates(true)}>
      {t('resources.topics.consultation.state')}
    </Button>
  );
  const nothing = consultedSide === null ? 'notNeeded' : 'none';
  return (
    <Section title={t('resources.topics.consultation.title')} aside={paper}>
      {consultations.length === 0 && (
        <Typography variant="body2">{t(`resources.topics.consultation.${nothing}`)}</Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {consultations.map((round) => (
          <Round key={round.id} round={round} mayAccept={mayPropose && (isHead || proposedByMe)} />
        ))}
      </Box>
      {states && <StateDialog topic={topic} onClose={() => setStates(false)} />}
    </Section>
  );
};
