import { Box, Typography } from '@mui/material';
import {
  checkName,
  CivilDate,
  DeparturePill,
  EnumText,
  FindingsPanel,
  PathLink,
  RolloutPill,
  NotFound,
  Section,
  useDayShown,
} from '../components/index.js';
import { showPath, useAbility, useAsOf, useOperation } from '../data/index.js';
import { formatNumber, useEnumWords, useText } from '../i18n/index.js';
import { HomeFrame, Stack, TwoColumns } from './HomeFrame.js';
import { MyDay } from './MyDay.js';
import { SchoolHomeQuery, type OwnSchool } from './school-home.graphql.js';
import { TeamTable } from './TeamTable.js';

const Fact = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <>
    <Typography component="dt" variant="body2" color="textSecondary">
      {label}
    </Typography>
    <Typography component="dd" variant="body2" sx={{ margin: 0 }}>
      {children}
    </Typography>
  </>
);

/** Who may not read appointments still sees who the heads are. */
const Facts = ({ school, seesTeam }: { readonly school: OwnSchool; readonly seesTeam: boolean }) => {
  const t = useText();
  const word = useEnumWords();
  const { fullMembers, probationaryMembers } = school;
  const total = fullMembers === null ? null : fullMembers + (probationaryMembers ?? 0);
  const members = t('home.school.membersText', {
    total: formatNumber(total),
    full: formatNumber(fullMembers),
    probationary: formatNumber(probationaryMembers),
  });
  return (
    <Section
      title={school.name}
      aside={<PathLink to={showPath('schools', school.id)}>{t('home.school.open')}</PathLink>}
    >
      <Box
        component="dl"
        sx={{ margin: 0, display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: 2, rowGap: 1 }}
      >
        <Fact label={t('home.school.rollout')}>
          <RolloutPill state={school.rolloutState} declared={school.rolloutDeclared} />{' '}
          {school.rolloutSince && t('common.since', { date: school.rolloutSince })}
        </Fact>
        <Fact label={t('home.school.scope')}>
          <EnumText of="ScopeKind" value={school.scope} />
        </Fact>
        <Fact label={t('home.school.organization')}>
          {school.organizationName ?? <EnumText of="PartyOrgType" value={school.orgType} />}
        </Fact>
        <Fact label={t('home.school.members')}>{total === null ? t('common.none') : members}</Fact>
        {!seesTeam && (
          <>
            <Fact label={word('Post', 'SECRETARY')}>{school.secretaryName ?? t('common.vacant')}</Fact>
            <Fact label={word('Post', 'PRINCIPAL')}>{school.principalName ?? t('common.vacant')}</Fact>
          </>
        )}
      </Box>
    </Section>
  );
};

const Departures = ({ departures }: { readonly departures: NonNullable<OwnSchool['departures']> }) => {
  const t = useText();
  if (departures.length === 0) return null;
  return (
    <Section title={t('home.school.departures')}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {departures.map(({ id, checkId, status, requestedOn }) => (
          <Box component="li" key={id} sx={{ display: 'flex', gap: 1, paddingBlock: 0.5, flexWrap: 'wrap' }}>
            <DeparturePill status={status} />
            <Typography variant="body2">{checkName(checkId, t)}</Typography>
            <CivilDate value={requestedOn} />
          </Box>
        ))}
      </Box>
    </Section>
  );
};

const Findings = ({ school }: { readonly school: OwnSchool }) => {
  const t = useText();
  return (
    <Section title={t('common.findings.title')}>
      <FindingsPanel findings={school.findings} />
    </Section>
  );
};

/** The home of people of one school: the team with its warnings, the findings, the rollout state. */
export const SchoolHome = ({ schoolId }: { readonly schoolId: string }) => {
  const asOf = useAsOf();
  const on = useDayShown();
  const { can, historical } = useAbility();
  const departures = can('read', 'StaffingDeparture');
  const seesTeam = can('read', 'Appointment');
  const { data, isPending, error, refetch } = useOperation(SchoolHomeQuery, { id: schoolId, asOf, departures });
  const school = data?.school;
  return (
    <Stack>
      {can('read', 'Topic') && !historical && <MyDay schoolId={schoolId} />}
      <HomeFrame isPending={isPending} error={error} onRetry={() => void refetch()} asOf={on}>
        {data && !school && <NotFound />}
        {school && (
          <TwoColumns>
            <Stack>
              <Facts school={school} seesTeam={seesTeam} />
              {seesTeam && <TeamTable school={school} />}
            </Stack>
            <Stack>
              <Findings school={school} />
              {school.departures && <Departures departures={school.departures} />}
            </Stack>
          </TwoColumns>
        )}
      </HomeFrame>
    </Stack>
  );
};
