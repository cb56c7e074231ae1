import { TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { CivilDate, EmptyState, NumberLink, PathLink, PostName, ScrollTable, Section } from '../components/index.js';
import { showPath } from '../data/index.js';
import { useText } from '../i18n/index.js';
import type { EndingTenure } from './home.graphql.js';

interface TenuresProps {
  readonly tenures: readonly EndingTenure[];
  readonly total: number;
  /** The list behind the number. */
  readonly path: string;
}

const TenureTable = ({ tenures, caption }: Pick<TenuresProps, 'tenures'> & { readonly caption: string }) => {
  const t = useText();
  return (
    <ScrollTable caption={caption}>
      <TableHead>
        <TableRow>
          <TableCell>{t('home.tenures.person')}</TableCell>
          <TableCell>{t('home.tenures.post')}</TableCell>
          <TableCell>{t('home.tenures.school')}</TableCell>
          <TableCell>{t('home.tenures.date')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {tenures.map(({ id, personName, school, tenureEndsOn, ...seat }) => (
          <TableRow key={id}>
            <TableCell component="th" scope="row">
              {personName}
            </TableCell>
            <TableCell>
              <PostName seat={seat} />
            </TableCell>
            <TableCell>
              {school && <PathLink to={showPath('schools', school.id, 'team')}>{school.name}</PathLink>}
            </TableCell>
            <TableCell>
              <CivilDate value={tenureEndsOn} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </ScrollTable>
  );
};

/** 任期已届满: who is still in office after it. Shown only where there is somebody. */
export const TenuresOver = ({ tenures, total, path }: TenuresProps) => {
  const t = useText();
  if (total === 0) return null;
  return (
    <Section
      title={t('home.tenures.over')}
      aside={<NumberLink to={path} value={total} label={t('home.tenures.over')} />}
    >
      <TenureTable tenures={tenures} caption={t('home.tenures.overCaption')} />
    </Section>
  );
};

/** 任期即将届满. */
export const EndingTenures = ({ tenures, total, path }: TenuresProps) => {
  const t = useText();
  const aside = total > 0 && <NumberLink to={path} value={total} label={t('home.tenures.title')} />;
  return (
    <Section title={t('home.tenures.title')} aside={aside}>
      {tenures.length === 0 && <EmptyState title={t('home.tenures.none')} />}
      {tenures.length > 0 && <TenureTable tenures={tenures} caption={t('home.tenures.caption')} />}
    </Section>
  );
};
