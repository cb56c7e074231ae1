import { TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { EmptyState, PathLink, RolloutPill, ScrollTable, Section } from '../components/index.js';
import { showPath, type LateSchool } from '../data/index.js';
import { formatNumber, useText } from '../i18n/index.js';
import { latePath } from './links.js';

/** 尚未调整的学校, longest in their state first. */
export const LateList = ({ schools }: { readonly schools: readonly LateSchool[] }) => {
  const t = useText();
  return (
    <Section title={t('home.late.title')} aside={<PathLink to={latePath()}>{t('home.late.all')}</PathLink>}>
      {schools.length === 0 && <EmptyState title={t('home.late.none')} />}
      {schools.length > 0 && (
        <ScrollTable caption={t('home.late.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('home.late.school')}</TableCell>
              <TableCell>{t('home.late.county')}</TableCell>
              <TableCell>{t('home.late.state')}</TableCell>
              <TableCell align="right">{t('home.late.days')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {schools.map(({ school, state, days }) => (
              <TableRow key={school.id}>
                <TableCell component="th" scope="row">
                  <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink>
                </TableCell>
                <TableCell>{school.tenant.name}</TableCell>
                <TableCell>
                  <RolloutPill state={state} />
                </TableCell>
                <TableCell align="right">{formatNumber(days)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </ScrollTable>
      )}
    </Section>
  );
};
