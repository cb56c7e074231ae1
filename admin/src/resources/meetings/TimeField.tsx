import { required, TextInput } from 'react-admin';

interface TimeFieldProps {
  readonly source: string;
  readonly label: string;
  readonly isRequired?: boolean;
}

const must = required();

/** A time of day, kept as `14:30`. */
export const TimeField = ({ source, label, isRequired }: TimeFieldProps) => (
  <TextInput
    source={source}
    label={label}
    type="time"
    validate={isRequired ? must : undefined}
    helperText={false}
    slotProps={{ inputLabel: { shrink: true } }}
    fullWidth
  />
);
