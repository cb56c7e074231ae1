import { useState } from 'react';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { EnumText, PathLink, StatusPill } from '../../components/index.js';
import { showPath } from '../../data/index.js';
import { formatDateTime, useText } from '../../i18n/index.js';
import { ActionDialog, Facts } from '../parts/index.js';
import type { AuditRow } from './audit.graphql.js';
import { changesOf, type FieldChange } from './diff.js';
import { useAuditWords } from './use-audit-words.js';

const DiffTable = ({ changes }: { readonly changes: readonly FieldChange[] }) => {
  const t = useText();
  const words = useAuditWords();
  return (
    <Table size="small" aria-label={t('resources.audit.diff')}>
      <TableHead>
        <TableRow>
          <TableCell scope="col">{t('resources.audit.columns.field')}</TableCell>
          <TableCell scope="col">{t('resources.audit.columns.before')}</TableCell>
          <TableCell scope="col">{t('resources.audit.columns.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ field, before, after, isChanged }) => (
          <TableRow key={field}>
            <TableCell component="th" scope="row">
              {words.field(field)} {isChanged && <StatusPill tone="blue">{t('resources.audit.changed')}</StatusPill>}
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{words.value(field, before)}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{words.value(field, after)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

const EntryFacts = ({ entry }: { readonly entry: AuditRow }) => {
  const t = useText();
  const words = useAuditWords();
  const { at, actor, role, tenant, schoolId, reason, requestId, ip } = entry;
  return (
    <Facts
      facts={[
        { label: t('resources.audit.columns.at'), value: formatDateTime(at) },
        { label: t('resources.audit.columns.actor'), value: actor },
        { label: t('resources.audit.columns.role'), value: <EnumText of="Role" value={role} /> },
        { label: t('resources.audit.columns.tenant'), value: tenant.name },
        { label: t('resources.audit.columns.subject'), value: words.subject(entry) },
        {
          label: t('resources.audit.columns.school'),
          value: schoolId ? (
            <PathLink to={showPath('schools', schoolId)}>{t('resources.audit.openSchool')}</PathLink>
          ) : (
            t('common.none')
          ),
        },
        { label: t('common.reason'), value: reason ?? t('common.none') },
        { label: t('resources.audit.columns.ip'), value: ip ?? t('common.none') },
        { label: t('errors.requestId'), value: requestId },
      ]}
    />
  );
};

/** 详情 of an entry: who, when, from where, and field by field what was and what is. */
export const AuditDetails = ({ entry }: { readonly entry: AuditRow }) => {
  const t = useText();
  const words = useAuditWords();
  const [open, setOpen] = useState(false);
  const changes = changesOf(entry.before, entry.after);
  const action = words.action(entry.action);
  return (
    <>
      <Button
        size="small"
        sx={{ minWidth: 0, paddingInline: 0.75 }}
        aria-label={`${t('common.details')} ${action} ${formatDateTime(entry.at)}`}
        onClick={() => setOpen(true)}
      >
        {t('common.details')}
      </Button>
      {open && (
        <ActionDialog title={action} onClose={() => setOpen(false)} width="md">
          <Box sx={{ display: 'grid', gap: 2, paddingBottom: 2 }}>
            <EntryFacts entry={entry} />
            {changes.length > 0 && <DiffTable changes={changes} />}
          </Box>
        </ActionDialog>
      )}
    </>
  );
};
