import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, AlertTitle, Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { isServerError } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionForm, type ActionFormProps } from './ActionForm.js';

/** What the record says now, and its version. */
interface Recorded {
  readonly version: number;
  readonly values: FieldValues;
}

interface FieldShown {
  readonly name: string;
  readonly label: string;
  readonly show?: (value: unknown) => string;
}

interface VersionedFormProps extends Omit<ActionFormProps, 'initial' | 'onSubmit' | 'explain'> {
  /** Follows the server: another version than the form was opened with means that somebody else was faster. */
  readonly latest: Recorded;
  /** What the form sets beside the record (reason, date of effect). */
  readonly extra?: FieldValues;
  /** What is compared. */
  readonly fields: readonly FieldShown[];
  readonly onSubmit: (values: FieldValues, expectedVersion: number) => Promise<unknown>;
}

interface ConflictProps {
  readonly opened: Recorded;
  readonly latest: Recorded;
  readonly fields: readonly FieldShown[];
  readonly onSettle: () => void;
}

const same = (a: unknown, b: unknown): boolean => (a ?? '') === (b ?? '');

/** Both versions side by side: what was recorded meanwhile, and what was typed here. */
const Conflict = ({ opened, latest, fields, onSettle }: ConflictProps) => {
  const t = useText();
  const { getValues, reset, setValue } = useFormContext();
  const mine = getValues();
  const different = fields.filter(
    ({ name }) => !same(latest.values[name], opened.values[name]) || !same(latest.values[name], mine[name]),
  );
  const isMine = (name: string): boolean => !same(mine[name], opened.values[name]);
  // what was not touched here is nobody's wish to set back
  const keep = () => {
    for (const { name } of fields) if (!isMine(name)) setValue(name, latest.values[name]);
    onSettle();
  };
  const take = () => {
    reset({ ...mine, ...latest.values });
    onSettle();
  };
  return (
    <Alert severity="warning" variant="outlined" sx={{ marginBlock: 1, '& .MuiAlert-message': { width: '100%' } }}>
      <AlertTitle>{t('resources.shared.conflict.title')}</AlertTitle>
      {t('resources.shared.conflict.text')}
      <Table size="small" aria-label={t('resources.shared.conflict.title')}>
        <TableHead>
          <TableRow>
            <TableCell scope="col">{t('resources.shared.conflict.field')}</TableCell>
            <TableCell scope="col">{t('resources.shared.conflict.latest')}</TableCell>
            <TableCell scope="col">{t('resources.shared.conflict.mine')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {different.map(({ name, label, show = (value) => String(value ?? t('common.none')) }) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {label}
              </TableCell>
              <TableCell>{show(latest.values[name])}</TableCell>
              <TableCell>{isMine(name) ? show(mine[name]) : t('resources.shared.conflict.untouched')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Box sx={{ display: 'flex', gap: 1, marginTop: 1 }}>
        <Button variant="outlined" onClick={keep}>
          {t('resources.shared.conflict.keepMine')}
        </Button>
        <Button variant="outlined" onClick={take}>
          {t('resources.shared.conflict.takeLatest')}
        </Button>
      </Box>
    </Alert>
  );
};

/** A form on a versioned record. A conflict keeps what was typed and shows both versions. */
export const VersionedForm = ({ latest, extra, fields, onSubmit, children, ...form }: VersionedFormProps) => {
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(latest);
  const [conflicts, setConflicts] = useState(false);
  const submit = async (values: FieldValues) => {
    try {
      await onSubmit(values, opened.version);
    } catch (error) {
      if (isServerError(error) && error.code === 'CONFLICT') {
        await queryClient.invalidateQueries();
        setConflicts(true);
      }
      throw error;
    }
  };
  const settle = () => {
    setOpened(latest);
    setConflicts(false);
  };
  return (
    <ActionForm {...form} initial={{ ...latest.values, ...extra }} onSubmit={submit}>
      {children}
      {conflicts && latest.version !== opened.version && (
        <Conflict opened={opened} latest={latest} fields={fields} onSettle={settle} />
      )}
    </ActionForm>
  );
};
