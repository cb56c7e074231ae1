import { TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import {
  checkName,
  CivilDate,
  EmptyState,
  EnumText,
  ImportPill,
  NumberLink,
  PathLink,
  ScrollTable,
  Section,
} from '../components/index.js';
import { listPath, showPath, useAbility } from '../data/index.js';
import { formatDateTime, useText } from '../i18n/index.js';
import type { RecentImport, WaitingDeparture } from './home.graphql.js';

interface DeparturesProps {
  readonly departures: readonly WaitingDeparture[];
  readonly total: number;
}

/** 特殊情况待批. */
export const WaitingDepartures = ({ departures, total }: DeparturesProps) => {
  const t = useText();
  const path = listPath('departures', { filter: { status: ['PENDING'] } });
  const aside = total > 0 && <NumberLink to={path} value={total} label={t('home.departures.title')} />;
  return (
    <Section title={t('home.departures.title')} aside={aside}>
      {departures.length === 0 && <EmptyState title={t('home.departures.none')} />}
      {departures.length > 0 && (
        <ScrollTable caption={t('home.departures.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('home.departures.school')}</TableCell>
              <TableCell>{t('home.departures.check')}</TableCell>
              <TableCell>{t('home.departures.reason')}</TableCell>
              <TableCell>{t('home.departures.requestedOn')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {departures.map(({ id, school, checkId, reason, requestedOn }) => (
              <TableRow key={id}>
                <TableCell component="th" scope="row">
                  {school && <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink>}
                </TableCell>
                <TableCell>{checkName(checkId, t)}</TableCell>
                <TableCell>{reason}</TableCell>
                <TableCell>
                  <CivilDate value={requestedOn} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </ScrollTable>
      )}
    </Section>
  );
};

/** 最近导入. */
export const RecentImports = ({ imports }: { readonly imports: readonly RecentImport[] }) => {
  const t = useText();
  const canImport = useAbility().can('create', 'Import');
  const aside = canImport && <PathLink to="/imports/create">{t('home.imports.start')}</PathLink>;
  return (
    <Section title={t('home.imports.title')} aside={aside}>
      {imports.length === 0 && <EmptyState title={t('home.imports.none')} />}
      {imports.length > 0 && (
        <ScrollTable caption={t('home.imports.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('home.imports.file')}</TableCell>
              <TableCell>{t('home.imports.kind')}</TableCell>
              <TableCell>{t('home.imports.status')}</TableCell>
              <TableCell>{t('home.imports.at')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {imports.map(({ id, fileName, kind, status, createdAt }) => (
              <TableRow key={id}>
                <TableCell component="th" scope="row">
                  <PathLink to={showPath('imports', id)}>{fileName}</PathLink>
                </TableCell>
                <TableCell>
                  <EnumText of="ImportKind" value={kind} />
                </TableCell>
                <TableCell>
                  <ImportPill status={status} />
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDateTime(createdAt)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </ScrollTable>
      )}
    </Section>
  );
};
