import { TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { Post } from '@zhixiao/domain';
import { byPost, CivilDate, EmptyState, PostName, ScrollTable, Section, StatusPill } from '../components/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import type { OwnSchool } from './school-home.graphql.js';

type Seat = OwnSchool['team'][number];

const SeatRow = ({ seat }: { readonly seat: Seat }) => {
  const t = useText();
  return (
    <TableRow>
      <TableCell>
        <PostName seat={seat} />
      </TableCell>
      <TableCell component="th" scope="row">
        {seat.personName}
      </TableCell>
      <TableCell>
        <CivilDate value={seat.startsOn} precision={seat.startPrecision} />
      </TableCell>
      <TableCell>{seat.documentNo ?? t('common.none')}</TableCell>
    </TableRow>
  );
};

interface VacantRowProps {
  readonly post: string;
  readonly since: string | null;
}

const VacantRow = ({ post, since }: VacantRowProps) => {
  const t = useText();
  return (
    <TableRow>
      <TableCell>{post}</TableCell>
      <TableCell component="th" scope="row" colSpan={3}>
        <StatusPill tone="yellow">{since ? t('common.vacantSince', { date: since }) : t('common.vacant')}</StatusPill>
      </TableCell>
    </TableRow>
  );
};

function vacantHeads(school: OwnSchool): readonly [Post, string][] {
  const heads: readonly [Post, string | null][] = [
    ['SECRETARY', school.secretaryVacantSince],
    ['PRINCIPAL', school.principalVacantSince],
  ];
  return heads.filter((head): head is [Post, string] => head[1] !== null);
}

/** 领导班子: seats in post order, empty ones included. */
export const TeamTable = ({ school }: { readonly school: OwnSchool }) => {
  const t = useText();
  const word = useEnumWords();
  const lacksDeputy = school.needsFullTimeDeputy && school.fullTimeDeputies === 0;
  const isEmpty = school.team.length === 0;
  return (
    <Section
      title={t('home.school.team')}
      aside={
        school.combined !== null && (
          <Typography variant="body2">{t(school.combined ? 'common.combined' : 'common.separate')}</Typography>
        )
      }
    >
      {isEmpty && <EmptyState title={t('home.school.noTeam')} />}
      <ScrollTable caption={t('home.school.teamCaption')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('home.school.post')}</TableCell>
            <TableCell>{t('home.school.person')}</TableCell>
            <TableCell>{t('home.school.since')}</TableCell>
            <TableCell>{t('home.school.document')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {vacantHeads(school).map(([post, since]) => (
            <VacantRow key={post} post={word('Post', post)} since={since} />
          ))}
          {lacksDeputy && <VacantRow post={t('common.fullTimeDeputy')} since={null} />}
          {[...school.team].sort(byPost).map((seat) => (
            <SeatRow key={seat.id} seat={seat} />
          ))}
        </TableBody>
      </ScrollTable>
    </Section>
  );
};
