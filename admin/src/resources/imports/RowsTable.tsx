import { useState } from 'react';
import { Box, Button, TablePagination, Typography } from '@mui/material';
import { EmptyState, ErrorNotice, LoadingBlock, StatusPill, type Tone } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useEnumWords, useText, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import { CleanedRecord } from './CleanedRecord.js';
import { FixDialog } from './FixDialog.js';
import { textsOf, type Outcome } from './import-counts.js';
import { ImportRowsQuery, type Batch, type ImportRow } from './import.graphql.js';
import { cellsInOrder, fieldsBySheet } from './row-fields.js';
import { useFieldName } from './use-field-name.js';
import { useOutcomeWord } from './use-outcome-word.js';

const PAGE = 50;

type Order = ReturnType<typeof fieldsBySheet>;

const TONES: Readonly<Record<Outcome, Tone>> = {
  IMPORTED: 'green',
  REJECTED: 'red',
  DUPLICATE: 'yellow',
  VACANCY: 'blue',
  IGNORED: 'grey',
};

/** Codes in words; one of a later version is shown as it is. */
function useIssueWords() {
  const t = useText();
  return (area: 'reasons' | 'warnings', code: string): string =>
    code in zhCN.imports[area] ? t(`imports.${area}.${code}` as TextKey) : t('imports.unknown', { code });
}

const Issues = ({ row }: { readonly row: ImportRow }) => {
  const words = useIssueWords();
  if (row.reasons.length + row.warnings.length === 0) return '';
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, minWidth: 180 }}>
      {row.reasons.map((code) => (
        <Box component="li" key={code} sx={{ color: row.outcome === 'REJECTED' ? 'error.main' : undefined }}>
          {words('reasons', code)}
        </Box>
      ))}
      {row.warnings.map((code) => (
        <Box component="li" key={code} sx={{ color: 'warning.main' }}>
          {words('warnings', code)}
        </Box>
      ))}
    </Box>
  );
};

/** Cells as the file has them, with what was typed instead. */
const Cells = ({ row, order }: { readonly row: ImportRow; readonly order: Order }) => {
  const nameOf = useFieldName();
  const edits = textsOf(row.edits);
  return (
    <Typography variant="caption" component="div" sx={{ minWidth: 240, maxWidth: 420, whiteSpace: 'pre-line' }}>
      {cellsInOrder(row, order).map(([field, text]) => (
        <Box key={field} component="span" sx={{ display: 'inline-block', marginInlineEnd: 1 }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {nameOf(field)}
          </Box>{' '}
          {field in edits ? (
            <>
              <del>{text}</del> <ins>{edits[field]}</ins>
            </>
          ) : (
            text
          )}
        </Box>
      ))}
    </Typography>
  );
};

interface RowsTableProps {
  readonly batch: Batch;
  readonly outcome: Outcome | null;
  /** Rows can still be put right. */
  readonly canFix: boolean;
}

function useRowColumns(
  { kind, mapping, status }: Batch,
  onFix: ((row: ImportRow) => void) | null,
): readonly Column<ImportRow>[] {
  const t = useText();
  const word = useEnumWords();
  const outcomeWord = useOutcomeWord(status);
  const order = fieldsBySheet(mapping);
  const label = (column: 'place' | 'outcome' | 'issues' | 'original' | 'cleaned') =>
    t(`resources.imports.rows.${column}`);
  const columns: readonly Column<ImportRow>[] = [
    {
      key: 'place',
      label: label('place'),
      isTitle: true,
      render: ({ sheet, row }) => (
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {t('resources.imports.rows.at', { sheet, row })}
        </Box>
      ),
    },
    {
      key: 'outcome',
      label: label('outcome'),
      render: ({ outcome, change }) => (
        <>
          <StatusPill tone={TONES[outcome]}>{outcomeWord(outcome)}</StatusPill>
          {change !== 'NONE' && <Typography variant="caption"> {word('ImportChange', change)}</Typography>}
        </>
      ),
    },
    { key: 'issues', label: label('issues'), render: (row) => <Issues row={row} /> },
    { key: 'original', label: label('original'), render: (row) => <Cells row={row} order={order} /> },
    { key: 'cleaned', label: label('cleaned'), render: (row) => <CleanedRecord kind={kind} row={row} /> },
  ];
  if (!onFix) return columns;
  const fix: Column<ImportRow> = {
    key: 'fix',
    label: t('resources.shared.actions'),
    render: (row) => (
      <Button
        size="small"
        sx={{ minWidth: 0, paddingInline: 0.75 }}
        aria-label={`${t('resources.imports.fix.short')} ${t('resources.imports.rows.at', { sheet: row.sheet, row: row.row })}`}
        onClick={() => onFix(row)}
      >
        {t('resources.imports.fix.short')}
      </Button>
    ),
  };
  return [...columns, fix];
}

/** The rows of a batch: original, cleaned value, and why. */
export const RowsTable = ({ batch, outcome, canFix }: RowsTableProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const [page, setPage] = useState(0);
  const [fixed, setFixed] = useState<ImportRow | null>(null);
  const columns = useRowColumns(batch, canFix ? setFixed : null);
  const variables = { id: batch.id, outcome, first: PAGE, offset: page * PAGE };
  const { data, error } = useOperation(ImportRowsQuery, variables, { keepPrevious: true });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  const { nodes = [], totalCount = 0 } = data.importBatch?.rows ?? {};
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <>
      {nodes.length === 0 && <EmptyState title={t('resources.imports.rows.none')} />}
      {nodes.length > 0 && <Rows caption={t('resources.imports.rows.caption')} rows={nodes} columns={columns} />}
      {totalCount > PAGE && (
        <TablePagination
          component="div"
          count={totalCount}
          page={page}
          rowsPerPage={PAGE}
          rowsPerPageOptions={[PAGE]}
          onPageChange={(_, next) => setPage(next)}
          getItemAriaLabel={(type) => t(`resources.shared.pages.${type}`)}
          labelDisplayedRows={({ from, to, count }) => t('resources.shared.pages.range', { from, to, count })}
        />
      )}
      {fixed && <FixDialog batch={batch} row={fixed} onClose={() => setFixed(null)} />}
    </>
  );
};
