import { useState } from 'react';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import {
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { ErrorNotice } from '../../components/index.js';
import { downloadFile } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import type { ImportKind } from './preview.type.js';

const ACCEPT = '.xlsx,.csv,.xls';

interface KindChoiceProps {
  readonly kind: ImportKind;
  readonly kinds: readonly ImportKind[];
  readonly onChange: (kind: ImportKind) => void;
}

const KindChoice = ({ kind, kinds, onChange }: KindChoiceProps) => {
  const t = useText();
  const word = useEnumWords();
  return (
    <FormControl>
      <FormLabel id="import-kind">{t('resources.imports.columns.kind')}</FormLabel>
      <RadioGroup
        row
        aria-labelledby="import-kind"
        value={kind}
        onChange={(_, value) => onChange(kinds.find((one) => one === value) ?? kind)}
      >
        {kinds.map((one) => (
          <FormControlLabel key={one} value={one} control={<Radio size="small" />} label={word('ImportKind', one)} />
        ))}
      </RadioGroup>
    </FormControl>
  );
};

const Template = ({ kind }: { readonly kind: ImportKind }) => {
  const t = useText();
  const word = useEnumWords();
  const [error, setError] = useState<unknown>(null);
  const fetchTemplate = () =>
    downloadFile(
      `/files/imports/template?kind=${kind}`,
      t('resources.imports.templateFile', { kind: word('ImportKind', kind) }),
    ).then(() => setError(null), setError);
  return (
    <>
      <Button onClick={() => void fetchTemplate()}>{t('resources.imports.template')}</Button>
      <ErrorNotice error={error} />
    </>
  );
};

/** The button is the browser's own file input under our paint: one click opens it, and it is a control by itself. */
const focused = { outline: '2px solid currentColor', outlineOffset: '2px' } as const;

interface DropZoneProps {
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Choose a file, or drop one; the button does all that dragging does. */
const DropZone = ({ isBusy, onFile }: DropZoneProps) => {
  const t = useText();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
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
        padding: 4,
        textAlign: 'center',
      }}
    >
      <Box sx={{ position: 'relative', display: 'inline-flex', borderRadius: 1, '&:focus-within': focused }}>
        <Button
          component="span"
          variant="contained"
          startIcon={<UploadIcon />}
          loading={isBusy}
          tabIndex={-1}
          aria-hidden
        >
          {t('resources.imports.choose')}
        </Button>
        <input
          type="file"
          accept={ACCEPT}
          disabled={isBusy}
          aria-label={t('resources.imports.choose')}
          style={{ position: 'absolute', inset: 0, width: '100%', opacity: 0, cursor: 'pointer' }}
          onChange={({ target }) => {
            take(target.files);
            // the same file again is chosen again
            target.value = '';
          }}
        />
      </Box>
      <Typography variant="body2" sx={{ marginTop: 1 }}>
        {t('resources.imports.drop')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('resources.imports.limits')}
      </Typography>
    </Box>
  );
};

interface UploadStepProps extends KindChoiceProps, DropZoneProps {
  readonly dataAsOf: string;
  readonly onDataAsOf: (day: string) => void;
}

/** Step 1: which kind of table, as of which day, and the file. */
export const UploadStep = ({ kind, kinds, onChange, dataAsOf, onDataAsOf, isBusy, onFile }: UploadStepProps) => {
  const t = useText();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <KindChoice kind={kind} kinds={kinds} onChange={onChange} />
        {kind !== 'MEETINGS' && (
          <TextField
            type="date"
            label={t('resources.imports.columns.dataAsOf')}
            value={dataAsOf}
            onChange={({ target }) => onDataAsOf(target.value)}
            helperText={t('resources.imports.dataAsOfHelp')}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        )}
        <Template kind={kind} />
      </Box>
      {kind === 'MEETINGS' && <Typography variant="body2">{t('resources.imports.meetingsHelp')}</Typography>}
      <DropZone isBusy={isBusy} onFile={onFile} />
      <Typography variant="body2" color="textSecondary">
        {t('resources.imports.nothingStored')}
      </Typography>
    </Box>
  );
};
