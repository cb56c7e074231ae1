import { useState } from 'react';
import { headPostOf, statesForTopicAct, whyNotHead, type Actor, type Role } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { ErrorNotice, refusalText, Section, useWords } from '../../components/index.js';
import { isServerError, useAbility, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, LinkButton, ReasonField } from '../parts/index.js';
import { AskDialog } from './AskDialog.js';
import type { TopicGates } from './GatesSection.js';
import { SwitchHint } from './SwitchHint.js';
import { possibleActs, type PossibleAct, type TopicActName } from './possible-acts.js';
import {
  AskConsultationMutation,
  ConfirmTopicMutation,
  ResumeTopicMutation,
  ReturnTopicMutation,
  SubmitTopicMutation,
  WithdrawTopicMutation,
} from './topic-acts.graphql.js';
import type { Topic } from './topic.graphql.js';

/** What the ability asks for each act. */
const ABILITY: Readonly<Record<TopicActName, string>> = {
  ...{ submit: 'propose', change: 'prepare', ask: 'prepare', confirm: 'confirm', return: 'confirm' },
  ...{ withdraw: 'propose', resume: 'propose' },
};

/** The role of the head who confirms the topic, where that is another right than the one in use. */
function otherHead({ meetingKind, state }: Topic, actor: Actor): Role | null {
  const post = headPostOf(meetingKind);
  if (!statesForTopicAct('CONFIRM').includes(state) || whyNotHead(actor, post) === null) return null;
  return post === 'SECRETARY' ? 'Secretary' : 'Principal';
}

/** Nobody is asked twice before an answer. */
function openRound({ consultations }: Topic): Topic['consultations'][number] | null {
  const last = consultations.at(-1);
  return last && last.opinion === null ? last : null;
}

interface DialogProps {
  readonly topic: Topic;
  readonly onClose: () => void;
}

const ConfirmDialog = ({ topic, onClose }: DialogProps) => {
  const { t, word } = useWords();
  const notify = useNotify();
  const { mutateAsync } = useWrite(ConfirmTopicMutation);
  const post = word('HeadPost', headPostOf(topic.meetingKind));
  return (
    <ActionDialog title={t('resources.topics.acts.confirmTitle', { title: topic.title })} onClose={onClose}>
      <ActionForm
        initial={{}}
        submitLabel={t('resources.topics.acts.confirm')}
        onCancel={onClose}
        onSubmit={async () => {
          await mutateAsync({ input: { id: topic.id, expectedVersion: topic.version } });
          notify(t('resources.topics.acts.done.confirm'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">
          {t('resources.topics.acts.confirmText', { post, kind: word('MeetingKind', topic.meetingKind) })}
        </Typography>
      </ActionForm>
    </ActionDialog>
  );
};

interface ReasonDialogProps extends DialogProps {
  readonly act: 'return' | 'withdraw';
}

const ReasonDialog = ({ act, topic, onClose }: ReasonDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const back = useWrite(ReturnTopicMutation);
  const withdraw = useWrite(WithdrawTopicMutation);
  const { mutateAsync } = act === 'return' ? back : withdraw;
  return (
    <ActionDialog title={t(`resources.topics.acts.${act}Title`, { title: topic.title })} onClose={onClose}>
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t(`resources.topics.acts.${act}`)}
        isGrave
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await mutateAsync({ input: { id: topic.id, expectedVersion: topic.version, reason: String(reason ?? '') } });
          notify(t(`resources.topics.acts.done.${act}`), { type: 'success' });
          onClose();
        }}
      >
        {act === 'return' && <Typography variant="body2">{t('resources.topics.acts.returnText')}</Typography>}
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

/** Acts without a question: they are done with the click. */
function useDirectActs(topic: Topic, onSeveral: () => void) {
  const t = useText();
  const notify = useNotify();
  const [error, setError] = useState<unknown>(null);
  const submit = useWrite(SubmitTopicMutation);
  const resume = useWrite(ResumeTopicMutation);
  const ask = useWrite(AskConsultationMutation);
  const writes = { submit, resume, ask };
  const run = (act: keyof typeof writes) => {
    setError(null);
    writes[act].mutateAsync({ input: { id: topic.id, expectedVersion: topic.version } }).then(
      () => notify(t(`resources.topics.acts.done.${act}`), { type: 'success' }),
      (refusal: unknown) => {
        if (isServerError(refusal) && refusal.params['reason'] === 'SEVERAL_TO_ASK') onSeveral();
        else setError(refusal);
      },
    );
  };
  return { run, error, isPending: submit.isPending || resume.isPending || ask.isPending };
}

/** The acts of the state with what stands in the way, the open gates and an unanswered round included. */
function useActs(topic: Topic, gates: TopicGates | null, actor: Actor) {
  const words = useWords();
  const { t } = words;
  const { can } = useAbility();
  const reasonFor = ({ act, why }: PossibleAct): string | null => {
    if (why) return refusalText(why, words) ?? t('errors.FORBIDDEN');
    if (!can(ABILITY[act], 'Topic', topic)) return t('errors.FORBIDDEN');
    const round = openRound(topic);
    if (act === 'ask' && round) {
      return t('resources.topics.acts.waitingFor', { round: round.round, name: round.toPersonName });
    }
    const open = (gates?.confirm ?? []).filter(({ blocks }) => blocks).length;
    return act === 'confirm' && open > 0 ? t('resources.topics.acts.open', { count: open }) : null;
  };
  return possibleActs(topic, actor).map((possible) => ({ act: possible.act, reason: reasonFor(possible) }));
}

interface ActsSectionProps {
  readonly topic: Topic;
  readonly gates: TopicGates | null;
  readonly actor: Actor;
}

/** 办理: what can be done now as buttons; what can't, with the reason in text. */
export const ActsSection = ({ topic, gates, actor }: ActsSectionProps) => {
  const { t, word } = useWords();
  const { historical } = useAbility();
  const [open, setOpen] = useState<'confirm' | 'return' | 'withdraw' | 'ask' | null>(null);
  const { run, error, isPending } = useDirectActs(topic, () => setOpen('ask'));
  const acts = useActs(topic, gates, actor);
  const close = () => setOpen(null);
  const label = (act: TopicActName): string => {
    if (act !== 'ask') return t(`resources.topics.acts.${act}`);
    const side = word('ConsultedSide', topic.consultedSide);
    return t(topic.consultations.length > 0 ? 'resources.topics.acts.askAgain' : 'resources.topics.acts.ask', { side });
  };
  const button = (act: TopicActName) => {
    if (act === 'change') {
      return (
        <LinkButton key={act} to={`/topics/${encodeURIComponent(topic.id)}`} variant="outlined">
          {label(act)}
        </LinkButton>
      );
    }
    const isMain = act === 'confirm' || act === 'submit' || act === 'ask';
    const isDirect = act === 'submit' || act === 'resume' || act === 'ask';
    return (
      <Button
        key={act}
        size="small"
        variant={isMain ? 'contained' : 'outlined'}
        color={act === 'return' || act === 'withdraw' ? 'error' : 'primary'}
        disabled={isPending}
        onClick={() => (isDirect ? run(act) : setOpen(act))}
        sx={{ minHeight: { xs: 44, sm: 0 } }}
      >
        {label(act)}
      </Button>
    );
  };
  if (acts.length === 0) return null;
  if (historical)
    return <Section title={t('resources.topics.acts.title')}>{t('resources.topics.acts.historical')}</Section>;
  const head = otherHead(topic, actor);
  const refused = acts.flatMap(({ act, reason }) => (reason === null ? [] : [{ act, reason }]));
  return (
    <Section title={t('resources.topics.acts.title')}>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {acts.filter(({ reason }) => reason === null).map(({ act }) => button(act))}
      </Box>
      <Box component="ul" sx={{ margin: 0, marginTop: 1, padding: 0, listStyle: 'none' }}>
        {refused.map(({ act, reason }) => (
          <Typography key={act} component="li" variant="body2" color="text.secondary">
            {t('resources.topics.acts.why', { act: label(act), reason })}
          </Typography>
        ))}
      </Box>
      {head && <SwitchHint role={head} schoolId={topic.school?.id ?? null} />}
      <ErrorNotice error={error} />
      {open === 'confirm' && <ConfirmDialog topic={topic} onClose={close} />}
      {(open === 'return' || open === 'withdraw') && <ReasonDialog act={open} topic={topic} onClose={close} />}
      {open === 'ask' && <AskDialog topic={topic} onClose={close} />}
    </Section>
  );
};
