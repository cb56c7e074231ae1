import { useState } from 'react';
import { STANCES, type Stance } from '@zhixiao/domain';
import { Box, Button, TextField, Typography } from '@mui/material';
import { ErrorNotice } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { useIsPhone } from '../parts/index.js';
import { ActButton } from './ActButton.js';
import { ConfirmOpinionMutation, GiveOpinionMutation } from './item-acts.graphql.js';
import { isCurrent, maySpeak, type ItemProps } from './item-parts.js';
import type { Item } from './meeting.graphql.js';
import { RecordOpinionsDialog } from './RecordOpinionsDialog.js';

type Opinion = Item['opinions'][number];

/** One's own opinion: the text may stay empty, one touch says it. */
const OwnOpinion = ({ item, said }: { readonly item: Item; readonly said: Opinion | undefined }) => {
  const t = useText();
  const word = useEnumWords();
  const isPhone = useIsPhone();
  const [text, setText] = useState(said?.text ?? '');
  const { mutate, isPending, error } = useWrite(GiveOpinionMutation);
  const give = (stance: Stance) => mutate({ input: { itemId: item.id, stance, text: text.trim() || null } });
  return (
    <Box
      role="group"
      aria-label={t('resources.meetings.opinion.own', { title: item.title })}
      sx={{ display: 'grid', gap: 0.5 }}
    >
      <TextField
        label={t('resources.meetings.opinion.text')}
        value={text}
        multiline
        size="small"
        margin="none"
        onChange={({ target }) => setText(target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {STANCES.map((stance) => (
          <Button
            key={stance}
            variant={said?.stance === stance ? 'contained' : 'outlined'}
            aria-pressed={said?.stance === stance}
            disabled={isPending}
            onClick={() => give(stance)}
            sx={{ minHeight: isPhone ? 44 : undefined, minWidth: 72 }}
          >
            {word('Stance', stance)}
          </Button>
        ))}
      </Box>
      <ErrorNotice error={error} />
    </Box>
  );
};

const Line = ({ opinion }: { readonly opinion: Opinion }) => {
  const t = useText();
  const word = useEnumWords();
  const { personName, stance, text, byOwnAccount, statedOnPaper, confirmedAt } = opinion;
  const waits = statedOnPaper && !confirmedAt;
  const source = byOwnAccount ? 'byOwnAccount' : waits ? 'toConfirm' : statedOnPaper ? 'confirmed' : 'recorded';
  return (
    <Typography component="li" variant="body2">
      {t('resources.meetings.opinion.line', { name: personName, stance: word('Stance', stance), text })}
      <Typography component="span" variant="caption" color="textSecondary">
        {` ${t(`resources.meetings.opinion.${source}`)}`}
      </Typography>
    </Typography>
  );
};

/** 听取意见: what each said, by the own account or as written down. */
export const ItemOpinions = ({ meeting, item, hands }: ItemProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const [records, setRecords] = useState(false);
  const { own } = hands;
  const said = item.opinions.find(({ personId }) => personId === own?.personId);
  const maySay = item.topicId !== null && maySpeak(meeting, item, own);
  const mayConfirm = said?.statedOnPaper === true && !said.confirmedAt;
  const mayRecord = item.topicId !== null && isCurrent(meeting, item) && hands.writes && !isPhone;
  if (item.opinions.length === 0 && !maySay && !mayRecord) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t('resources.meetings.opinion.title', { count: item.opinions.length })}
        </Typography>
        {mayRecord && (
          <Button size="small" onClick={() => setRecords(true)}>
            {t('resources.meetings.opinion.record')}
          </Button>
        )}
      </Box>
      <Box
        component="ul"
        aria-label={t('resources.meetings.opinion.caption')}
        sx={{ margin: 0, paddingInlineStart: 2.5 }}
      >
        {item.opinions.map((opinion) => (
          <Line key={opinion.personId} opinion={opinion} />
        ))}
      </Box>
      {mayConfirm && (
        <ActButton
          document={ConfirmOpinionMutation}
          variables={{ itemId: item.id }}
          label={t('resources.meetings.opinion.confirm')}
          done={t('resources.meetings.opinion.confirmDone')}
          variant="contained"
        />
      )}
      {maySay && <OwnOpinion item={item} said={said} />}
      {records && <RecordOpinionsDialog meeting={meeting} item={item} onClose={() => setRecords(false)} />}
    </Box>
  );
};
