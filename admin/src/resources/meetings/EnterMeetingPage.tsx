import { Alert, Box, Button } from '@mui/material';
import { Title, useNotify, useRedirect } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { NotFound, PathLink, Section, useDayShown } from '../../components/index.js';
import { showPath, useAbility, useViewer, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  ActionForm,
  FileDrop,
  StagedFiles,
  useKeepTyped,
  useKeptForm,
  useUploads,
  type KeptForm,
  type Uploads,
} from '../parts/index.js';
import { EnterMeetingMutation } from './meeting-acts.graphql.js';
import { emptyItem, type PaperForm } from './paper-form.js';
import { paperInput } from './paper-input.js';
import { PaperAbout } from './PaperAbout.js';
import { PaperAttendance } from './PaperAttendance.js';
import { PaperItems } from './PaperItems.js';
import { usePaperPeople } from './use-paper-people.js';

/** Names of the form for what the API calls otherwise. */
const API_FIELDS = { chair: 'chairId', attendance: 'statedPresent' } as const;

const Fields = ({ schoolId, draft }: { readonly schoolId: string; readonly draft: KeptForm }) => {
  useKeepTyped(draft);
  const people = usePaperPeople(schoolId);
  return (
    <>
      <PaperAbout people={people} />
      <PaperAttendance people={people} />
      <PaperItems schoolId={schoolId} people={people} />
    </>
  );
};

/** 扫描件: chosen now, sent once there is a meeting to keep it with. */
const Scan = ({ scan }: { readonly scan: Uploads }) => {
  const t = useText();
  return (
    <Section title={t('paper.scan')}>
      <FileDrop onFiles={scan.add} />
      <StagedFiles files={scan.files} onRemove={scan.remove} />
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{t('paper.scanHelp')}</Box>
    </Section>
  );
};

interface PaperProps {
  readonly schoolId: string;
  readonly initial: FieldValues;
  readonly draft: KeptForm;
}

const Paper = ({ schoolId, initial, draft }: PaperProps) => {
  const t = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const scan = useUploads('SCAN');
  const { mutateAsync } = useWrite(EnterMeetingMutation);
  const enter = async (values: FieldValues) => {
    const { enterMeeting } = await mutateAsync({ input: paperInput(schoolId, values as PaperForm) });
    draft.finish();
    // the meeting is there, whatever becomes of its scan
    const isKept = await scan.send(enterMeeting.id).then(
      () => true,
      () => false,
    );
    notify(t(isKept ? 'pages.enterMeeting.done' : 'paper.scanFailed'), { type: isKept ? 'success' : 'warning' });
    redirect(showPath('meetings', enterMeeting.id));
  };
  return (
    <ActionForm initial={initial} submitLabel={t('pages.enterMeeting.submit')} apiFields={API_FIELDS} onSubmit={enter}>
      <Fields schoolId={schoolId} draft={draft} />
      <Scan scan={scan} />
    </ActionForm>
  );
};

/** 补录: a meeting that was held, from its paper record. What it does not say stays empty and is checked as 无记录. */
export const EnterMeetingPage = () => {
  const schoolId = useViewer()?.grant?.schoolId;
  return schoolId ? <OfSchool schoolId={schoolId} /> : <NotFound list="/meetings" />;
};

const OfSchool = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  const today = useDayShown();
  const { can } = useAbility();
  const draft = useKeptForm(`paper-meeting.${schoolId}`);
  const { kept } = draft;
  const empty = { kind: 'PARTY_ORG', heldOn: today, people: {}, items: [emptyItem()] };
  return (
    <Box sx={{ maxWidth: 1000 }}>
      <Title title={t('pages.enterMeeting.title')} preferenceKey={false} />
      <Alert severity="info" sx={{ marginBottom: 2 }}>
        {t('pages.enterMeeting.help')}{' '}
        {can('create', 'Import') && <PathLink to="/imports/create?kind=MEETINGS">{t('paper.batch')}</PathLink>}
      </Alert>
      {kept && (
        <Alert
          severity="info"
          sx={{ marginBottom: 2 }}
          action={<Button onClick={draft.forget}>{t('paper.startAnew')}</Button>}
        >
          {t('paper.kept')}
        </Alert>
      )}
      <Paper key={kept ? 'kept' : 'empty'} schoolId={schoolId} initial={kept ?? empty} draft={draft} />
    </Box>
  );
};
