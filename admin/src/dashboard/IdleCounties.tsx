import { useState } from 'react';
import { Button, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { EmptyState, NumberLink, PathLink, ScrollTable, Section } from '../components/index.js';
import { useAbility, type CountyRow } from '../data/index.js';
import { formatDay, useText } from '../i18n/index.js';
import type { QuietCounty } from './home.graphql.js';
import { idleCounties, type IdleCounty } from './idle-counties.js';
import { inScopePath } from './links.js';

const KIND = { SCHOOLS: 'SCHOOL_REGISTER', PROGRESS: 'PROGRESS' } as const;
const FIRST = 5;

/** What is to be done next: by whoever may import, else by the county. */
const NextStep = ({ lacks }: Pick<IdleCounty, 'lacks'>) => {
  const t = useText();
  const canImport = useAbility().can('create', 'Import');
  if (lacks === 'NEWS' || !canImport) return t(`home.idle.ask.${lacks}`);
  return <PathLink to={`/imports/create?kind=${KIND[lacks]}`}>{t(`home.idle.next.${lacks}`)}</PathLink>;
};

const IdleRow = ({ idle: { row, lacks, quiet } }: { readonly idle: IdleCounty }) => {
  const t = useText();
  const { tenant, inScope } = row;
  const days = quiet?.days ?? null;
  const state = lacks === 'NEWS' && days !== null ? t('home.idle.quiet', { days }) : t(`home.idle.lacks.${lacks}`);
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {tenant.name}
      </TableCell>
      <TableCell align="right">
        <NumberLink to={inScopePath({ tenantId: tenant.id })} value={inScope} label={tenant.name} />
      </TableCell>
      <TableCell>{state}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDay(quiet?.lastChangeAt)}</TableCell>
      <TableCell>
        <NextStep lacks={lacks} />
      </TableCell>
    </TableRow>
  );
};

interface IdleCountiesProps {
  readonly counties: readonly CountyRow[];
  readonly quiet: readonly QuietCounty[];
}

/** 未启动、久未更新的县（市、区）: from which counties nothing comes, and what to do about it. */
export const IdleCounties = ({ counties, quiet }: IdleCountiesProps) => {
  const t = useText();
  const [showsAll, setShowsAll] = useState(false);
  const idle = idleCounties(counties, quiet);
  const shown = showsAll ? idle : idle.slice(0, FIRST);
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
              <TableCell>{t('home.idle.last')}</TableCell>
              <TableCell>{t('home.idle.step')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((one) => (
              <IdleRow key={one.row.tenant.id} idle={one} />
            ))}
          </TableBody>
        </ScrollTable>
      )}
      {idle.length > FIRST && (
        <Button size="small" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('common.collapseFilters') : t('home.idle.all', { count: idle.length })}
        </Button>
      )}
    </Section>
  );
};
