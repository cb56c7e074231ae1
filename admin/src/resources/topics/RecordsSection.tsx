import { useState } from 'react';
import { Box, Button, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { CivilDate, Section, StatusPill, useWords } from '../../components/index.js';
import { useWrite, type SchemaType } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField } from '../parts/index.js';
import { RecordDialog } from './RecordDialog.js';
import { SignCommunicationMutation, SupersedeTopicRecordMutation } from './topic-acts.graphql.js';
import type { Topic, TopicRecord } from './topic.graphql.js';

type Kind = SchemaType<'TopicRecordKind'>;

const KINDS: readonly Kind[] = [
  ...(['PROPOSAL', 'INVESTIGATION', 'COMMUNICATION', 'CADRE_DELIBERATION', 'INDIVIDUAL_DELIBERATION'] as const),
  ...(['HEARING', 'EXPERT', 'TECHNICAL', 'POLICY', 'LEGAL'] as const),
];

interface DialogProps {
  readonly record: TopicRecord;
  readonly onClose: () => void;
}

const SupersedeDialog = ({ record, onClose }: DialogProps) => {
  const { t, word } = useWords();
  const notify = useNotify();
  const { mutateAsync } = useWrite(SupersedeTopicRecordMutation);
  const { id, version, kind } = record;
  return (
    <ActionDialog
      title={t('resources.topics.records.supersedeTitle', { kind: word('TopicRecordKind', kind) })}
      onClose={onClose}
    >
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t('resources.topics.records.supersede')}
        isGrave
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await mutateAsync({ input: { id, expectedVersion: version, reason: String(reason ?? '') } });
          notify(t('resources.topics.records.supersedeDone'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">{t('resources.topics.records.supersedeText')}</Typography>
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

const SignDialog = ({ record, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(SignCommunicationMutation);
  return (
    <ActionDialog title={t('resources.topics.records.signTitle')} onClose={onClose}>
      <ActionForm
        initial={{}}
        submitLabel={t('resources.topics.records.sign')}
        onCancel={onClose}
        onSubmit={async () => {
          await mutateAsync({ input: { recordId: record.id, expectedVersion: record.version } });
          notify(t('resources.topics.records.signDone'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">{record.result}</Typography>
        <Typography variant="body2">{t('resources.topics.records.signText')}</Typography>
      </ActionForm>
    </ActionDialog>
  );
};

/** Both sides sign that there is no major disagreement, each under the own account. */
const Signatures = ({ record }: { readonly record: TopicRecord }) => {
  const { t, word } = useWords();
  if (record.kind !== 'COMMUNICATION') return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
      <StatusPill tone={record.agreed ? 'green' : 'red'}>
        {t(record.agreed ? 'resources.topics.records.agreed' : 'resources.topics.records.disagreed')}
      </StatusPill>
      {record.signatures.map(({ personName, post, signedOn }) => (
        <Typography key={personName} component="span" variant="body2">
          {t('resources.topics.records.signed', { post: word('Post', post), name: personName, date: signedOn })}
        </Typography>
      ))}
      {record.agreed && record.signatures.length === 0 && (
        <Typography component="span" variant="body2">
          {t('resources.topics.records.unsigned')}
        </Typography>
      )}
    </Box>
  );
};

const Facts = ({ record }: { readonly record: TopicRecord }) => {
  const { t, word } = useWords();
  const { channel, audience, approved, participantNames, recordedByName, result, supersededReason } = record;
  const passed = approved === null ? null : t(`resources.topics.records.${approved ? 'approved' : 'notApproved'}`);
  const how = [channel && word('HearingChannel', channel), audience && word('HearingAudience', audience), passed];
  const names = participantNames.join(t('common.listSeparator'));
  return (
    <>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
        {result}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ margin: 0 }}>
        {[
          ...how.filter(Boolean),
          ...(names ? [t('resources.topics.records.participants', { names })] : []),
          t('resources.topics.records.by', { name: recordedByName }),
        ].join(' · ')}
      </Typography>
      {supersededReason && (
        <StatusPill tone="grey">{t('resources.topics.records.supersededFor', { reason: supersededReason })}</StatusPill>
      )}
    </>
  );
};

interface RowProps {
  readonly record: TopicRecord;
  readonly mayPrepare: boolean;
  readonly maySign: boolean;
}

const RecordRow = ({ record, mayPrepare, maySign }: RowProps) => {
  const { t, word } = useWords();
  const [open, setOpen] = useState<'supersede' | 'sign' | null>(null);
  const isCurrent = record.supersededAt === null;
  const close = () => setOpen(null);
  const kind = word('TopicRecordKind', record.kind);
  return (
    <Box component="li" sx={{ paddingBlock: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
          {kind}
        </Typography>
        <CivilDate value={record.heldOn} />
        {isCurrent && maySign && (
          <Button
            size="small"
            variant="contained"
            onClick={() => setOpen('sign')}
            sx={{ minHeight: { xs: 44, sm: 0 } }}
          >
            {t('resources.topics.records.sign')}
          </Button>
        )}
        {isCurrent && mayPrepare && (
          <Button
            size="small"
            className="no-print"
            aria-label={`${t('resources.topics.records.supersede')} ${kind}`}
            onClick={() => setOpen('supersede')}
          >
            {t('resources.topics.records.supersede')}
          </Button>
        )}
      </Box>
      <Signatures record={record} />
      <Facts record={record} />
      {open === 'supersede' && <SupersedeDialog record={record} onClose={close} />}
      {open === 'sign' && <SignDialog record={record} onClose={close} />}
    </Box>
  );
};

const AddButton = ({ topic }: { readonly topic: Topic }) => {
  const t = useText();
  const word = useEnumWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [kind, setKind] = useState<Kind | null>(null);
  return (
    <>
      <Button
        size="small"
        className="no-print"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('resources.topics.records.add')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {KINDS.map((one) => (
          <MenuItem
            key={one}
            onClick={() => {
              setAnchor(null);
              setKind(one);
            }}
          >
            <ListItemText primary={word('TopicRecordKind', one)} />
          </MenuItem>
        ))}
      </Menu>
      {kind && <RecordDialog topic={topic} kind={kind} onClose={() => setKind(null)} />}
    </>
  );
};

interface RecordsSectionProps {
  readonly topic: Topic;
  readonly mayPrepare: boolean;
  readonly mayAnswer: boolean;
}

/** 会前记录: what was done to prepare the topic; what was replaced folds away. */
export const RecordsSection = ({ topic, mayPrepare, mayAnswer }: RecordsSectionProps) => {
  const t = useText();
  const [showsOld, setShowsOld] = useState(false);
  const { records, waitsForMe } = topic;
  const current = records.filter(({ supersededAt }) => supersededAt === null);
  const old = records.length - current.length;
  const communication = current.filter(({ kind }) => kind === 'COMMUNICATION').at(-1);
  const signs = (record: TopicRecord) =>
    mayAnswer && waitsForMe && record === communication && record.agreed === true && !record.signedByMe;
  return (
    <Section title={t('resources.topics.records.title')} aside={mayPrepare && <AddButton topic={topic} />}>
      {records.length === 0 && <Typography variant="body2">{t('resources.topics.records.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {(showsOld ? records : current).map((record) => (
          <RecordRow key={record.id} record={record} mayPrepare={mayPrepare} maySign={signs(record)} />
        ))}
      </Box>
      {old > 0 && (
        <Button size="small" aria-expanded={showsOld} onClick={() => setShowsOld(!showsOld)}>
          {showsOld
            ? t('resources.topics.records.hideSuperseded')
            : t('resources.topics.records.superseded', { count: old })}
        </Button>
      )}
    </Section>
  );
};
