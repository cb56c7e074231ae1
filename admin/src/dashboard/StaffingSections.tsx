import { TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import {
  checkName,
  clauseText,
  EmptyState,
  NumberLink,
  ScrollTable,
  Section,
  SeverityPill,
} from '../components/index.js';
import { listPath } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import type { Staffing } from './home.graphql.js';
import { schoolsPath } from './links.js';

type Vacancy = Staffing['vacancies'][number];
type FindingCount = Staffing['findings'][number];

const isFullTimeDeputy = ({ post, fullTime }: Vacancy): boolean => post === 'DEPUTY_SECRETARY' && fullTime === true;

function vacancyPath(vacancy: Vacancy): string {
  return schoolsPath(isFullTimeDeputy(vacancy) ? { lacksFullTimeDeputy: true } : { vacant: [vacancy.post] });
}

/** 空缺岗位 by post. */
export const Vacancies = ({ staffing }: { readonly staffing: Staffing }) => {
  const t = useText();
  const word = useEnumWords();
  const open = staffing.vacancies.filter(({ count }) => count > 0);
  const nameOf = (vacancy: Vacancy) =>
    isFullTimeDeputy(vacancy) ? t('common.fullTimeDeputy') : word('Post', vacancy.post);
  return (
    <Section title={t('home.vacancies.title')}>
      {open.length === 0 && <EmptyState title={t('home.vacancies.none')} />}
      {open.length > 0 && (
        <ScrollTable caption={t('home.vacancies.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('home.vacancies.post')}</TableCell>
              <TableCell align="right">{t('home.vacancies.count')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {open.map((vacancy) => (
              <TableRow key={`${vacancy.post} ${vacancy.fullTime}`}>
                <TableCell component="th" scope="row">
                  {nameOf(vacancy)}
                </TableCell>
                <TableCell align="right">
                  <NumberLink to={vacancyPath(vacancy)} value={vacancy.count} label={nameOf(vacancy)} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </ScrollTable>
      )}
    </Section>
  );
};

const FindingLine = ({ finding }: { readonly finding: FindingCount }) => {
  const t = useText();
  const { checkId, severity, clause, fail, pending } = finding;
  const name = checkName(checkId, t);
  const pendingPath = listPath('departures', { filter: { status: ['PENDING'], checkId } });
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      <TableCell sx={{ minWidth: '9.5em' }}>{clauseText(clause, t)}</TableCell>
      <TableCell>
        <SeverityPill severity={severity} />
      </TableCell>
      <TableCell align="right">
        <NumberLink
          to={schoolsPath({ failing: [checkId] })}
          value={fail}
          label={`${name} ${t('home.findings.fail')}`}
        />
      </TableCell>
      <TableCell align="right">
        <NumberLink to={pendingPath} value={pending} label={`${name} ${t('home.findings.pending')}`} />
      </TableCell>
    </TableRow>
  );
};

/** 班子配备检查: how many schools do not meet which check. */
export const FindingCounts = ({ staffing }: { readonly staffing: Staffing }) => {
  const t = useText();
  const open = staffing.findings.filter(({ fail, pending }) => fail + pending > 0);
  return (
    <Section title={t('home.findings.title')}>
      {open.length === 0 && <EmptyState title={t('home.findings.none')} />}
      {open.length > 0 && (
        <ScrollTable caption={t('home.findings.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('home.findings.check')}</TableCell>
              <TableCell>{t('home.findings.clause')}</TableCell>
              <TableCell>{t('home.findings.severity')}</TableCell>
              <TableCell align="right">{t('home.findings.fail')}</TableCell>
              <TableCell align="right">{t('home.findings.pending')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {open.map((finding) => (
              <FindingLine key={finding.checkId} finding={finding} />
            ))}
          </TableBody>
        </ScrollTable>
      )}
    </Section>
  );
};
