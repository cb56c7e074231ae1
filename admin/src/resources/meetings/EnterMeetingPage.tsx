import { Alert, Box } from '@mui/material';
import { Title, useNotify, useRedirect } from 'react-admin';
import { NotFound, useDayShown } from '../../components/index.js';
import { showPath, useViewer, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionForm } from '../parts/index.js';
import { emptyItem, paperInput, type PaperForm } from './paper-input.js';
import { PaperAbout } from './PaperAbout.js';
import { PaperAttendance } from './PaperAttendance.js';
import { PaperItems } from './PaperItems.js';
import { EnterMeetingMutation } from './meeting-acts.graphql.js';

/** 补录: a meeting that was held, from its paper record. What it does not say stays empty and is checked as 无记录. */
export const EnterMeetingPage = () => {
  const t = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const today = useDayShown();
  const { mutateAsync } = useWrite(EnterMeetingMutation);
  const schoolId = useViewer()?.grant?.schoolId;
  if (!schoolId) return <NotFound list="/meetings" />;
  return (
    <Box sx={{ maxWidth: 1000 }}>
      <Title title={t('pages.enterMeeting.title')} preferenceKey={false} />
      <Alert severity="info" sx={{ marginBottom: 2 }}>
        {t('pages.enterMeeting.help')}
      </Alert>
      <ActionForm
        initial={{ kind: 'PARTY_ORG', heldOn: today, people: {}, items: [emptyItem()] }}
        submitLabel={t('pages.enterMeeting.submit')}
        onSubmit={async (values) => {
          const { enterMeeting } = await mutateAsync({ input: paperInput(schoolId, values as PaperForm) });
          notify(t('pages.enterMeeting.done'), { type: 'success' });
          redirect(showPath('meetings', enterMeeting.id));
        }}
      >
        <PaperAbout schoolId={schoolId} />
        <PaperAttendance schoolId={schoolId} />
        <PaperItems schoolId={schoolId} />
      </ActionForm>
    </Box>
  );
};
