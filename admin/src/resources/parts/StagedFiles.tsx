import RemoveIcon from '@mui/icons-material/Close';
import { Alert, Box, IconButton, LinearProgress, Typography } from '@mui/material';
import { ErrorNotice, StatusPill } from '../../components/index.js';
import { isServerError } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import type { StagedFile } from './use-uploads.js';

/** Why a document was not taken; a page of Excel would be no help here. */
const UploadRefusal = ({ error }: { readonly error: unknown }) => {
  const t = useText();
  const code = isServerError(error) ? error.code : null;
  if (code === 'FILE_UNREADABLE') return <Alert severity="error">{t('common.attachments.unreadable')}</Alert>;
  if (code === 'FILE_TOO_LARGE') return <Alert severity="error">{t('common.attachments.tooLarge')}</Alert>;
  return <ErrorNotice error={error} />;
};

const State = ({ staged }: { readonly staged: StagedFile }) => {
  const t = useText();
  const { state, share, file } = staged;
  if (state === 'DONE') return <StatusPill tone="green">{t('common.attachments.done')}</StatusPill>;
  if (state === 'FAILED') return <StatusPill tone="red">{t('common.attachments.failed')}</StatusPill>;
  if (state === 'WAITING') return <StatusPill tone="grey">{t('common.attachments.waiting')}</StatusPill>;
  return (
    <LinearProgress
      variant="determinate"
      value={100 * share}
      aria-label={t('common.attachments.progress', { name: file.name })}
      sx={{ flex: '1 1 80px' }}
    />
  );
};

interface StagedFilesProps {
  readonly files: readonly StagedFile[];
  readonly onRemove: (key: string) => void;
}

/** The files that were chosen, how far each is, and why one was refused. */
export const StagedFiles = ({ files, onRemove }: StagedFilesProps) => {
  const t = useText();
  if (files.length === 0) return null;
  return (
    <Box component="ul" aria-label={t('common.attachments.caption')} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {files.map((staged) => (
        <Box component="li" key={staged.key} sx={{ paddingBlock: 0.5 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {staged.file.name}
            </Typography>
            <State staged={staged} />
            {(staged.state === 'WAITING' || staged.state === 'FAILED') && (
              <IconButton
                size="small"
                aria-label={t('common.attachments.remove', { name: staged.file.name })}
                onClick={() => onRemove(staged.key)}
              >
                <RemoveIcon fontSize="small" />
              </IconButton>
            )}
          </Box>
          <UploadRefusal error={staged.error} />
        </Box>
      ))}
    </Box>
  );
};
