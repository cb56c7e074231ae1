import { useState } from 'react';
import type { Actor, ConsultedSide, Role } from '@zhixiao/domain';
import { Box, Button, Paper, TextField, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { ErrorNotice } from '../../components/index.js';
import { useUnsavedForm, useWrite, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { AnswerConsultationMutation } from './topic-acts.graphql.js';
import { SwitchHint } from './SwitchHint.js';
import type { Consultation, Topic } from './topic.graphql.js';

type Opinion = SchemaType<'ConsultationOpinion'>;

/** Under which right each side answers (SOD-2). */
const ROLE_OF: Readonly<Record<ConsultedSide, Role>> = {
  SECRETARY: 'Secretary',
  PRINCIPAL: 'Principal',
  FULL_TIME_DEPUTY: 'DeputySecretary',
};

/** A finger hits it. */
const TARGET = { minHeight: 44, flex: '1 1 auto', paddingInline: 1, whiteSpace: 'nowrap' } as const;

function useAnswer(round: Consultation) {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync, isPending, error } = useWrite(AnswerConsultationMutation);
  const send = (opinion: Opinion, text: string | null) =>
    mutateAsync({ input: { id: round.id, expectedVersion: round.version, opinion, text } }).then(
      () => notify(t('resources.topics.consultation.done'), { type: 'success' }),
      () => undefined,
    );
  return { send, isPending, error };
}

interface TextStepProps {
  readonly opinion: Exclude<Opinion, 'AGREE'>;
  readonly isPending: boolean;
  readonly onSend: (text: string) => void;
  readonly onBack: () => void;
}

/** Changes and disagreement are said in words. */
const TextStep = ({ opinion, isPending, onSend, onBack }: TextStepProps) => {
  const t = useText();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const isEmpty = text.trim() === '';
  useUnsavedForm({ isDirty: !isEmpty });
  const label = t(`resources.topics.consultation.${opinion === 'DISAGREE' ? 'disagreeText' : 'changesText'}`);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isEmpty) onSend(text.trim());
      }}
    >
      <TextField
        label={label}
        value={text}
        onChange={({ target }) => setText(target.value)}
        multiline
        minRows={3}
        maxRows={8}
        fullWidth
        required
        autoFocus
        error={tried && isEmpty}
        helperText={tried && isEmpty ? t('resources.shared.inputErrors.REQUIRED') : undefined}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button onClick={onBack} sx={TARGET}>
          {t('resources.topics.consultation.back')}
        </Button>
        <Button type="submit" variant="contained" loading={isPending} sx={TARGET}>
          {t('resources.topics.consultation.send')}
        </Button>
      </Box>
    </Box>
  );
};

/** The round that waits for this account; null where none does. */
export function roundForMe({ consultations }: Pick<Topic, 'consultations'>): Consultation | null {
  const last = consultations.at(-1);
  return last?.toMe && last.opinion === null ? last : null;
}

interface AnswerPanelProps {
  readonly round: Consultation;
  readonly actor: Actor;
  readonly schoolId: string | null;
}

/** 请您提出意见: always in reach below the topic, one tap for 同意, words for the others. Only who was asked sees it. */
export const AnswerPanel = ({ round, actor, schoolId }: AnswerPanelProps) => {
  const t = useText();
  const [opinion, setOpinion] = useState<Exclude<Opinion, 'AGREE'> | null>(null);
  const { send, isPending, error } = useAnswer(round);
  const role = ROLE_OF[round.side];
  const isUnderPost = actor.role === role;
  return (
    <Paper
      component="section"
      elevation={6}
      aria-labelledby="answer-title"
      className="no-print"
      sx={{ position: 'sticky', bottom: 0, zIndex: 3, padding: 1.5, borderTop: 3, borderColor: 'primary.main' }}
    >
      <Typography id="answer-title" variant="h2">
        {t('resources.topics.consultation.mine')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {t('resources.topics.consultation.mineText', { name: round.askedByName })}
      </Typography>
      {!isUnderPost && <SwitchHint role={role} schoolId={schoolId} />}
      {isUnderPost && opinion === null && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginTop: 1 }}>
          <Button variant="contained" loading={isPending} onClick={() => void send('AGREE', null)} sx={TARGET}>
            {t('resources.topics.consultation.agree')}
          </Button>
          <Button variant="outlined" onClick={() => setOpinion('AGREE_WITH_CHANGES')} sx={TARGET}>
            {t('resources.topics.consultation.changes')}
          </Button>
          <Button variant="outlined" color="error" onClick={() => setOpinion('DISAGREE')} sx={TARGET}>
            {t('resources.topics.consultation.disagree')}
          </Button>
        </Box>
      )}
      {isUnderPost && opinion !== null && (
        <TextStep
          opinion={opinion}
          isPending={isPending}
          onSend={(text) => void send(opinion, text)}
          onBack={() => setOpinion(null)}
        />
      )}
      <ErrorNotice error={error} />
    </Paper>
  );
};
