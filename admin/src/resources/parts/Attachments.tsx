import { useState } from 'react';
import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { ErrorNotice, Section, StatusPill } from '../../components/index.js';
import { downloadFile, queryClient, useWrite, type SchemaType } from '../../data/index.js';
import { formatDay, formatNumber, useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog } from './ActionDialog.js';
import { ActionForm } from './ActionForm.js';
import { SupersedeAttachmentMutation, type AttachmentRow } from './attachment.graphql.js';
import { OneSelect, useEnumChoices } from './EnumSelect.js';
import { FileDrop } from './FileDrop.js';
import { ReasonField } from './fields.js';
import { StagedFiles } from './StagedFiles.js';
import { useUploads } from './use-uploads.js';

type Kind = SchemaType<'AttachmentKind'>;

const Withdraw = ({ row }: { readonly row: AttachmentRow }) => {
  const t = useText();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = useWrite(SupersedeAttachmentMutation);
  const close = () => setOpen(false);
  const { id, name, version } = row;
  return (
    <>
      <Button size="small" aria-label={t('common.attachments.supersede', { name })} onClick={() => setOpen(true)}>
        {t('common.attachments.supersedeShort')}
      </Button>
      {open && (
        <ActionDialog title={t('common.attachments.supersedeTitle', { name })} onClose={close}>
          <ActionForm
            initial={{ reason: null }}
            submitLabel={t('common.attachments.supersedeShort')}
            isGrave
            onCancel={close}
            onSubmit={async ({ reason }) => {
              await mutateAsync({ input: { id, reason: String(reason ?? ''), expectedVersion: version } });
              notify(t('common.attachments.supersedeDone'), { type: 'success' });
              close();
            }}
          >
            <Typography variant="body2">{t('common.attachments.supersedeText')}</Typography>
            <ReasonField />
          </ActionForm>
        </ActionDialog>
      )}
    </>
  );
};

const Row = ({ row, mayWithdraw }: { readonly row: AttachmentRow; readonly mayWithdraw: boolean }) => {
  const t = useText();
  const word = useEnumWords();
  const [error, setError] = useState<unknown>(null);
  const { name, kind, size, createdByName, createdAt, supersededAt, supersededReason, downloadPath } = row;
  const download = () => downloadFile(downloadPath, name).then(() => setError(null), setError);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        aria-label={t('common.attachments.download', { name })}
        onClick={() => void download()}
        sx={{
          textAlign: 'start',
          overflowWrap: 'anywhere',
          minHeight: { xs: 44, sm: 0 },
          textDecoration: supersededAt ? 'line-through' : undefined,
        }}
      >
        {name}
      </Button>
      <Typography variant="caption" color="text.secondary">
        {word('AttachmentKind', kind)} · {t('common.attachments.size', { size: formatNumber(Math.ceil(size / 1024)) })}{' '}
        · {t('common.attachments.by', { name: createdByName, date: formatDay(createdAt) })}
      </Typography>
      {supersededAt && (
        <StatusPill tone="grey">{t('common.attachments.superseded', { reason: supersededReason ?? '' })}</StatusPill>
      )}
      {mayWithdraw && !supersededAt && <Withdraw row={row} />}
      <ErrorNotice error={error} />
    </Box>
  );
};

interface UploadProps {
  readonly subject: string;
  readonly kinds: readonly Kind[];
}

/** Chosen files go at once: what they belong to is there. */
const Upload = ({ subject, kinds }: UploadProps) => {
  const t = useText();
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'PAPER');
  const uploads = useUploads(kind);
  const choices = useEnumChoices('AttachmentKind', kinds);
  const waiting = uploads.files.filter(({ state }) => state === 'WAITING' || state === 'FAILED');
  const isBusy = uploads.files.some(({ state }) => state === 'SENDING');
  const send = () =>
    uploads
      .send(subject)
      .catch(() => undefined)
      .finally(() => void queryClient.invalidateQueries());
  return (
    <Box className="no-print" sx={{ display: 'grid', gap: 1, marginTop: 1 }}>
      {kinds.length > 1 && (
        <Box>
          <OneSelect
            label={t('common.attachments.kind')}
            isRequired
            choices={choices}
            value={kind}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
          />
        </Box>
      )}
      <FileDrop onFiles={uploads.add} isBusy={isBusy} />
      <StagedFiles files={uploads.files} onRemove={uploads.remove} />
      {waiting.length > 0 && !isBusy && (
        <Box>
          <Button variant="contained" onClick={() => void send()}>
            {t('common.attachments.send')}
          </Button>
        </Box>
      )}
    </Box>
  );
};

interface AttachmentsProps {
  readonly title: string;
  readonly rows: readonly AttachmentRow[];
  /** Given: more may be added to this. */
  readonly upload?: UploadProps | null;
  readonly help?: string;
}

/** 附件: what is attached, with its download; more by choosing or dropping; nothing is deleted, only withdrawn with a reason. */
export const Attachments = ({ title, rows, upload, help }: AttachmentsProps) => {
  const t = useText();
  return (
    <Section title={title}>
      {help && (
        <Typography variant="body2" color="text.secondary">
          {help}
        </Typography>
      )}
      {rows.length === 0 && <Typography variant="body2">{t('common.attachments.none')}</Typography>}
      {rows.length > 0 && (
        <Box
          component="ul"
          aria-label={t('common.attachments.caption')}
          sx={{ listStyle: 'none', margin: 0, padding: 0 }}
        >
          {rows.map((row) => (
            <Row key={row.id} row={row} mayWithdraw={Boolean(upload)} />
          ))}
        </Box>
      )}
      {upload && <Upload {...upload} />}
    </Section>
  );
};
