import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField, useIsPhone, YesNoField } from '../parts/index.js';
import { ActButton } from './ActButton.js';
import { RecuseMutation, WithdrawRecusalMutation } from './item-acts.graphql.js';
import { isCurrent, isThere, type ItemProps } from './item-parts.js';
import { PersonField } from './PersonField.js';

type Input = VariablesOf<typeof RecuseMutation>['input'];

interface RecuseDialogProps extends ItemProps {
  readonly forOthers: boolean;
  readonly onClose: () => void;
}

const RecuseDialog = ({ meeting, item, forOthers, onClose }: RecuseDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(RecuseMutation);
  const people = meeting.attendance.flatMap(({ personId, personName, post }) =>
    personId ? [{ id: personId, name: personName, posts: post ? [post] : [] }] : [],
  );
  return (
    <ActionDialog title={t('resources.meetings.recusal.title', { title: item.title })} onClose={onClose}>
      <ActionForm
        initial={{ personId: null, reason: null, stayed: null }}
        submitLabel={t('resources.meetings.recusal.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await mutateAsync({ input: { ...values, itemId: item.id } as Input });
          notify(t('resources.meetings.recusal.done'), { type: 'success' });
          onClose();
        }}
      >
        {forOthers && (
          <PersonField source="personId" label={t('resources.meetings.recusal.person')} people={people} isRequired />
        )}
        <ReasonField />
        {forOthers && <YesNoField source="stayed" label={t('resources.meetings.recusal.stayed')} />}
      </ActionForm>
    </ActionDialog>
  );
};

/** 回避: who stays away from an item and why; of oneself, or of somebody as the recorder saw it. */
export const ItemRecusals = (props: ItemProps) => {
  const { meeting, item, hands } = props;
  const t = useText();
  const isPhone = useIsPhone();
  const [opens, setOpens] = useState<'own' | 'others' | null>(null);
  const current = isCurrent(meeting, item);
  const isOut = item.recusals.some(({ personId }) => personId === hands.own?.personId);
  const mayOwn = current && hands.own !== null && isThere(hands.own) && !isOut;
  const mayOthers = current && hands.writes && !isPhone;
  if (item.recusals.length === 0 && !mayOwn && !mayOthers) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {item.recusals.map(({ personId, personName, reason, stayed }) => (
        <Typography key={personId} variant="body2" component="div">
          {t(stayed ? 'resources.meetings.recusal.stayedLine' : 'resources.meetings.recusal.line', {
            name: personName,
            reason,
          })}
          {(mayOthers || (current && personId === hands.own?.personId)) && (
            <ActButton
              document={WithdrawRecusalMutation}
              variables={{ input: { itemId: item.id, personId } }}
              label={t('resources.meetings.recusal.withdraw')}
              done={t('resources.meetings.recusal.withdrawn')}
              variant="text"
            />
          )}
        </Typography>
      ))}
      {mayOwn && (
        <Button size="small" onClick={() => setOpens('own')} sx={{ minHeight: isPhone ? 44 : undefined }}>
          {t('resources.meetings.recusal.own')}
        </Button>
      )}
      {mayOthers && (
        <Button size="small" onClick={() => setOpens('others')}>
          {t('resources.meetings.recusal.others')}
        </Button>
      )}
      {opens && <RecuseDialog {...props} forOthers={opens === 'others'} onClose={() => setOpens(null)} />}
    </Box>
  );
};
