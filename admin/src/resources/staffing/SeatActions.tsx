import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { useAbility, type ScopedRecord } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { CancelDialog } from './CancelDialog.js';
import { CorrectDialog, type CorrectableSeat } from './CorrectDialog.js';
import { EndDialog } from './EndDialog.js';

interface SeatActionsProps {
  readonly seat: CorrectableSeat;
  /** Where it is held. */
  readonly on: ScopedRecord;
  /** An end that is past is corrected, not ended again. */
  readonly today: string;
}

type Act = 'end' | 'cancel' | 'correct';

/** 免职 (or 取消任命, while it has not begun) and 更正 of one appointment, for whom the server would not refuse it. */
export const SeatActions = ({ seat, on, today }: SeatActionsProps) => {
  const t = useText();
  const word = useEnumWords();
  const { can } = useAbility();
  const [open, setOpen] = useState<Act | null>(null);
  const close = () => setOpen(null);
  const whom = `${seat.personName} ${word('Post', seat.post)}`;
  const isToCome = seat.startsOn > today;
  const mayEnd = can('end', 'Appointment', on) && (isToCome || seat.endsOn === null || seat.endsOn >= today);
  const mayCorrect = can('correct', 'Appointment', on);
  if (!mayEnd && !mayCorrect) return null;
  const button = (act: Act) => (
    <Button
      size="small"
      sx={{ minWidth: 0, paddingInline: 0.75 }}
      aria-label={`${t(`resources.appointments.${act}.short`)} ${whom}`}
      onClick={() => setOpen(act)}
    >
      {t(`resources.appointments.${act}.short`)}
    </Button>
  );
  return (
    <Box component="span" className="no-print" sx={{ display: 'inline-flex', gap: 0.5 }}>
      {mayEnd && button(isToCome ? 'cancel' : 'end')}
      {mayCorrect && button('correct')}
      {open === 'end' && <EndDialog seat={seat} onClose={close} />}
      {open === 'cancel' && <CancelDialog seat={seat} onClose={close} />}
      {open === 'correct' && <CorrectDialog seat={seat} onClose={close} />}
    </Box>
  );
};
