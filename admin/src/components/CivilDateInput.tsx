import { Box, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { required, useInput, ValidationError, type Validator } from 'react-admin';
import { formatMonth, useText } from '../i18n/index.js';
import { useLocaleState } from 'react-admin';

interface CivilDateInputProps {
  readonly source: string;
  readonly label: string;
  /** Where the precision is kept; given: the user may say that only the month is known. */
  readonly precisionSource?: string;
  readonly isRequired?: boolean;
  readonly validate?: Validator | Validator[];
  readonly helperText?: string;
}

/** Text of a month or a day as a civil date: a month is its first day. */
function toCivilDate(text: string): string | null {
  if (!text) return null;
  return text.length === 7 ? `${text}-01` : text;
}

const must = required();

/** A day, kept as `YYYY-MM-DD`; with `precisionSource`, a month where no more is known (2023年9月). */
export const CivilDateInput = (props: CivilDateInputProps) => {
  const { source, label, precisionSource, isRequired, validate, helperText } = props;
  const t = useText();
  const [locale] = useLocaleState();
  const day = useInput<Record<string, string | null>>({
    source,
    validate: validate ?? (isRequired ? must : undefined),
  });
  const precision = useInput<Record<string, string>>({ source: precisionSource ?? `${source}Precision` });
  const monthOnly = precisionSource !== undefined && precision.field.value === 'MONTH';
  const value = String(day.field.value ?? '');
  const error = day.fieldState.invalid ? (day.fieldState.error?.message ?? '') : '';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'flex-start' }}>
      <TextField
        id={day.id}
        name={day.field.name}
        type={monthOnly ? 'month' : 'date'}
        label={label}
        required={isRequired}
        value={monthOnly ? value.slice(0, 7) : value}
        onChange={({ target }) => day.field.onChange(toCivilDate(target.value))}
        onBlur={day.field.onBlur}
        error={Boolean(error)}
        helperText={
          error ? (
            <ValidationError error={error} />
          ) : (
            (helperText ?? (monthOnly && value ? formatMonth(value, locale) : null))
          )
        }
        size="small"
        sx={{ flex: '1 1 150px' }}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: '1949-10-01', max: '2099-12-31' } }}
      />
      {precisionSource && (
        <FormControlLabel
          control={
            <Checkbox
              checked={monthOnly}
              onChange={(_, checked) => {
                precision.field.onChange(checked ? 'MONTH' : 'DAY');
                if (checked && value) day.field.onChange(`${value.slice(0, 7)}-01`);
              }}
            />
          }
          label={t('common.date.monthOnly')}
        />
      )}
    </Box>
  );
};
