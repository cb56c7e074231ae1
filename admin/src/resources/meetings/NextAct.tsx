import { findingText, useWords } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActButton, StepsButton } from './ActButton.js';
import { useActed } from './acted.js';
import { blockersOf, isThere } from './item-parts.js';
import {
  CallMeetingMutation,
  CloseMeetingMutation,
  OpenMeetingMutation,
  SignInMutation,
  SignRecordMutation,
} from './meeting-acts.graphql.js';
import type { Meeting } from './meeting.graphql.js';
import type { Hands } from './use-hands.js';

interface ActsProps {
  readonly meeting: Meeting;
  readonly hands: Hands;
}

/** The chair has not signed in yet: opening says that he is there. */
const comesToOpen = ({ isChair, own }: Hands): boolean => isChair && own !== null && !isThere(own);

/** Why it can't open: the first reasons, in words. Who comes by opening counts for the quorum already. */
function useWhyNotOpen({ meeting, hands }: ActsProps): string | null {
  const t = useText();
  const words = useWords();
  const { mayOpen, findings, quorumCheck, present, needed } = meeting;
  if (mayOpen) return null;
  const comes = comesToOpen(hands) && hands.own?.capacity === 'MEMBER';
  const suffices = comes && present !== null && needed !== null && present + 1 >= needed;
  const left = blockersOf(findings).filter(({ checkId }) => !(suffices && checkId === quorumCheck));
  if (suffices && left.length === 0) return null;
  const reasons = left.map((finding) => findingText(finding, words));
  return reasons.join(' ') || t('resources.meetings.open.notYet');
}

/** 开会: by a chair who is not on the list of those present yet, together with signing in. */
const OpenAct = ({ meeting, hands }: ActsProps) => {
  const t = useText();
  const why = useWhyNotOpen({ meeting, hands });
  const acted = useActed();
  const signs = useWrite(SignInMutation);
  const opens = useWrite(OpenMeetingMutation);
  const comes = comesToOpen(hands);
  const open = async () => {
    const { id, version } = meeting;
    const expectedVersion = comes ? (await signs.mutateAsync({ id })).signIn.version : version;
    await opens.mutateAsync({ input: { id, expectedVersion } });
    acted();
  };
  return (
    <StepsButton
      steps={open}
      label={t(comes ? 'resources.meetings.open.signInAndSubmit' : 'resources.meetings.open.submit')}
      done={t('resources.meetings.open.done')}
      why={why}
      variant="contained"
    />
  );
};

/** 散会; the chair may sign the record with it, which nobody writes in then any more. */
const CloseActs = ({ meeting, hands }: ActsProps) => {
  const t = useText();
  const closes = useWrite(CloseMeetingMutation);
  const signs = useWrite(SignRecordMutation);
  const { id, version: expectedVersion, items } = meeting;
  const open = items.filter(({ result }) => result === null).map(({ position }) => position);
  const left = open.join(t('common.listSeparator'));
  const why = open.length > 0 ? t('resources.meetings.close.itemsOpen', { items: left }) : null;
  const closeAndSign = async () => {
    const { closeMeeting } = await closes.mutateAsync({ input: { id, expectedVersion } });
    await signs.mutateAsync({ input: { id, expectedVersion: closeMeeting.version, as: 'CHAIR' } });
  };
  return (
    <>
      <ActButton
        document={CloseMeetingMutation}
        variables={{ input: { id, expectedVersion } }}
        label={t('resources.meetings.close.submit')}
        done={t('resources.meetings.close.done')}
        why={why}
        variant="contained"
      />
      {hands.isChair && !why && (
        <StepsButton
          steps={closeAndSign}
          label={t('resources.meetings.close.andSign')}
          done={t('resources.meetings.close.signed')}
        />
      )}
    </>
  );
};

/** The one act that leads on: 发出通知, 开会, 散会. */
export const NextAct = ({ meeting, hands }: ActsProps) => {
  const t = useText();
  const { id, state, version: expectedVersion } = meeting;
  if (state === 'CALLED') return <OpenAct meeting={meeting} hands={hands} />;
  if (state === 'OPEN') return <CloseActs meeting={meeting} hands={hands} />;
  if (state !== 'DRAFT') return null;
  return (
    <ActButton
      document={CallMeetingMutation}
      variables={{ input: { id, expectedVersion, papersSent: true } }}
      label={t('resources.meetings.call.submit')}
      done={t('resources.meetings.call.done')}
      why={hands.isChair ? null : t('resources.meetings.call.byHead')}
      variant="contained"
    />
  );
};
