import { useState } from 'react';
import { headPostOfRole, MEETING_KINDS, type MeetingKind } from '@zhixiao/domain';
import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { Title, useNotify, useRedirect } from 'react-admin';
import { ErrorNotice, NotFound, Section, useDayShown } from '../../components/index.js';
import { showPath, useUnsavedForm, useViewer, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { AgendaEditor } from './AgendaEditor.js';
import { plannedInput, type Planned } from './AgendaFields.js';
import { CallMeetingMutation, PlanMeetingMutation } from './meeting-acts.graphql.js';

interface Plan {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly heldOn: string;
  readonly startTime: string;
  readonly place: string;
  readonly recorderName: string;
  readonly papersSent: boolean;
}

interface FieldsProps {
  readonly plan: Plan;
  readonly onChange: (patch: Partial<Plan>) => void;
}

const PlanFields = ({ plan, onChange }: FieldsProps) => {
  const t = useText();
  const word = useEnumWords();
  const field = (name: 'title' | 'heldOn' | 'startTime' | 'place' | 'recorderName') => ({
    label: t(`resources.meetings.plan.${name}`),
    value: plan[name],
    margin: 'none' as const,
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
  const shrink = { inputLabel: { shrink: true } };
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: '1fr 1fr 1fr' } }}>
      <TextField
        select
        margin="none"
        label={t('resources.meetings.fields.kind')}
        value={plan.kind}
        onChange={({ target }) => onChange({ kind: target.value as MeetingKind })}
      >
        {MEETING_KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {word('MeetingKind', kind)}
          </MenuItem>
        ))}
      </TextField>
      <TextField {...field('heldOn')} type="date" required slotProps={shrink} />
      <TextField {...field('startTime')} type="time" required slotProps={shrink} />
      <TextField {...field('place')} />
      <TextField {...field('recorderName')} />
      <TextField {...field('title')} helperText={t('resources.meetings.plan.titleHelp')} />
    </Box>
  );
};

/** 召集会议: what kind, when and where, the agenda in its order; kept as a draft, or called at once with its notice. */
export const CallMeetingPage = () => {
  const t = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const grant = useViewer()?.grant;
  const kindOfRole: MeetingKind =
    grant && headPostOfRole(grant.role) === 'PRINCIPAL' ? 'PRINCIPAL_OFFICE' : 'PARTY_ORG';
  const [plan, setPlan] = useState<Plan>({
    ...{ kind: kindOfRole, title: '', heldOn: useDayShown(), startTime: '15:00' },
    ...{ place: '', recorderName: '', papersSent: true },
  });
  const [items, setItems] = useState<readonly Planned[]>([]);
  const drafts = useWrite(PlanMeetingMutation);
  const calls = useWrite(CallMeetingMutation);
  const [isSaved, setSaved] = useState(false);
  useUnsavedForm({ isDirty: items.length > 0 && !isSaved });
  const schoolId = grant?.schoolId;
  if (!schoolId) return <NotFound list="/meetings" />;
  const change = (patch: Partial<Plan>) => {
    if (patch.kind) setItems([]);
    setPlan({ ...plan, ...patch });
  };
  const { papersSent, ...about } = plan;
  const input = { ...about, title: about.title || null, schoolId, items: items.map(plannedInput) };
  const leave = (id: string, done: string) => {
    setSaved(true);
    notify(done, { type: 'success' });
    redirect(showPath('meetings', id));
  };
  const draft = async (): Promise<{ readonly id: string; readonly version: number } | null> => {
    try {
      return (await drafts.mutateAsync({ input })).planMeeting;
    } catch {
      // the notice under the buttons says why
      return null;
    }
  };
  const call = async () => {
    const made = await draft();
    if (!made) return;
    const { id, version: expectedVersion } = made;
    calls.mutate(
      { input: { id, expectedVersion, papersSent } },
      {
        onSuccess: () => leave(id, t('resources.meetings.call.done')),
        // the draft is there: what is in the way stands on its page
        onError: () => leave(id, t('resources.meetings.plan.done')),
      },
    );
  };
  const save = async () => {
    const made = await draft();
    if (made) leave(made.id, t('resources.meetings.plan.done'));
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 960 }}>
      <Title title={t('resources.meetings.call.title')} preferenceKey={false} />
      <Section title={t('resources.meetings.plan.about')}>
        <PlanFields plan={plan} onChange={change} />
      </Section>
      <Section title={t('resources.meetings.agenda.title')}>
        <AgendaEditor key={plan.kind} schoolId={schoolId} kind={plan.kind} items={items} onChange={setItems} />
      </Section>
      <Alert severity="info">{t('resources.meetings.plan.members')}</Alert>
      <FormControlLabel
        control={<Checkbox checked={papersSent} onChange={(_, on) => change({ papersSent: on })} />}
        label={t('resources.meetings.call.papers')}
      />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
        <Button onClick={() => void save()} loading={drafts.isPending}>
          {t('resources.meetings.plan.save')}
        </Button>
        <Button variant="contained" onClick={() => void call()} loading={drafts.isPending || calls.isPending}>
          {t('resources.meetings.call.submit')}
        </Button>
      </Box>
      <Box aria-live="assertive">
        <ErrorNotice error={drafts.error} />
      </Box>
    </Box>
  );
};
