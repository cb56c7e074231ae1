import { useRef, useState } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { Title, useNavigate, useNotify } from 'react-admin';
import { useFormContext, useFormState, type FieldValues } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { ErrorNotice, LoadingBlock, PathLink } from '../../components/index.js';
import { showPath, useAbility, useOperation, useViewer, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import {
  ActionForm,
  FileDrop,
  StagedFiles,
  useKeepTyped,
  useKeptForm,
  useUploads,
  type KeptForm,
  type Uploads,
} from '../parts/index.js';
import { AskConsultationMutation, ProposeTopicMutation } from './topic-acts.graphql.js';
import { TopicSchoolQuery, type TopicSchool } from './topic-form.graphql.js';
import { TopicFormLayout, usePreview } from './TopicFormLayout.js';
import { contentOf, NEW_TOPIC } from './topic-values.js';

/** What the button means: a draft, a proposal, or a proposal on which the other side is asked at once. */
type Intent = 'DRAFT' | 'PROPOSE' | 'ASK';

interface Begun {
  readonly id: string;
  readonly version: number;
}

/** The steps of a new topic. Each is done once: a retry after a refusal goes on where it stopped. */
function useBegin(schoolId: string, uploads: Uploads) {
  const propose = useWrite(ProposeTopicMutation);
  const ask = useWrite(AskConsultationMutation);
  const begun = useRef<Begun | null>(null);
  const [half, setHalf] = useState<Begun | null>(null);
  const begin = async (values: FieldValues, intent: Intent): Promise<string> => {
    if (!begun.current) {
      const input = { ...contentOf(values), schoolId, draft: intent === 'DRAFT' };
      begun.current = (await propose.mutateAsync({ input })).proposeTopic;
    }
    const { id, version } = begun.current;
    try {
      await uploads.send(id);
      if (intent === 'ASK') await ask.mutateAsync({ input: { id, expectedVersion: version } });
    } catch (error) {
      setHalf(begun.current);
      throw error;
    }
    return id;
  };
  return { begin, half };
}

interface ButtonsProps {
  readonly asked: TopicSchool;
  readonly mayPropose: boolean;
}

/** 存为草稿, 提出, 提出并送对方征求意见: the last one where the matter asks for it. */
const SubmitButtons = ({ asked, mayPropose }: ButtonsProps) => {
  const t = useText();
  const word = useEnumWords();
  const { setValue } = useFormContext();
  const { isSubmitting } = useFormState();
  const side = usePreview(asked).preview?.side ?? null;
  const button = (intent: Intent, label: string, isMain: boolean) => (
    <Button
      type="submit"
      variant={isMain ? 'contained' : 'text'}
      disabled={isSubmitting}
      onClick={() => setValue('intent', intent)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {button('DRAFT', t('resources.topics.form.draft'), !mayPropose)}
      {mayPropose && button('PROPOSE', t('resources.topics.form.submit'), side === null)}
      {mayPropose &&
        side !== null &&
        button('ASK', t('resources.topics.form.submitAndAsk', { side: word('ConsultedSide', side) }), true)}
    </>
  );
};

const KeepTyped = ({ draft }: { readonly draft: KeptForm }) => {
  useKeepTyped(draft);
  return null;
};

const HalfDone = ({ half }: { readonly half: Begun | null }) => {
  const t = useText();
  if (!half) return null;
  return (
    <Alert severity="warning">
      {t('resources.topics.form.halfDone')}{' '}
      <PathLink to={showPath('topics', half.id)}>{t('resources.topics.form.seeTopic')}</PathLink>
    </Alert>
  );
};

interface FormProps {
  readonly asked: TopicSchool;
  readonly schoolId: string;
}

/** A decision page leads here with the decision that is to be reconsidered or carried out. */
function presetOf(params: URLSearchParams): FieldValues {
  const [reconsiders, carriesOut] = [params.get('reconsiders'), params.get('implements')];
  if (reconsiders) return { itemKind: 'RECONSIDERATION', reconsidersDecisionId: reconsiders };
  return carriesOut
    ? { itemKind: 'IMPLEMENTATION', implementsDecisionId: carriesOut, meetingKind: 'PRINCIPAL_OFFICE' }
    : {};
}

const CreateForm = ({ asked, schoolId }: FormProps) => {
  const t = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const { can } = useAbility();
  const [params] = useSearchParams();
  const draft = useKeptForm(`topic.${schoolId}`);
  const uploads = useUploads('PAPER');
  const { begin, half } = useBegin(schoolId, uploads);
  const mayPropose = can('propose', 'Topic', { id: schoolId, schoolId, restricted: false });
  const submit = async (values: FieldValues) => {
    const intent = (values['intent'] ?? 'DRAFT') as Intent;
    const id = await begin(values, intent);
    draft.finish();
    const done = { DRAFT: 'drafted', PROPOSE: 'proposed', ASK: 'proposed' } as const;
    notify(t(`resources.topics.form.${done[intent]}`), { type: 'success' });
    navigate(showPath('topics', id));
  };
  return (
    <ActionForm
      initial={{ ...NEW_TOPIC, ...draft.kept, ...presetOf(params) }}
      submitLabel={null}
      buttons={<SubmitButtons asked={asked} mayPropose={mayPropose} />}
      apiFields={{ leadId: 'leadId' }}
      onCancel={() => navigate('/topics')}
      onSubmit={submit}
    >
      {draft.kept && (
        <Alert severity="info" onClose={draft.forget}>
          {t('resources.topics.form.restored')}
        </Alert>
      )}
      <KeepTyped draft={draft} />
      <TopicFormLayout asked={asked} schoolId={schoolId}>
        <Box component="section" aria-label={t('resources.topics.attachments')} sx={{ marginTop: 1 }}>
          <Typography component="h2" variant="h3">
            {t('resources.topics.attachments')}
          </Typography>
          <FileDrop onFiles={uploads.add} />
          <StagedFiles files={uploads.files} onRemove={uploads.remove} />
        </Box>
      </TopicFormLayout>
      <HalfDone half={half} />
    </ActionForm>
  );
};

/** 新议题: what it is, what its matter asks for, its papers, and the other side asked in the same go. */
export const TopicCreate = () => {
  const t = useText();
  const { historical } = useAbility();
  const schoolId = useViewer()?.grant?.schoolId ?? null;
  const { data, error } = useOperation(TopicSchoolQuery, { id: schoolId ?? '' }, { enabled: schoolId !== null });
  return (
    <>
      <Title title={t('resources.topics.form.title')} preferenceKey={false} />
      {schoolId === null && <Alert severity="warning">{t('resources.topics.school.none')}</Alert>}
      {schoolId !== null && historical && <Alert severity="warning">{t('common.readOnly')}</Alert>}
      <ErrorNotice error={error} />
      {schoolId !== null && !historical && !error && !data && <LoadingBlock />}
      {schoolId !== null && !historical && data && <CreateForm asked={data} schoolId={schoolId} />}
    </>
  );
};
