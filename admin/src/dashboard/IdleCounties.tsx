import { TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { EmptyState, NumberLink, PathLink, ScrollTable, Section } from '../components/index.js';
import { useAbility, type CountyRow } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { idleCounties, type IdleCounty } from './idle-counties.js';
import { inScopePath } from './links.js';

const KIND = { SCHOOLS: 'SCHOOL_REGISTER', PROGRESS: 'PROGRESS' } as const;

/** What is to be done next: by whoever may import, else by the county. */
const NextStep = ({ lacks }: Pick<IdleCounty, 'lacks'>) => {
  const t = useText();
  const canImport = useAbility().can('create', 'Import');
  if (!canImport) return t(`home.idle.ask.${lacks}`);
  return <PathLink to={`/imports/create?kind=${KIND[lacks]}`}>{t(`home.idle.next.${lacks}`)}</PathLink>;
};

/** 尚未启动的县（市、区）: which counties nothing has come from, and what to do about it. */
export const IdleCounties = ({ counties }: { readonly counties: readonly CountyRow[] }) => {
  const t = useText();
  const idle = idleCounties(counties);
  return (
    <Section title={t('home.idle.title')}>
      {idle.length === 0 && <EmptyState title={t('home.idle.none')} />}
      {idle.length > 0 && (
        <ScrollTable caption={t('home.idle.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('home.idle.county')}</TableCell>
              <TableCell align="right">{t('home.idle.inScope')}</TableCell>
              <TableCell>{t('home.idle.state')}</TableCell>
              <TableCell>{t('home.idle.step')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {idle.map(({ row: { tenant, inScope }, lacks }) => (
              <TableRow key={tenant.id}>
                <TableCell component="th" scope="row">
                  {tenant.name}
                </TableCell>
                <TableCell align="right">
                  <NumberLink to={inScopePath({ tenantId: tenant.id })} value={inScope} label={tenant.name} />
                </TableCell>
                <TableCell>{t(`home.idle.lacks.${lacks}`)}</TableCell>
                <TableCell>
                  <NextStep lacks={lacks} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </ScrollTable>
      )}
    </Section>
  );
};
