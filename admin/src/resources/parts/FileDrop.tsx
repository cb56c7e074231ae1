import { useState } from 'react';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useText } from '../../i18n/index.js';

/** What the server takes; it looks at the bytes itself. */
const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.ofd';

/** The button is the browser's own file input under our paint: one click opens it, and it is a control by itself. */
const focused = { outline: '2px solid currentColor', outlineOffset: '2px' } as const;

interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly isBusy?: boolean;
}

/** Choose documents, or drop them; the button does all that dragging does. */
export const FileDrop = ({ onFiles, isBusy = false }: FileDropProps) => {
  const t = useText();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      sx={{
        border: '2px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        borderRadius: 1,
        padding: 1.5,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
      }}
    >
      <Box sx={{ position: 'relative', display: 'inline-flex', borderRadius: 1, '&:focus-within': focused }}>
        <Button
          component="span"
          variant="outlined"
          startIcon={<UploadIcon />}
          loading={isBusy}
          tabIndex={-1}
          aria-hidden
        >
          {t('common.attachments.choose')}
        </Button>
        <input
          type="file"
          multiple
          accept={ACCEPT}
          disabled={isBusy}
          aria-label={t('common.attachments.choose')}
          style={{ position: 'absolute', inset: 0, width: '100%', opacity: 0, cursor: 'pointer' }}
          onChange={({ target }) => {
            take(target.files);
            // the same file again is chosen again
            target.value = '';
          }}
        />
      </Box>
      <Typography variant="body2">{t('common.attachments.drop')}</Typography>
      <Typography variant="caption" color="text.secondary">
        {t('common.attachments.limits')}
      </Typography>
    </Box>
  );
};
