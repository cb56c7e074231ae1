import { useState } from 'react';
import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { Title, useNavigate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { ErrorNotice, useDayShown } from '../../components/index.js';
import { showPath, uploadForm, useAbility, useUnsavedForm } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ImportSteps } from './ImportSteps.js';
import { MappingStep } from './MappingStep.js';
import { choiceOf, type ImportKind, type Preview, type SheetChoice } from './preview.type.js';
import { UploadStep } from './UploadStep.js';
import { useImportRights } from './use-import-rights.js';

interface Upload {
  readonly kind: ImportKind;
  readonly file: File;
  readonly choices: readonly SheetChoice[];
  readonly dataAsOf: string;
}

function formOf({ kind, file, choices, dataAsOf }: Upload): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('dataAsOf', dataAsOf);
  if (choices.length > 0) form.set('choices', JSON.stringify(choices));
  form.set('file', file, file.name);
  return form;
}

/** The day that the file itself names, where the user has named none. */
const asOfOf = ({ sheets }: Preview): string | null =>
  sheets.find(({ include, asOf }) => include && asOf?.precision === 'day')?.asOf?.on ?? null;

/** One upload from its file to its batch. */
function useUpload(kind: ImportKind) {
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [choices, setChoices] = useState<readonly SheetChoice[]>([]);
  const [dataAsOf, setDataAsOf] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await work().catch(setError);
    setBusy(false);
  };
  const read = (next: File, asked: readonly SheetChoice[]) =>
    busily(async () => {
      const form = formOf({ kind, file: next, choices: asked, dataAsOf });
      const found = await uploadForm<Preview>('/files/imports/preview', form);
      setFile(next);
      setPreview(found);
      setChoices(found.sheets.map(choiceOf));
      setDataAsOf((day) => day || asOfOf(found) || '');
    });
  const stage = () =>
    busily(async () => {
      if (!file) return;
      const submission = [kind, dataAsOf, file.name, file.size, file.lastModified, JSON.stringify(choices)].join(' ');
      const form = formOf({ kind, file, choices, dataAsOf });
      const { batchId } = await uploadForm<{ batchId: string }>('/files/imports', form, submission);
      setPreview(null);
      navigate(showPath('imports', batchId));
    });
  const header = (sheet: string, headerRows: readonly number[]) => {
    // the columns of another header are for the server to find
    const asked = choices.map((choice) => (choice.sheet === sheet ? { ...choice, headerRows, columns: [] } : choice));
    if (file) void read(file, asked);
  };
  const back = () => setPreview(null);
  return { file, preview, choices, setChoices, dataAsOf, setDataAsOf, error, isBusy, read, stage, header, back };
}

const MappingButtons = ({ upload }: { readonly upload: ReturnType<typeof useUpload> }) => {
  const t = useText();
  const included = upload.choices.some(({ include }) => include);
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1,
        justifyContent: 'flex-end',
        position: 'sticky',
        bottom: 0,
        paddingBlock: 1,
        backgroundColor: 'background.paper',
        zIndex: 2,
      }}
    >
      <Button onClick={upload.back}>{t('common.back')}</Button>
      <Button variant="contained" loading={upload.isBusy} disabled={!included} onClick={() => void upload.stage()}>
        {t('resources.imports.check')}
      </Button>
    </Box>
  );
};

/** What most files of a county are; a school has one kind. */
const usual = (kinds: readonly ImportKind[]): ImportKind => (kinds.includes('ROSTER') ? 'ROSTER' : 'MEETINGS');

/** 新建导入: upload, then sheets, header and mapping. Nothing is stored before the rows are checked. */
export const ImportCreate = () => {
  const t = useText();
  const today = useDayShown();
  const { can } = useAbility();
  const { kinds } = useImportRights();
  const [params] = useSearchParams();
  const [chosen, setKind] = useState<ImportKind | null>(null);
  const kind = kinds.find((one) => one === (chosen ?? params.get('kind'))) ?? usual(kinds);
  const upload = useUpload(kind);
  const { preview, file, error } = upload;
  useUnsavedForm({ isDirty: preview !== null });
  if (!can('create', 'Import')) return <Alert severity="warning">{t('errors.FORBIDDEN')}</Alert>;
  return (
    <Paper variant="outlined" sx={{ padding: 2, minWidth: 0 }}>
      <Title title={t('resources.imports.create')} preferenceKey={false} />
      <ImportSteps current={preview ? 'mapping' : 'upload'} />
      <ErrorNotice error={error} />
      {!preview && (
        <UploadStep
          kind={kind}
          kinds={kinds}
          onChange={setKind}
          dataAsOf={upload.dataAsOf}
          onDataAsOf={upload.setDataAsOf}
          isBusy={upload.isBusy}
          onFile={(chosen) => void upload.read(chosen, [])}
        />
      )}
      {preview && file && (
        <>
          <Typography variant="body2" role="status">
            {t('resources.imports.read', { file: file.name, date: upload.dataAsOf || today })}
          </Typography>
          {!upload.choices.some(({ include }) => include) && (
            <Alert severity="error">{t('resources.imports.noSheet')}</Alert>
          )}
          <MappingStep
            preview={preview}
            choices={upload.choices}
            onChange={upload.setChoices}
            onHeader={upload.header}
          />
          <MappingButtons upload={upload} />
        </>
      )}
    </Paper>
  );
};
