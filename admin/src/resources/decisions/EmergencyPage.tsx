import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { required, SelectInput, Title, useNotify } from 'react-admin';
import { useParams } from 'react-router';
import { EnumText, ErrorNotice, LoadingBlock, NotFound, PathLink, Section } from '../../components/index.js';
import { showPath, useAbility, useAsOf, useOperation, useWrite } from '../../data/index.js';
import { formatDate, useEnumWords, useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, Facts } from '../parts/index.js';
import { EmergencyPill } from './decision-pills.js';
import {
  ConfirmEmergencyMutation,
  EmergencyActionQuery,
  ItemsSinceQuery,
  type EmergencyAction,
} from './emergency.graphql.js';

interface ConfirmProps {
  readonly action: EmergencyAction;
  readonly onClose: () => void;
}

const must = required();

/** The meeting has dealt with it: its item says whether the action is confirmed. */
const ConfirmDialog = ({ action, onClose }: ConfirmProps) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const { mutateAsync } = useWrite(ConfirmEmergencyMutation);
  const filter = { schoolId: action.school?.id, kind: [action.body], from: action.takenOn };
  const { data } = useOperation(ItemsSinceQuery, { filter });
  const choices = (data?.meetings.nodes ?? []).flatMap((meeting) =>
    meeting.items.flatMap(({ id, title, result }) =>
      result ? [{ id, name: `${meeting.title} · ${title} · ${word('ItemResult', result)}` }] : [],
    ),
  );
  return (
    <ActionDialog title={t('resources.emergencyActions.confirm.title', { title: action.title })} onClose={onClose}>
      <ActionForm
        initial={{ itemId: null }}
        submitLabel={t('resources.emergencyActions.confirm.submit')}
        onCancel={onClose}
        onSubmit={async ({ itemId }) => {
          await mutateAsync({
            input: { id: action.id, expectedVersion: action.version, itemId: String(itemId ?? '') },
          });
          notify(t('resources.emergencyActions.confirm.done'), { type: 'success' });
          onClose();
        }}
      >
        <SelectInput
          source="itemId"
          label={t('resources.emergencyActions.confirm.item')}
          choices={choices}
          translateChoice={false}
          validate={must}
          helperText={t('resources.emergencyActions.confirm.help')}
          fullWidth
        />
      </ActionForm>
    </ActionDialog>
  );
};

const Parts = ({ action }: { readonly action: EmergencyAction }) => {
  const t = useText();
  const { can } = useAbility();
  const [confirms, setConfirms] = useState(false);
  const none = t('common.none');
  const { school, meeting, body, state, takenOn, takenByName, takenByPost, confirmedOn } = action;
  const label = (
    field: 'state' | 'school' | 'body' | 'takenOn' | 'takenBy' | 'confirmedOn' | 'meeting' | 'text' | 'reason',
  ) => t(`resources.emergencyActions.fields.${field}`);
  const word = useEnumWords();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Facts
        facts={[
          { label: label('state'), value: <EmergencyPill state={state} /> },
          {
            label: label('school'),
            value: school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : none,
          },
          { label: label('body'), value: <EnumText of="MeetingKind" value={body} /> },
          { label: label('takenOn'), value: formatDate(takenOn) },
          {
            label: label('takenBy'),
            value: t('common.inParens', { text: takenByName, note: word('Post', takenByPost) }),
          },
          { label: label('confirmedOn'), value: formatDate(confirmedOn) },
          {
            label: label('meeting'),
            value: meeting ? <PathLink to={showPath('meetings', meeting.id)}>{meeting.title}</PathLink> : none,
          },
        ]}
      />
      <Section title={label('text')}>
        <Typography sx={{ whiteSpace: 'pre-wrap' }}>{action.text}</Typography>
      </Section>
      <Section title={label('reason')}>
        <Typography sx={{ whiteSpace: 'pre-wrap' }}>{action.reason}</Typography>
      </Section>
      {state === 'TAKEN' && can('confirm', 'EmergencyAction', action) && (
        <Box>
          <Button variant="contained" onClick={() => setConfirms(true)}>
            {t('resources.emergencyActions.confirm.open')}
          </Button>
        </Box>
      )}
      {confirms && <ConfirmDialog action={action} onClose={() => setConfirms(false)} />}
    </Box>
  );
};

/** One emergency action: what was done, why it could not wait, and what the next meeting said. */
export const EmergencyPage = () => {
  const t = useText();
  const { id = '' } = useParams();
  const variables = { id: decodeURIComponent(id), asOf: useAsOf() };
  const { data, error, isPending, refetch } = useOperation(EmergencyActionQuery, variables);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  const action = data.emergencyAction;
  if (!action) {
    return (
      <>
        <Title title={t('resources.emergencyActions.notFound')} preferenceKey={false} />
        <NotFound list="/emergencyActions" />
      </>
    );
  }
  return (
    <>
      <Title title={action.title} preferenceKey={false} />
      <Parts action={action} />
    </>
  );
};
