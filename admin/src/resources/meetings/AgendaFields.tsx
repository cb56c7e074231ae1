import DownIcon from '@mui/icons-material/ArrowDownward';
import RemoveIcon from '@mui/icons-material/Close';
import UpIcon from '@mui/icons-material/ArrowUpward';
import { Box, IconButton } from '@mui/material';
import { useEnumWords, useText } from '../../i18n/index.js';

/** One item as it is planned: a topic, or what needs none. */
export interface Planned {
  readonly key: string;
  readonly id?: string;
  readonly topicId?: string;
  /** A topic that the head confirms by calling the meeting: its version. */
  readonly toConfirm?: number;
  readonly kind?: 'FIRST_TOPIC' | 'STUDY' | 'HEAR_REPORT';
  readonly title: string;
}

/** The input of it. */
export function plannedInput({ id, topicId, kind, title }: Planned) {
  if (id) return { id };
  return topicId ? { topicId } : { kind, title };
}

function moved(items: readonly Planned[], from: number, by: -1 | 1): readonly Planned[] {
  const next = [...items];
  const [one] = next.splice(from, 1);
  if (one) next.splice(from + by, 0, one);
  return next;
}

interface AgendaFieldsProps {
  readonly items: readonly Planned[];
  readonly onChange: (items: readonly Planned[]) => void;
}

/** 议程: the order by ↑ ↓, from the keyboard as well; ✕ takes one off. */
export const AgendaFields = ({ items, onChange }: AgendaFieldsProps) => {
  const t = useText();
  const word = useEnumWords();
  return (
    <Box component="ol" aria-label={t('resources.meetings.agenda.title')} sx={{ margin: 0, paddingInlineStart: 3 }}>
      {items.map((one, index) => (
        <Box component="li" key={one.key} sx={{ paddingBlock: 0.25 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <Box sx={{ flexGrow: 1, minWidth: 0 }}>
              {one.kind ? t('common.inParens', { text: one.title, note: word('ItemKind', one.kind) }) : one.title}
            </Box>
            <IconButton
              aria-label={t('resources.meetings.agenda.up', { title: one.title })}
              disabled={index === 0}
              onClick={() => onChange(moved(items, index, -1))}
            >
              <UpIcon fontSize="small" />
            </IconButton>
            <IconButton
              aria-label={t('resources.meetings.agenda.down', { title: one.title })}
              disabled={index === items.length - 1}
              onClick={() => onChange(moved(items, index, 1))}
            >
              <DownIcon fontSize="small" />
            </IconButton>
            <IconButton
              aria-label={t('resources.meetings.agenda.remove', { title: one.title })}
              onClick={() => onChange(items.filter(({ key }) => key !== one.key))}
            >
              <RemoveIcon fontSize="small" />
            </IconButton>
          </Box>
        </Box>
      ))}
    </Box>
  );
};
