import { MenuItem, TextField } from '@mui/material';
import { useEnumWords, useText, type EnumName } from '../../i18n/index.js';

interface SelectProps {
  readonly label: string;
  readonly width?: number;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

interface ManyProps extends SelectProps {
  readonly choices: readonly Choice[];
  readonly value: readonly string[] | undefined;
  readonly onChange: (value: readonly string[] | undefined) => void;
}

const widthOf = (width = 118) => ({ width: { xs: 'calc(50% - 4px)', sm: width } });

/** Several of a list; none chosen filters nothing. */
export const ManySelect = ({ label, choices, value, onChange, width }: ManyProps) => (
  <TextField
    select
    label={label}
    margin="none"
    sx={widthOf(width)}
    value={value ?? []}
    onChange={({ target }) => {
      const chosen = target.value as unknown as string[];
      onChange(chosen.length > 0 ? chosen : undefined);
    }}
    slotProps={{ select: { multiple: true, MenuProps: { slotProps: { paper: { sx: { maxHeight: 400 } } } } } }}
  >
    {choices.map((choice) => (
      <MenuItem key={choice.value} value={choice.value}>
        {choice.text}
      </MenuItem>
    ))}
  </TextField>
);

interface OneProps extends SelectProps {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** There is always one. */
  readonly isRequired?: boolean;
}

/** One of a list, or any. */
export const OneSelect = ({ label, choices, value, onChange, width, isRequired }: OneProps) => {
  const t = useText();
  return (
    <TextField
      select
      label={label}
      margin="none"
      sx={widthOf(width)}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      {!isRequired && <MenuItem value="">{t('resources.shared.any')}</MenuItem>}
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.text}
        </MenuItem>
      ))}
    </TextField>
  );
};

/** The values of a closed list with their names. */
export function useEnumChoices(of: EnumName, values: readonly string[]): readonly Choice[] {
  const word = useEnumWords();
  return values.map((value) => ({ value, text: word(of, value) }));
}
