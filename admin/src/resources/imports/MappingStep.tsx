import { useState } from 'react';
import {
  Alert,
  Autocomplete,
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  Tab,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tabs,
  TextField,
  Typography,
} from '@mui/material';
import { ScrollTable, StatusPill } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { SENSITIVE, type ColumnTarget, type Preview, type PreviewSheet, type SheetChoice } from './preview.type.js';
import { useFieldName } from './use-field-name.js';

interface TargetProps {
  readonly header: string;
  readonly target: ColumnTarget;
  readonly fields: readonly string[];
  readonly onChange: (target: ColumnTarget) => void;
}

/** Which field a column holds. A sensitive one stays dropped, whatever anybody wants. */
const Target = ({ header, target, fields, onChange }: TargetProps) => {
  const t = useText();
  const nameOf = useFieldName();
  if (target === SENSITIVE) return <StatusPill tone="red">{t('resources.imports.sensitive')}</StatusPill>;
  return (
    <Autocomplete
      size="small"
      options={[...fields]}
      value={target}
      onChange={(_, field) => onChange(field)}
      getOptionLabel={nameOf}
      sx={{ minWidth: 190 }}
      renderInput={(params) => (
        <TextField
          {...params}
          margin="none"
          placeholder={t('resources.imports.unmapped')}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': t('resources.imports.targetOf', { header }) },
          }}
        />
      )}
    />
  );
};

interface SheetProps {
  readonly sheet: PreviewSheet;
  readonly choice: SheetChoice;
  readonly fields: readonly string[];
  readonly onChange: (choice: SheetChoice) => void;
  /** Reads the sheet again with another header. */
  readonly onHeader: (rows: readonly number[]) => void;
}

const HeaderRows = ({ choice, onHeader }: Pick<SheetProps, 'choice' | 'onHeader'>) => {
  const t = useText();
  const [text, setText] = useState(choice.headerRows.join(', '));
  const rows = text.split(/\D+/).filter(Boolean).map(Number);
  return (
    <Box
      component="form"
      sx={{ display: 'flex', gap: 1, alignItems: 'center' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (rows.length > 0) onHeader(rows);
      }}
    >
      <TextField
        label={t('resources.imports.headerRows')}
        value={text}
        margin="none"
        sx={{ width: 130 }}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" disabled={rows.length === 0 || rows.join() === choice.headerRows.join()}>
        {t('resources.imports.readAgain')}
      </Button>
    </Box>
  );
};

const MappingTable = ({ sheet, choice, fields, onChange }: Omit<SheetProps, 'onHeader'>) => {
  const t = useText();
  const headerEnd = sheet.headerRows.at(-1) ?? 0;
  const rows = sheet.preview.filter(({ row }) => row > headerEnd).slice(0, 20);
  const targetOf = (column: number) => choice.columns.find((one) => one.column === column)?.target ?? null;
  const setTarget = (column: number, target: ColumnTarget) =>
    onChange({ ...choice, columns: choice.columns.map((one) => (one.column === column ? { column, target } : one)) });
  return (
    <ScrollTable caption={t('resources.imports.mappingCaption', { sheet: sheet.sheet })}>
      <TableHead>
        <TableRow>
          <TableCell scope="col">{t('resources.imports.row')}</TableCell>
          {sheet.columns.map(({ column, letter, header }) => (
            <TableCell key={column} scope="col" sx={{ verticalAlign: 'top', minWidth: 200 }}>
              <Typography variant="caption" component="div" color="textSecondary">
                {letter}
              </Typography>
              <Box sx={{ marginBottom: 0.5 }}>{header || t('common.none')}</Box>
              <Target
                header={header || letter}
                target={targetOf(column)}
                fields={fields}
                onChange={(target) => setTarget(column, target)}
              />
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ row, cells }) => (
          <TableRow key={row}>
            <TableCell component="th" scope="row">
              {row}
            </TableCell>
            {sheet.columns.map(({ column }, index) => (
              <TableCell key={column} sx={{ whiteSpace: 'pre-line' }}>
                {cells[index]}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </ScrollTable>
  );
};

const Sheet = (props: SheetProps) => {
  const t = useText();
  const { sheet, choice, onChange, onHeader } = props;
  const unmapped = sheet.columns.filter(
    ({ column, header }) => header && (choice.columns.find((one) => one.column === column)?.target ?? null) === null,
  );
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', paddingTop: 1 }}>
        <FormControlLabel
          control={<Checkbox checked={choice.include} onChange={(_, include) => onChange({ ...choice, include })} />}
          label={t('resources.imports.include', { sheet: sheet.sheet, count: sheet.rowCount })}
        />
        {sheet.hidden && <StatusPill tone="yellow">{t('resources.imports.hidden')}</StatusPill>}
        <HeaderRows key={choice.headerRows.join()} choice={choice} onHeader={onHeader} />
      </Box>
      {sheet.title && <Typography variant="body2">{sheet.title}</Typography>}
      {choice.include && unmapped.length > 0 && (
        <Alert severity="warning">
          {t('resources.imports.unmappedColumns', {
            columns: unmapped.map(({ header }) => header).join(t('common.listSeparator')),
          })}
        </Alert>
      )}
      <MappingTable {...props} />
    </Box>
  );
};

interface MappingStepProps {
  readonly preview: Preview;
  readonly choices: readonly SheetChoice[];
  readonly onChange: (choices: readonly SheetChoice[]) => void;
  readonly onHeader: (sheet: string, rows: readonly number[]) => void;
}

/** Steps 2 and 3: which sheets, where the header is, which column holds what. */
export const MappingStep = ({ preview, choices, onChange, onHeader }: MappingStepProps) => {
  const t = useText();
  const first = choices.findIndex(({ include }) => include);
  const [index, setIndex] = useState(Math.max(0, first));
  const sheet = preview.sheets[index];
  const choice = choices[index];
  if (!sheet || !choice) return null;
  const change = (next: SheetChoice) => onChange(choices.map((one, at) => (at === index ? next : one)));
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {preview.sheets.length > 1 && (
        <Tabs
          value={index}
          onChange={(_, next: number) => setIndex(next)}
          variant="scrollable"
          aria-label={t('resources.imports.sheets')}
        >
          {preview.sheets.map((one, at) => (
            <Tab
              key={one.sheet}
              label={choices[at]?.include ? one.sheet : t('resources.imports.leftOut', { sheet: one.sheet })}
            />
          ))}
        </Tabs>
      )}
      <Sheet
        key={sheet.sheet}
        sheet={sheet}
        choice={choice}
        fields={preview.fields}
        onChange={change}
        onHeader={(rows) => onHeader(sheet.sheet, rows)}
      />
    </Box>
  );
};
