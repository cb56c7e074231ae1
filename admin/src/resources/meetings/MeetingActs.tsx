import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { findingText, useWords } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';
import { ActButton } from './ActButton.js';
import { blockersOf } from './item-parts.js';
import {
  CallMeetingMutation,
  CloseMeetingMutation,
  OpenMeetingMutation,
  SendNoticeMutation,
} from './meeting-acts.graphql.js';
import { CancelDialog, ChangeAgendaDialog, ChangeMeetingDialog, DelegateDialog } from './MeetingDialogs.js';
import type { Meeting } from './meeting.graphql.js';
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

/** Why it can't open: the first reasons, in words. */
function useWhyNotOpen({ mayOpen, findings, state }: Meeting): string | null {
  const t = useText();
  const words = useWords();
  if (state !== 'CALLED' || mayOpen) return null;
  const reasons = blockersOf(findings).map((finding) => findingText(finding, words));
  return reasons.join(' ') || t('resources.meetings.open.notYet');
}

/** The one act that leads on: 发出通知, 开会, 散会. */
const NextAct = ({ meeting, hands }: ActsProps) => {
  const t = useText();
  const whyNotOpen = useWhyNotOpen(meeting);
  const { id, state, version: expectedVersion } = meeting;
  const input = { id, expectedVersion };
  const open = meeting.items.filter(({ result }) => result === null).map(({ position }) => position);
  if (state === 'DRAFT') {
    return (
      <ActButton
        document={CallMeetingMutation}
        variables={{ input: { ...input, papersSent: true } }}
        label={t('resources.meetings.call.submit')}
        done={t('resources.meetings.call.done')}
        why={hands.isChair ? null : t('resources.meetings.call.byHead')}
        variant="contained"
      />
    );
  }
  if (state === 'CALLED') {
    return (
      <ActButton
        document={OpenMeetingMutation}
        variables={{ input }}
        label={t('resources.meetings.open.submit')}
        done={t('resources.meetings.open.done')}
        why={whyNotOpen}
        variant="contained"
      />
    );
  }
  if (state !== 'OPEN') return null;
  const left = open.join(t('common.listSeparator'));
  return (
    <ActButton
      document={CloseMeetingMutation}
      variables={{ input }}
      label={t('resources.meetings.close.submit')}
      done={t('resources.meetings.close.done')}
      why={open.length > 0 ? t('resources.meetings.close.itemsOpen', { items: left }) : null}
      variant="contained"
    />
  );
};

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
