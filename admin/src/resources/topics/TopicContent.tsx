import type { MatterType } from '@zhixiao/domain';
import { Alert, Box, Typography } from '@mui/material';
import { CivilDate, EnumText, PathLink, Section, StatusPill, useWords } from '../../components/index.js';
import { showPath } from '../../data/index.js';
import { formatDay, formatNumber } from '../../i18n/index.js';
import { Facts, type Fact } from '../parts/index.js';
import type { Topic } from './topic.graphql.js';

const Confirmed = ({ topic }: { readonly topic: Topic }) => {
  const { t, word } = useWords();
  const { confirmedByName, confirmedAs, confirmedAt, selfConfirmed, confirmedActing } = topic;
  if (confirmedByName === null) return t('common.none');
  return (
    <>
      {t('resources.topics.confirmedBy', {
        name: confirmedByName,
        post: word('HeadPost', confirmedAs),
        date: formatDay(confirmedAt),
      })}{' '}
      {selfConfirmed && <StatusPill tone="yellow">{t('resources.topics.selfConfirmed')}</StatusPill>}
      {confirmedActing && <StatusPill tone="blue">{t('resources.topics.acting')}</StatusPill>}
    </>
  );
};

/** Decisions that it made, that it carries out, that it changes. */
function useDecisionFacts({ implementsDecisionId, reconsidersDecisionId, decisions }: Topic): readonly Fact[] {
  const { t } = useWords();
  const link = (id: string) => <PathLink to={showPath('decisions', id)}>{t('resources.topics.decision')}</PathLink>;
  return [
    ...(implementsDecisionId
      ? [{ label: t('resources.topics.fields.implements'), value: link(implementsDecisionId) }]
      : []),
    ...(reconsidersDecisionId
      ? [{ label: t('resources.topics.fields.reconsiders'), value: link(reconsidersDecisionId) }]
      : []),
    ...decisions.map(({ id, number, title }) => ({
      label: number,
      value: <PathLink to={showPath('decisions', id)}>{title}</PathLink>,
    })),
  ];
}

function useTopicFacts(topic: Topic): readonly Fact[] {
  const { t, word } = useWords();
  const none = t('common.none');
  const label = (field: FactName) => t(`resources.topics.fields.${field}`);
  const matter = (topic.matter ?? {}) as Partial<MatterType>;
  const yesNo = (value: boolean | null, preset: boolean | null) => {
    if (value !== null) return t(value ? 'common.yes' : 'common.no');
    if (preset === null) return t('resources.topics.toBeSaid');
    return t('resources.topics.byCatalogue', { answer: t(preset ? 'common.yes' : 'common.no') });
  };
  const { school, proposerName, proposerPost, audiences, amount } = topic;
  const list = (parts: readonly string[]) => parts.join(t('common.listSeparator')) || none;
  const decisions = useDecisionFacts(topic);
  return [
    {
      label: label('school'),
      value: school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : none,
    },
    { label: label('meetingKind'), value: <EnumText of="MeetingKind" value={topic.meetingKind} /> },
    { label: label('itemKind'), value: <EnumText of="ItemKind" value={topic.itemKind} /> },
    { label: label('matter'), value: topic.matterName },
    { label: label('category'), value: <EnumText of="MatterCategory" value={topic.category} /> },
    { label: label('decider'), value: <EnumText of="Decider" value={topic.decider} /> },
    {
      label: label('proposer'),
      value: proposerName
        ? t('common.inParens', { text: proposerName, note: word('Post', proposerPost) })
        : topic.createdByName,
    },
    { label: label('proposedOn'), value: <CivilDate value={topic.proposedOn} /> },
    { label: label('lead'), value: topic.leadName ?? none },
    { label: label('amount'), value: formatNumber(amount) },
    { label: label('vitalInterest'), value: yesNo(topic.vitalInterest, matter.staffHearing !== 'NONE') },
    { label: label('audiences'), value: list(audiences.map((one) => word('HearingAudience', one))) },
    {
      label: label('specialised'),
      value: yesNo(topic.specialised, matter.expert === 'ASK' ? null : matter.expert === 'ALWAYS'),
    },
    { label: label('confidentiality'), value: <EnumText of="Confidentiality" value={topic.confidentiality} /> },
    { label: label('confirmed'), value: <Confirmed topic={topic} /> },
    ...(topic.paperOn ? [{ label: label('paperOn'), value: <CivilDate value={topic.paperOn} /> }] : []),
    ...decisions,
  ];
}

type FactName =
  | ('school' | 'meetingKind' | 'itemKind' | 'matter' | 'category' | 'decider' | 'proposer' | 'proposedOn' | 'lead')
  | ('amount' | 'vitalInterest' | 'audiences' | 'specialised' | 'confidentiality' | 'confirmed' | 'paperOn');

/** What happened to it that one must know before anything else. */
export const TopicNotices = ({ topic }: { readonly topic: Topic }) => {
  const { t } = useWords();
  const { state, heldBackReason, heldBackOn, returnedReason, withdrawnReason, unscheduledReason } = topic;
  return (
    <>
      {state === 'HELD_BACK' && (
        <Alert severity="error">{t('resources.topics.heldBack', { date: heldBackOn, reason: heldBackReason })}</Alert>
      )}
      {state === 'DRAFT' && returnedReason && (
        <Alert severity="warning">{t('resources.topics.returned', { reason: returnedReason })}</Alert>
      )}
      {withdrawnReason && <Alert severity="info">{t('resources.topics.withdrawn', { reason: withdrawnReason })}</Alert>}
      {unscheduledReason && (
        <Alert severity="info">{t('resources.topics.unscheduled', { reason: unscheduledReason })}</Alert>
      )}
    </>
  );
};

/** 议题内容: what is proposed and why, and what belongs to it. */
export const TopicContent = ({ topic }: { readonly topic: Topic }) => {
  const { t } = useWords();
  const facts = useTopicFacts(topic);
  return (
    <Section title={t('resources.topics.content.title')}>
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {topic.body || t('resources.topics.content.empty')}
      </Typography>
      <Box sx={{ marginTop: 1 }}>
        <Facts facts={facts} />
      </Box>
    </Section>
  );
};
