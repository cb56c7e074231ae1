import { STANCES } from '@zhixiao/domain';
import { Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, EnumField, FieldGrid, TextField } from '../parts/index.js';
import { RecordOpinionsMutation } from './item-acts.graphql.js';
import { isThere } from './item-parts.js';
import type { Item, Meeting } from './meeting.graphql.js';

type Opinions = VariablesOf<typeof RecordOpinionsMutation>['input']['opinions'];

interface RecordOpinionsDialogProps {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly onClose: () => void;
}

/** The recorder writes down what those said who did not say it under their own accounts. */
export const RecordOpinionsDialog = ({ meeting, item, onClose }: RecordOpinionsDialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(RecordOpinionsMutation);
  const bySelf = new Set(item.opinions.filter((one) => one.byOwnAccount).map(({ personId }) => personId));
  const out = new Set(item.recusals.map(({ personId }) => personId));
  const people = meeting.attendance.flatMap((one) =>
    one.personId && isThere(one) && one.capacity !== 'RECORDER' && !bySelf.has(one.personId) && !out.has(one.personId)
      ? [{ personId: one.personId, personName: one.personName }]
      : [],
  );
  const initial = people.map(({ personId }) => {
    const said = item.opinions.find((one) => one.personId === personId);
    return { personId, stance: said?.stance ?? null, text: said?.text ?? null };
  });
  return (
    <ActionDialog
      title={t('resources.meetings.opinion.recordTitle', { title: item.title })}
      onClose={onClose}
      width="md"
    >
      <ActionForm
        initial={{ opinions: initial }}
        submitLabel={t('common.save')}
        onCancel={onClose}
        onSubmit={async ({ opinions }) => {
          const said = (opinions as { stance: string | null }[]).filter(({ stance }) => stance);
          await mutateAsync({ input: { itemId: item.id, opinions: said as Opinions } });
          notify(t('resources.meetings.opinion.recordedDone'), { type: 'success' });
          onClose();
        }}
      >
        {people.length === 0 && <Typography>{t('resources.meetings.opinion.nobodyLeft')}</Typography>}
        {people.map(({ personId, personName }, index) => (
          <FieldGrid key={personId}>
            <EnumField source={`opinions.${index}.stance`} of="Stance" values={STANCES} label={personName} />
            <TextField
              source={`opinions.${index}.text`}
              label={t('resources.meetings.opinion.textOf', { name: personName })}
              max={2000}
            />
          </FieldGrid>
        ))}
      </ActionForm>
    </ActionDialog>
  );
};
