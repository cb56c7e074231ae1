import { Box, Typography } from '@mui/material';
import { daysBetween } from '@zhixiao/domain';
import { RolloutPill, SeverityPill, StatusPill, useDayShown } from '../../components/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import type { SchoolRow } from './school.graphql.js';

/** Ten years without a holder mean that nobody has been recorded: the number of days would say nothing. */
const LONG = 3650;

interface HeadProps {
  readonly name: string | null;
  readonly vacantSince: string | null;
}

/** The holder of a head's seat, or for how long it has been empty. */
export const HeadCell = ({ name, vacantSince }: HeadProps) => {
  const t = useText();
  const on = useDayShown();
  if (name) return <span style={{ whiteSpace: 'nowrap' }}>{name}</span>;
  if (!vacantSince) return t('common.none');
  const days = daysBetween(vacantSince, on);
  return (
    <StatusPill tone="yellow" title={t('common.since', { date: vacantSince })}>
      {days > LONG ? t('common.vacant') : t('resources.schools.vacantDays', { count: days })}
    </StatusPill>
  );
};

/** 一肩挑 / 分设, and whether the 专职副书记 is missing. */
export const StaffingCell = ({ combined, needsFullTimeDeputy, fullTimeDeputies }: SchoolRow) => {
  const t = useText();
  const how = combined === null ? t('common.none') : t(combined ? 'common.combined' : 'common.separate');
  if (!needsFullTimeDeputy || fullTimeDeputies > 0) return how;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
      <span>{how}</span>
      <StatusPill tone="red">{t('resources.schools.lacksDeputy')}</StatusPill>
    </Box>
  );
};

/** Open findings by severity; nothing open says so. */
export const FindingsCell = (school: Pick<SchoolRow, 'hardFindings' | 'defaultFindings' | 'advisoryFindings'>) => {
  const { hardFindings, defaultFindings, advisoryFindings } = school;
  if (hardFindings + defaultFindings + advisoryFindings === 0) return '0';
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap' }}>
      {hardFindings > 0 && <SeverityPill severity="HARD" count={hardFindings} />}
      {defaultFindings > 0 && <SeverityPill severity="DEFAULT" count={defaultFindings} />}
      {advisoryFindings > 0 && <SeverityPill severity="ADVISORY" count={advisoryFindings} />}
    </Box>
  );
};

/** Full and probationary members together, and how many of each. */
export function membersOf({
  fullMembers,
  probationaryMembers,
}: Pick<SchoolRow, 'fullMembers' | 'probationaryMembers'>) {
  return fullMembers === null ? null : fullMembers + (probationaryMembers ?? 0);
}

/** 推进状态 and since when. */
export const RolloutCell = ({ rolloutState, rolloutSince, rolloutDeclared }: SchoolRow) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
    <RolloutPill state={rolloutState} declared={rolloutDeclared} />
    {rolloutSince && (
      <Typography component="span" variant="caption" color="textSecondary">
        {rolloutSince}
      </Typography>
    )}
  </Box>
);

/** Party members as text for a cell. */
export const MembersCell = (school: SchoolRow) => formatNumber(membersOf(school));
