import { useState } from 'react';
import { headPostOfRole, MEETING_KINDS, type MeetingKind } from '@zhixiao/domain';
import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { Title, useNotify, useRedirect } from 'react-admin';
import { ErrorNotice, NotFound, Section, useDayShown } from '../../components/index.js';
import { showPath, useUnsavedForm, useViewer, useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { AgendaEditor } from './AgendaEditor.js';
import { plannedInput, type Planned } from './AgendaFields.js';
import { CallMeetingMutation, ConfirmForMeetingMutation, PlanMeetingMutation } from './meeting-acts.graphql.js';

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

interface Calling {
  readonly plan: Plan;
  readonly items: readonly Planned[];
  readonly schoolId: string;
  /** What is confirmed by now is so, whatever is refused after it. */
  readonly onConfirmed: (topicId: string) => void;
  readonly onLeave: () => void;
}

/** The acts of the page one after the other: the topics are confirmed, the meeting is drafted and, for a call, called. */
function useCalling({ plan, items, schoolId, onConfirmed, onLeave }: Calling) {
  const t = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const confirms = useWrite(ConfirmForMeetingMutation);
  const drafts = useWrite(PlanMeetingMutation);
  const calls = useWrite(CallMeetingMutation);
  const { papersSent, ...about } = plan;
  const input = { ...about, title: about.title || null, schoolId, items: items.map(plannedInput) };
  const leave = (id: string, done: string) => {
    onLeave();
    notify(done, { type: 'success' });
    redirect(showPath('meetings', id));
  };
  // the head's confirmation comes first: what is refused here is on no agenda
  const confirmAll = async () => {
    for (const { topicId, toConfirm } of items) {
      if (!topicId || toConfirm === undefined) continue;
      await confirms.mutateAsync({ input: { id: topicId, expectedVersion: toConfirm } });
      onConfirmed(topicId);
    }
  };
  const draft = async (): Promise<{ readonly id: string; readonly version: number } | null> => {
    try {
      await confirmAll();
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
  const isPending = confirms.isPending || drafts.isPending || calls.isPending;
  return { call, save, isPending, error: confirms.error ?? drafts.error };
}

function usePlan() {
  const grant = useViewer()?.grant;
  const kind: MeetingKind = grant && headPostOfRole(grant.role) === 'PRINCIPAL' ? 'PRINCIPAL_OFFICE' : 'PARTY_ORG';
  return useState<Plan>({
    ...{ kind, title: '', heldOn: useDayShown(), startTime: '15:00' },
    ...{ place: '', recorderName: '', papersSent: true },
  });
}

/** 召集会议: what kind, when and where, the agenda in its order; kept as a draft, or called at once with its notice. */
export const CallMeetingPage = () => {
  const schoolId = useViewer()?.grant?.schoolId;
  return schoolId ? <CallMeetingForm schoolId={schoolId} /> : <NotFound list="/meetings" />;
};

const CallMeetingForm = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  const [plan, setPlan] = usePlan();
  const [items, setItems] = useState<readonly Planned[]>([]);
  const [isSaved, setSaved] = useState(false);
  useUnsavedForm({ isDirty: items.length > 0 && !isSaved });
  const { call, save, isPending, error } = useCalling({
    ...{ plan, items, schoolId },
    onConfirmed: (topicId) =>
      setItems((now) => now.map((one) => (one.topicId === topicId ? { ...one, toConfirm: undefined } : one))),
    onLeave: () => setSaved(true),
  });
  const change = (patch: Partial<Plan>) => {
    if (patch.kind) setItems([]);
    setPlan({ ...plan, ...patch });
  };
  const toConfirm = items.filter((one) => one.toConfirm !== undefined).length;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 960 }}>
      <Title title={t('resources.meetings.call.title')} preferenceKey={false} />
      <Section title={t('resources.meetings.plan.about')}>
        <PlanFields plan={plan} onChange={change} />
      </Section>
      <Section title={t('resources.meetings.agenda.title')}>
        <AgendaEditor key={plan.kind} schoolId={schoolId} kind={plan.kind} items={items} confirms onChange={setItems} />
      </Section>
      <Alert severity="info">{t('resources.meetings.plan.members')}</Alert>
      <FormControlLabel
        control={<Checkbox checked={plan.papersSent} onChange={(_, on) => change({ papersSent: on })} />}
        label={t('resources.meetings.call.papers')}
      />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
        <Button onClick={() => void save()} loading={isPending}>
          {t('resources.meetings.plan.save')}
        </Button>
        <Button variant="contained" onClick={() => void call()} loading={isPending}>
          {toConfirm > 0
            ? t('resources.meetings.call.confirmAndSubmit', { count: toConfirm })
            : t('resources.meetings.call.submit')}
        </Button>
      </Box>
      <Box aria-live="assertive">
        <ErrorNotice error={error} />
      </Box>
    </Box>
  );
};
