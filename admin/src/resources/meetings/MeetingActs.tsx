import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';
import { ActButton } from './ActButton.js';
import { SendNoticeMutation } from './meeting-acts.graphql.js';
import { CancelDialog, ChangeAgendaDialog, ChangeMeetingDialog, DelegateDialog } from './MeetingDialogs.js';
import type { Meeting } from './meeting.graphql.js';
import { NextAct } from './NextAct.js';
import type { Hands } from './use-hands.js';

interface ActsProps {
  readonly meeting: Meeting;
  readonly hands: Hands;
}

const DIALOGS = {
  change: ChangeMeetingDialog,
  agenda: ChangeAgendaDialog,
  delegate: DelegateDialog,
  cancel: CancelDialog,
} as const;
type DialogName = keyof typeof DIALOGS;

function dialogsFor({ meeting: { state }, hands }: ActsProps): readonly DialogName[] {
  const ahead = state === 'DRAFT' || state === 'CALLED';
  const names: DialogName[] = [];
  if (ahead && (hands.plans || hands.writes)) names.push('change');
  if ((ahead && hands.plans) || (state === 'OPEN' && hands.writes)) names.push('agenda');
  if (ahead && hands.isHead) names.push('delegate');
  if (ahead && hands.leads) names.push('cancel');
  return names;
}

/** What is done with the meeting as a whole; a phone leads no meeting. */
export const MeetingActs = ({ meeting, hands }: ActsProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const [opens, setOpens] = useState<DialogName | null>(null);
  if (isPhone) return null;
  const Dialog = opens && DIALOGS[opens];
  const { id, version: expectedVersion, state, papersOn } = meeting;
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'start' }}>
      {(hands.leads || (state === 'DRAFT' && hands.plans)) && <NextAct meeting={meeting} hands={hands} />}
      {state === 'CALLED' && hands.writes && (
        <ActButton
          document={SendNoticeMutation}
          variables={{ input: { id, expectedVersion, papersSent: true } }}
          label={t(papersOn ? 'resources.meetings.notice.again' : 'resources.meetings.notice.papers')}
          done={t('resources.meetings.notice.done')}
          variant="text"
        />
      )}
      {dialogsFor({ meeting, hands }).map((name) => (
        <Button key={name} onClick={() => setOpens(name)}>
          {t(`resources.meetings.${name}.open`)}
        </Button>
      ))}
      {Dialog && <Dialog meeting={meeting} onClose={() => setOpens(null)} />}
    </Box>
  );
};
