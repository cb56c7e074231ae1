import { useState } from 'react';
import { Box, Button } from '@mui/material';
import {
  checkName,
  CivilDate,
  EmptyState,
  EnumText,
  ErrorNotice,
  LoadingBlock,
  PathLink,
  StatusPill,
} from '../../components/index.js';
import { showPath, useOperation } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import { HeldBackQuery, type HeldBackEntry } from './procedure.graphql.js';

type Row = HeldBackEntry & { readonly id: string };

const PAGE = 20;

interface HeldBackTableProps {
  readonly schoolId?: string;
  readonly tenantId?: string;
}

const Subject = ({ row }: { readonly row: Row }) => {
  if (row.kind === 'TOPIC_HELD_BACK') return <PathLink to={showPath('topics', row.subjectId)}>{row.title}</PathLink>;
  const meetingId = row.meetingId ?? row.subjectId;
  return <PathLink to={showPath('meetings', meetingId)}>{row.title}</PathLink>;
};

/** Of a meeting the reason is a code and what was written beside it. */
const Reason = ({ row }: { readonly row: Row }) => {
  const t = useText();
  const word = useEnumWords();
  const [, code, note] = /^(\w+): ([^]*)$/.exec(row.reason) ?? [];
  if (row.kind !== 'MEETING_NOT_HELD' || !code) return row.reason || t('common.none');
  return t('common.inParens', { text: word('NotHeldReason', code), note: note ?? '' });
};

function useHeldBackColumns({ schoolId: only }: HeldBackTableProps): readonly Column<Row>[] {
  const t = useText();
  const label = (field: 'what' | 'school' | 'kind' | 'on' | 'reason' | 'missing' | 'now') =>
    t(`pages.procedure.fields.${field}`);
  const school: Column<Row> = {
    key: 'school',
    label: label('school'),
    render: ({ schoolId, schoolName }) => (
      <PathLink to={showPath('schools', schoolId, 'procedure')}>{schoolName ?? t('common.none')}</PathLink>
    ),
  };
  return [
    { key: 'what', label: label('what'), isTitle: true, render: (row) => <Subject row={row} /> },
    ...(only ? [] : [school]),
    { key: 'kind', label: label('kind'), render: ({ kind }) => <EnumText of="HeldBackKind" value={kind} /> },
    { key: 'on', label: label('on'), render: ({ on }) => <CivilDate value={on} /> },
    { key: 'reason', label: label('reason'), render: (row) => <Reason row={row} /> },
    {
      key: 'missing',
      label: label('missing'),
      render: ({ checkIds }) =>
        checkIds.map((id) => checkName(id, t)).join(t('common.listSeparator')) || t('common.none'),
    },
    {
      key: 'now',
      label: label('now'),
      render: ({ open }) =>
        open ? (
          <StatusPill tone="yellow">{t('pages.procedure.stillOpen')}</StatusPill>
        ) : (
          <StatusPill tone="green">{t('pages.procedure.settled')}</StatusPill>
        ),
    },
  ];
}

/** 搁置台账: what was held back, and why. */
export const HeldBackTable = ({ schoolId, tenantId }: HeldBackTableProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const columns = useHeldBackColumns({ schoolId });
  const [first, setFirst] = useState(PAGE);
  const variables = { schoolId, tenantId, first, offset: 0 };
  const { data, error } = useOperation(HeldBackQuery, variables, { keepPrevious: true });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  const { nodes, totalCount } = data.heldBack;
  if (nodes.length === 0) return <EmptyState title={t('pages.procedure.nothingHeldBack')} />;
  const rows = nodes.map((entry) => ({ ...entry, id: `${entry.kind} ${entry.subjectId} ${entry.on}` }));
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <Box>
      <Rows caption={t('pages.procedure.heldBackCaption')} rows={rows} columns={columns} />
      {totalCount > nodes.length && (
        <Button onClick={() => setFirst(first + PAGE)}>
          {t('pages.procedure.more', { shown: nodes.length, count: totalCount })}
        </Button>
      )}
    </Box>
  );
};
