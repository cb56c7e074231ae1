import { Box, Typography } from '@mui/material';
import { CivilDate, EnumText, PathLink, StatusPill } from '../../components/index.js';
import { showPath } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import type { CancelledRow } from './cancel.graphql.js';

type Row = CancelledRow & { readonly id: string };

/** Whose record it is: a school's names the person, a person's the school. */
type Holder = 'school' | 'person';

const Whose = ({ row, of }: { readonly row: Row; readonly of: Holder }) => {
  const t = useText();
  if (of === 'school') return row.personName;
  return row.school ? <PathLink to={showPath('schools', row.school.id)}>{row.school.name}</PathLink> : t('common.none');
};

function useColumns(of: Holder): readonly Column<Row>[] {
  const t = useText();
  const label = (field: 'person' | 'school' | 'post' | 'startsOn' | 'documentNo') =>
    t(`resources.appointments.fields.${field}`);
  return [
    {
      key: 'whose',
      label: label(of === 'school' ? 'person' : 'school'),
      isTitle: true,
      render: (row) => <Whose row={row} of={of} />,
    },
    { key: 'post', label: label('post'), render: ({ post }) => <EnumText of="Post" value={post} /> },
    {
      key: 'startsOn',
      label: label('startsOn'),
      render: ({ startsOn, startPrecision }) => (
        <s>
          <CivilDate value={startsOn} precision={startPrecision} />
        </s>
      ),
    },
    { key: 'documentNo', label: label('documentNo'), render: ({ documentNo }) => documentNo ?? t('common.none') },
    {
      key: 'cancelledOn',
      label: t('resources.appointments.cancel.cancelledOn'),
      render: ({ cancelledOn }) => (
        <StatusPill tone="grey">
          {t('resources.appointments.cancel.cancelled')} <CivilDate value={cancelledOn} />
        </StatusPill>
      ),
    },
    { key: 'reason', label: t('common.reason'), render: ({ cancelReason }) => cancelReason ?? t('common.none') },
  ];
}

interface CancelledSeatsProps {
  readonly rows: readonly CancelledRow[];
  readonly of: Holder;
}

/** 已取消的任命: what was announced and never began, beside the appointments that did. Nothing where there is none. */
export const CancelledSeats = ({ rows, of }: CancelledSeatsProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const columns = useColumns(of);
  if (rows.length === 0) return null;
  const Rows = isPhone ? RowCards : RowTable;
  const caption = t('resources.appointments.cancel.caption');
  return (
    <Box sx={{ marginTop: 2, minWidth: 0 }}>
      <Typography variant="h3">{caption}</Typography>
      <Rows caption={caption} rows={rows.map((row) => ({ ...row, id: row.appointmentId }))} columns={columns} />
    </Box>
  );
};
