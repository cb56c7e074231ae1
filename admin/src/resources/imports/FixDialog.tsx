import { useNotify } from 'react-admin';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, FieldGrid, TextField } from '../parts/index.js';
import { textsOf } from './import-counts.js';
import { FixImportRowMutation, type Batch, type ImportRow } from './import.graphql.js';
import { cellsInOrder, fieldsBySheet } from './row-fields.js';
import { useFieldName } from './use-field-name.js';

interface FixDialogProps {
  readonly batch: Pick<Batch, 'id' | 'mapping'>;
  readonly row: ImportRow;
  readonly onClose: () => void;
}

/** A field's name may hold dots, which forms take for paths. */
const inputName = (index: number): string => `cell${index}`;

/** 修改: the cells of one row; it is checked again at once, the file stays as it is. */
export const FixDialog = ({ batch, row, onClose }: FixDialogProps) => {
  const t = useText();
  const nameOf = useFieldName();
  const notify = useNotify();
  const { mutateAsync } = useWrite(FixImportRowMutation);
  const texts = { ...textsOf(row.cells), ...textsOf(row.edits) };
  const fields = cellsInOrder({ sheet: row.sheet, cells: texts }, fieldsBySheet(batch.mapping)).map(([field]) => field);
  const initial = Object.fromEntries(fields.map((field, index) => [inputName(index), texts[field]]));
  return (
    <ActionDialog
      title={t('resources.imports.fix.title', { sheet: row.sheet, row: row.row })}
      onClose={onClose}
      width="md"
    >
      <ActionForm
        initial={initial}
        submitLabel={t('resources.imports.fix.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const typed = fields.map((field, index) => [field, values[inputName(index)] ?? null] as const);
          const edits = Object.fromEntries(typed.filter(([field, text]) => (text ?? '') !== texts[field]));
          if (Object.keys(edits).length > 0) {
            const { fixImportRow } = await mutateAsync({ batchId: batch.id, rowId: row.id, edits });
            const isGood = fixImportRow.outcome !== 'REJECTED';
            notify(t(isGood ? 'resources.imports.fix.good' : 'resources.imports.fix.stillBad'), {
              type: isGood ? 'success' : 'warning',
            });
          }
          onClose();
        }}
      >
        <FieldGrid columns={3}>
          {fields.map((field, index) => (
            <TextField key={field} source={inputName(index)} label={nameOf(field)} max={5000} />
          ))}
        </FieldGrid>
      </ActionForm>
    </ActionDialog>
  );
};
