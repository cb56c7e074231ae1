import { useState } from 'react';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import type { MeetingKind } from '@zhixiao/domain';
import { useEnumWords, useText } from '../../i18n/index.js';
import { AgendaFields, type Planned } from './AgendaFields.js';
import { TopicPool } from './TopicPool.js';

const WITHOUT_TOPIC = ['FIRST_TOPIC', 'STUDY', 'HEAR_REPORT'] as const;
type Kind = (typeof WITHOUT_TOPIC)[number];

interface AgendaEditorProps {
  readonly schoolId: string;
  readonly kind: MeetingKind;
  readonly items: readonly Planned[];
  /** The head calls the meeting with it, and confirms what waits for that. */
  readonly confirms?: boolean;
  readonly onChange: (items: readonly Planned[]) => void;
}

/** What needs no topic: 第一议题, 传达学习, 听取汇报. */
const AddOther = ({ items, onChange }: Pick<AgendaEditorProps, 'items' | 'onChange'>) => {
  const t = useText();
  const word = useEnumWords();
  const [kind, setKind] = useState<Kind>('STUDY');
  const [title, setTitle] = useState('');
  const add = () => {
    const one = { key: `${kind} ${title} ${items.length}`, kind, title: title.trim() };
    onChange(kind === 'FIRST_TOPIC' ? [one, ...items] : [...items, one]);
    setTitle('');
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', marginTop: 1 }}>
      <TextField
        select
        size="small"
        margin="none"
        label={t('resources.meetings.agenda.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value as Kind)}
        sx={{ width: 130 }}
      >
        {WITHOUT_TOPIC.map((one) => (
          <MenuItem key={one} value={one}>
            {word('ItemKind', one)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        size="small"
        margin="none"
        label={t('resources.meetings.agenda.itemTitle')}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        sx={{ flex: '1 1 200px' }}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <Button variant="outlined" disabled={!title.trim()} onClick={add}>
        {t('resources.meetings.agenda.add')}
      </Button>
    </Box>
  );
};

/** The agenda of a meeting: confirmed topics of its kind, what needs no topic, and their order. */
export const AgendaEditor = ({ schoolId, kind, items, confirms = false, onChange }: AgendaEditorProps) => {
  const t = useText();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TopicPool schoolId={schoolId} kind={kind} confirms={confirms} items={items} onChange={onChange} />
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('resources.meetings.agenda.title')}
      </Typography>
      <AgendaFields items={items} onChange={onChange} />
      <AddOther items={items} onChange={onChange} />
    </Box>
  );
};
