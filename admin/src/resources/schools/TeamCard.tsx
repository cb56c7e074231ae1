import { daysBetween, PARTY_POSTS, POSTS, vacancies, type Post, type Vacancy } from '@zhixiao/domain';
import { Box, Paper, Typography } from '@mui/material';
import { byPost, CivilDate, PathLink, PostName, Section, useDayShown } from '../../components/index.js';
import { showPath, useAbility } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { LinkButton } from '../parts/index.js';
import { appointPath, atSchool, SeatActions, teamFacts } from '../staffing/index.js';
import type { School, Seat } from './school.graphql.js';
import { seatsOn } from './seats-on.js';

const cards = {
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 1,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 210px), 1fr))',
} as const;

interface SeatCardProps {
  readonly seat: Seat;
  readonly schoolId: string;
}

const SeatCard = ({ seat, schoolId }: SeatCardProps) => {
  const t = useText();
  const word = useEnumWords();
  const on = useDayShown();
  const canSee = useAbility().can('read', 'Person');
  const { person, personName, startsOn, startPrecision, tenureEndsOn, documentNo } = seat;
  return (
    <Paper component="li" variant="outlined" sx={{ padding: 1, minWidth: 0 }}>
      <Typography variant="body2" component="div" color="textSecondary">
        <PostName seat={seat} />
      </Typography>
      <Typography component="div" sx={{ fontWeight: 600 }}>
        {canSee && person ? <PathLink to={showPath('people', person.id)}>{personName}</PathLink> : personName}
      </Typography>
      {person && (
        <Typography variant="caption" component="div" color="textSecondary">
          {[
            person.sex && word('Sex', person.sex),
            person.membership !== 'UNKNOWN' && word('Membership', person.membership),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      )}
      <Typography variant="caption" component="div" color="textSecondary">
        {t('resources.schools.team.since')} <CivilDate value={startsOn} precision={startPrecision} />
      </Typography>
      {tenureEndsOn && (
        <Typography variant="caption" component="div" color={tenureEndsOn < on ? 'warning' : 'textSecondary'}>
          {t(tenureEndsOn < on ? 'resources.schools.team.tenureOver' : 'resources.schools.team.tenure', {
            date: tenureEndsOn,
          })}
        </Typography>
      )}
      {documentNo && (
        <Typography variant="caption" component="div" color="textSecondary">
          {documentNo}
        </Typography>
      )}
      <SeatActions seat={seat} on={atSchool(schoolId)} today={on} />
    </Paper>
  );
};

interface VacancyCardProps {
  readonly vacancy: Vacancy;
  readonly schoolId: string;
  /** Nobody is on record in this post before: then the days since the school opened say nothing. */
  readonly isFirst: boolean;
}

/** 空缺 n 天 + 任命. */
const VacancyCard = ({ vacancy, schoolId, isFirst }: VacancyCardProps) => {
  const t = useText();
  const word = useEnumWords();
  const on = useDayShown();
  const mayAppoint = useAbility().can('appoint', 'Appointment', atSchool(schoolId));
  const { post, fullTime, since } = vacancy;
  const name = fullTime ? t('common.fullTimeDeputy') : word('Post', post);
  return (
    <Box
      component="li"
      sx={{ padding: 1, border: '2px dashed', borderColor: 'warning.main', borderRadius: 1, minWidth: 0 }}
    >
      <Typography variant="body2" component="span" color="textSecondary">
        {name}
      </Typography>
      <Typography component="div" sx={{ fontWeight: 600, color: 'warning.main' }}>
        {isFirst ? t('common.vacant') : t('resources.schools.vacantDays', { count: daysBetween(since, on) })}
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary">
        {isFirst ? t('resources.schools.team.neverHeld') : t('common.since', { date: since })}
      </Typography>
      {mayAppoint && (
        <LinkButton
          to={appointPath({ schoolId, post, fullTime })}
          variant="outlined"
          label={t('resources.schools.team.appointTo', { post: name })}
        >
          {t('resources.schools.team.appoint')}
        </LinkButton>
      )}
    </Box>
  );
};

interface GroupProps {
  readonly title: string;
  readonly team: readonly Seat[];
  readonly schoolId: string;
  readonly posts: readonly Post[];
  readonly vacant: readonly Vacancy[];
  readonly everHeld: readonly Post[];
}

const Group = ({ title, team, schoolId, posts, vacant, everHeld }: GroupProps) => {
  const t = useText();
  const places = posts.flatMap((post) => [
    ...team
      .filter((seat) => seat.post === post)
      .sort(byPost)
      .map((seat) => ({ seat, vacancy: null })),
    ...vacant.filter((vacancy) => vacancy.post === post).map((vacancy) => ({ seat: null, vacancy })),
  ]);
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography variant="h3">{title}</Typography>
      {places.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('resources.schools.team.nobody')}
        </Typography>
      )}
      <Box component="ul" aria-label={title} sx={cards}>
        {places.map(({ seat, vacancy }) =>
          seat ? (
            <SeatCard key={seat.id} seat={seat} schoolId={schoolId} />
          ) : (
            <VacancyCard
              key={`${vacancy.post} ${vacancy.fullTime}`}
              vacancy={vacancy}
              schoolId={schoolId}
              isFirst={!vacancy.fullTime && !everHeld.includes(vacancy.post)}
            />
          ),
        )}
      </Box>
    </Box>
  );
};

const PARTY: readonly Post[] = PARTY_POSTS;
const ADMINISTRATION = POSTS.filter((post) => !PARTY.includes(post));

/** 领导班子 on the day shown: who holds which seat, and which seats are empty since when. */
export const TeamCard = ({ school }: { readonly school: School }) => {
  const t = useText();
  const on = useDayShown();
  const mayAppoint = useAbility().can('appoint', 'Appointment', atSchool(school.id));
  const vacant = vacancies(teamFacts({ ...school, seats: school.appointments.nodes }, on), on);
  const group = {
    ...{ team: seatsOn(school, on), schoolId: school.id, vacant },
    everHeld: school.appointments.nodes.map(({ post }) => post),
  };
  return (
    <Section
      title={t('resources.schools.team.title')}
      aside={
        mayAppoint && (
          <LinkButton to={appointPath({ schoolId: school.id })}>{t('resources.appointments.appoint')}</LinkButton>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Group title={t('resources.schools.team.party')} posts={PARTY} {...group} />
        <Group title={t('resources.schools.team.administration')} posts={ADMINISTRATION} {...group} />
      </Box>
    </Section>
  );
};
