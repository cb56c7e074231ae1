import { useState } from 'react';
import { POSTS, type Post } from '@zhixiao/domain';
import { Alert, Box, Paper } from '@mui/material';
import { Title, useNavigate, useNotify } from 'react-admin';
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { ErrorNotice, LoadingBlock, NotFound, PathLink, useDayShown } from '../../components/index.js';
import {
  isServerError,
  showPath,
  useAbility,
  useOperation,
  useViewer,
  useWrite,
  type ResultOf,
  type VariablesOf,
} from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionForm } from '../parts/index.js';
import { AppointFields } from './AppointForm.js';
import { atSchool } from './at-school.js';
import { FindingsPreview } from './FindingsPreview.js';
import { isNew, type Appointee } from './PersonPicker.js';
import { previewFindings, type Draft } from './preview-findings.js';
import { SchoolPicker } from './SchoolPicker.js';
import { AppointMutation, PickPersonQuery, TeamQuery } from './staffing.graphql.js';
import { teamFacts } from './team-facts.js';

type School = NonNullable<ResultOf<typeof TeamQuery>['school']>;
type Input = VariablesOf<typeof AppointMutation>['input'];

const NOTHING = {
  ...{ person: null, portfolio: null, acting: null, endsOn: null, endPrecision: null, tenureEndsOn: null },
  ...{
    probationUntil: null,
    documentNo: null,
    authority: null,
    endDocumentNo: null,
    endReason: null,
    remark: null,
    newPerson: { membership: null, sex: null },
  },
};

function inputOf(schoolId: string, values: FieldValues): Input {
  const { person, newPerson, startPrecision, ...rest } = values;
  const appointee = person as Appointee | null;
  const who = !appointee
    ? {}
    : isNew(appointee)
      ? { newPerson: { ...newPerson, name: appointee.newName } }
      : { personId: appointee.id };
  return { ...rest, ...who, startPrecision: startPrecision ?? 'DAY', schoolId } as Input;
}

/** The day for which the team is asked: that of the appointment, once it is a day. */
function useTeam(schoolId: string, startsOn: string) {
  return useOperation(TeamQuery, { id: schoolId, asOf: startsOn }, { keepPrevious: true });
}

const LivePreview = ({ schoolId }: { readonly schoolId: string }) => {
  const today = useDayShown();
  const vacancyDays = useViewer()?.settings?.vacancyDays ?? 90;
  const draft = useWatch() as Draft & { startsOn: string | null };
  const on = draft.startsOn || today;
  const { data, error } = useTeam(schoolId, on);
  if (error) return <ErrorNotice error={error} />;
  const school = data?.school;
  const team = school && teamFacts({ ...school, seats: school.appointments.nodes }, on);
  return <FindingsPreview on={on} preview={team ? previewFindings(team, draft, { on, vacancyDays }) : null} />;
};

/** Who is in the way, where the server refused a second holder. */
const InTheWay = ({ error }: { readonly error: unknown }) => {
  const t = useText();
  if (!isServerError(error) || !error.params['heldBy']) return null;
  const { heldBy, heldSince } = error.params;
  return <div>{t('resources.appointments.heldBy', { name: String(heldBy), date: String(heldSince) })}</div>;
};

const NotOwnTenant = ({ tenantId }: { readonly tenantId: string }) => {
  const t = useText();
  const { setValue } = useFormContext();
  const person = useWatch({ name: 'person' }) as Appointee | null;
  if (!person || isNew(person) || person.tenant.id === tenantId) return null;
  return (
    <Alert severity="warning" onClose={() => setValue('person', null)}>
      {t('resources.appointments.otherTenant', { name: person.tenant.name })}
    </Alert>
  );
};

interface FormProps {
  readonly school: School;
  readonly post: Post | null;
  readonly fullTime: boolean;
  readonly person: Appointee | null;
}

const AppointAtSchool = ({ school, post, fullTime, person }: FormProps) => {
  const t = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const today = useDayShown();
  const { mutateAsync } = useWrite(AppointMutation);
  const back = showPath('schools', school.id);
  const submit = async (values: FieldValues) => {
    const { appoint } = await mutateAsync({ input: inputOf(school.id, values) });
    notify(t('resources.appointments.done', { name: appoint.appointment.personName }), { type: 'success' });
    navigate(back);
  };
  return (
    <ActionForm
      initial={{ ...NOTHING, person, post, fullTime: fullTime || null, startsOn: today, startPrecision: 'DAY' }}
      submitLabel={t('resources.appointments.submit')}
      apiFields={{ personId: 'person', newPerson: 'person' }}
      onSubmit={submit}
      onCancel={() => navigate(back)}
      explain={(error) => <InTheWay error={error} />}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '3fr 2fr' },
          alignItems: 'start',
        }}
      >
        <Paper variant="outlined" sx={{ padding: 2, minWidth: 0 }}>
          <PathLink to={back}>{school.name}</PathLink>
          <AppointFields tenantId={school.tenant.id} />
          <NotOwnTenant tenantId={school.tenant.id} />
        </Paper>
        <LivePreview schoolId={school.id} />
      </Box>
    </ActionForm>
  );
};

interface PlaceProps extends Pick<FormProps, 'post' | 'fullTime'> {
  readonly schoolId: string;
  readonly personId: string | null;
}

const AppointAt = ({ schoolId, personId, ...rest }: PlaceProps) => {
  const t = useText();
  const { can, historical } = useAbility();
  const today = useDayShown();
  const { data, error } = useTeam(schoolId, today);
  const picked = useOperation(PickPersonQuery, { id: personId ?? '' }, { enabled: personId !== null });
  const failed = error ?? picked.error;
  if (failed) return <ErrorNotice error={failed} />;
  if (!data || (personId !== null && !picked.data)) return <LoadingBlock />;
  if (!data.school) return <NotFound list="/schools" />;
  if (historical) return <Alert severity="warning">{t('common.readOnly')}</Alert>;
  if (!can('appoint', 'Appointment', atSchool(schoolId)))
    return <Alert severity="warning">{t('errors.FORBIDDEN')}</Alert>;
  return <AppointAtSchool {...rest} school={data.school} person={picked.data?.person ?? null} />;
};

/** 任命: a page of its own, so that its address can be kept and its checks have room. */
export const AppointPage = () => {
  const t = useText();
  const [params] = useSearchParams();
  const [picked, setPicked] = useState<string | null>(null);
  const schoolId = params.get('schoolId') ?? picked;
  const post = POSTS.find((one) => one === params.get('post')) ?? null;
  return (
    <>
      <Title title={t('resources.appointments.appoint')} preferenceKey={false} />
      {!schoolId && (
        <Paper variant="outlined" sx={{ padding: 2, maxWidth: 560 }}>
          <SchoolPicker onPick={setPicked} />
        </Paper>
      )}
      {schoolId && (
        <AppointAt
          key={schoolId}
          schoolId={schoolId}
          post={post}
          fullTime={params.get('fullTime') === 'true'}
          personId={params.get('personId')}
        />
      )}
    </>
  );
};
