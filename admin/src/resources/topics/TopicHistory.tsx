import { Box, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { checkName, OutcomePill, ScrollTable, Section, StatusPill } from '../../components/index.js';
import { formatDateTime, useText } from '../../i18n/index.js';
import type { Topic } from './topic.graphql.js';

/** 不按一般要求办理: who asked, why, and who accepted. */
export const DeparturesSection = ({ departures }: Pick<Topic, 'departures'>) => {
  const t = useText();
  if (departures.length === 0) return null;
  return (
    <Section title={t('resources.topics.departures.title')}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {departures.map(({ checkId, requestedByName, requestedOn, reason, approvedByName, approvedOn }) => (
          <Box component="li" key={checkId} sx={{ paddingBlock: 0.5 }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {checkName(checkId, t)}
            </Typography>
            <Typography variant="body2">
              {t('resources.topics.departures.asked', { name: requestedByName, date: requestedOn, reason })}
            </Typography>
            {approvedOn ? (
              <StatusPill tone="green">
                {t('resources.topics.departures.accepted', { name: approvedByName, date: approvedOn })}
              </StatusPill>
            ) : (
              <StatusPill tone="yellow">{t('resources.topics.departures.pending')}</StatusPill>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
};

/** 检查记录: the row that every check left, newest first. */
export const ChecksHistory = ({ checks }: Pick<Topic, 'checks'>) => {
  const t = useText();
  const told = checks.filter(({ outcome }) => outcome !== 'NOT_APPLICABLE');
  if (told.length === 0) return null;
  return (
    <Box component="details">
      <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 1 }}>
        {t('resources.topics.history.title')}
      </Box>
      <ScrollTable caption={t('resources.topics.history.caption')} minWidth={480}>
        <TableHead>
          <TableRow>
            {(['at', 'check', 'outcome'] as const).map((column) => (
              <TableCell key={column} scope="col">
                {t(`resources.topics.history.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {told.map(({ checkId, outcome, evaluatedAt, current }) => (
            <TableRow key={`${checkId} ${evaluatedAt} ${outcome}`} sx={{ opacity: current ? 1 : 0.75 }}>
              <TableCell>{formatDateTime(evaluatedAt)}</TableCell>
              <TableCell component="th" scope="row">
                {checkName(checkId, t)}
              </TableCell>
              <TableCell>
                <OutcomePill outcome={outcome} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </ScrollTable>
    </Box>
  );
};
