import {
  DECIDERS,
  DISCLOSURE_MARKS,
  EXPERT_MARKS,
  STAFF_HEARINGS,
  SUPERIOR_MARKS,
  TWO_THIRDS_MARKS,
  type MatterType,
} from '@zhixiao/domain';
import LockIcon from '@mui/icons-material/LockOutlined';
import { Box, Typography } from '@mui/material';
import { SelectInput } from 'react-admin';
import { useEnumWords, useText, type EnumName } from '../../i18n/index.js';
import { FieldGrid } from '../parts/index.js';
import { choicesFor, type Changeable } from './matter-rules.js';

type Marked = Exclude<Changeable, 'priorConsultation'>;

/** The closed list behind each field. */
export const MARKS: Readonly<Record<Marked, readonly [EnumName, readonly string[]]>> = {
  decidedBy: ['Decider', DECIDERS],
  twoThirds: ['TwoThirdsMark', TWO_THIRDS_MARKS],
  staffHearing: ['StaffHearingMark', STAFF_HEARINGS],
  expert: ['ExpertMark', EXPERT_MARKS],
  disclosure: ['DisclosureMark', DISCLOSURE_MARKS],
  superior: ['SuperiorMark', SUPERIOR_MARKS],
};

/** Words for the values of a field. */
export function useMarkWords(): (field: Changeable, value: unknown) => string {
  const t = useText();
  const word = useEnumWords();
  return (field, value) => {
    if (value === null || value === undefined) return t('common.none');
    if (field === 'priorConsultation') return t(value ? 'common.yes' : 'common.no');
    return word(MARKS[field][0], String(value));
  };
}

const Locked = ({
  label,
  value,
  basis,
}: {
  readonly label: string;
  readonly value: string;
  readonly basis: string;
}) => {
  const t = useText();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 48 }}>
      <LockIcon fontSize="small" aria-hidden />
      <Typography variant="body2">
        {t('common.inParens', { text: `${label} ${value}`, note: `${t('pages.matters.locked')} ${basis}` })}
      </Typography>
    </Box>
  );
};

interface MatterMarksProps {
  /** As it was handed down. */
  readonly type: MatterType;
  readonly prefix?: string;
}

/** What this level says on a type: only values that are strict enough are offered; what the Opinion fixes is locked. */
export const MatterMarks = ({ type, prefix = '' }: MatterMarksProps) => {
  const t = useText();
  const word = useMarkWords();
  const select = (field: Changeable, values: readonly (string | boolean)[]) => {
    const label = t(`pages.matters.fields.${field}`);
    const choices = choicesFor(type, field, values);
    const stays = word(field, type[field]);
    if (choices.length < 2) return <Locked key={field} label={label} value={stays} basis={type.basis} />;
    return (
      <SelectInput
        key={field}
        source={`${prefix}${field}`}
        label={label}
        choices={choices
          .filter((value) => value !== type[field])
          .map((value) => ({ id: String(value), name: word(field, value) }))}
        translateChoice={false}
        emptyText={t('common.inParens', { text: t('pages.matters.change.inherit'), note: stays })}
        format={(value: unknown) => (value === null || value === undefined ? '' : String(value))}
        parse={(text: string) => (text === '' ? null : field === 'priorConsultation' ? text === 'true' : text)}
        helperText={false}
        fullWidth
      />
    );
  };
  const marked = Object.entries(MARKS) as [Marked, readonly [EnumName, readonly string[]]][];
  return (
    <FieldGrid>
      {marked.map(([field, [, values]]) => select(field, values))}
      {select('priorConsultation', [false, true])}
    </FieldGrid>
  );
};
