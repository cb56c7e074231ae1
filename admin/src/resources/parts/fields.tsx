import { CheckboxGroupInput, NumberInput, required, SelectInput, TextInput } from 'react-admin';
import { useText, type EnumName } from '../../i18n/index.js';
import { useEnumChoices } from './EnumSelect.js';

interface FieldProps {
  readonly source: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly helperText?: string;
}

const must = required();
const rules = ({ isRequired }: FieldProps) => (isRequired ? must : undefined);
const help = (text: string | undefined) => text ?? false;

interface TextFieldProps extends FieldProps {
  readonly max?: number;
  readonly rows?: number;
  readonly autoFocus?: boolean;
}

/** A line of text. */
export const TextField = (props: TextFieldProps) => {
  const { source, label, helperText, max = 100, rows, autoFocus } = props;
  return (
    <TextInput
      source={source}
      label={label}
      validate={rules(props)}
      helperText={help(helperText)}
      multiline={rows !== undefined}
      minRows={rows}
      autoFocus={autoFocus}
      slotProps={{ htmlInput: { maxLength: max } }}
      fullWidth
    />
  );
};

/** Why: every change of what is recorded says so. */
export const ReasonField = ({ source = 'reason', label }: { readonly source?: string; readonly label?: string }) => {
  const t = useText();
  return <TextField source={source} label={label ?? t('common.reason')} isRequired max={500} rows={2} />;
};

/** A number of people or classes. */
export const CountField = (props: FieldProps) => (
  <NumberInput
    source={props.source}
    label={props.label}
    validate={rules(props)}
    helperText={help(props.helperText)}
    min={0}
    step={1}
    fullWidth
  />
);

interface EnumFieldProps extends FieldProps {
  readonly of: EnumName;
  readonly values: readonly string[];
}

/** One of a closed list. */
export const EnumField = (props: EnumFieldProps) => {
  const choices = useEnumChoices(props.of, props.values).map(({ value, text }) => ({ id: value, name: text }));
  return (
    <SelectInput
      source={props.source}
      label={props.label}
      choices={choices}
      translateChoice={false}
      validate={rules(props)}
      helperText={help(props.helperText)}
      fullWidth
    />
  );
};

const YES_NO = [
  { id: true, key: 'common.yes' },
  { id: false, key: 'common.no' },
] as const;

/** Yes, no, or not known. */
export const YesNoField = (props: FieldProps) => {
  const t = useText();
  return (
    <SelectInput
      source={props.source}
      label={props.label}
      choices={YES_NO.map(({ id, key }) => ({ id: String(id), name: t(key) }))}
      translateChoice={false}
      format={(value: boolean | null | undefined) => (value === null || value === undefined ? '' : String(value))}
      parse={(text: string) => (text === '' ? null : text === 'true')}
      validate={rules(props)}
      helperText={help(props.helperText)}
      emptyText={t('common.unknown')}
      fullWidth
    />
  );
};

/** Several of a closed list. */
export const ManyField = (props: EnumFieldProps) => {
  const choices = useEnumChoices(props.of, props.values).map(({ value, text }) => ({ id: value, name: text }));
  return (
    <CheckboxGroupInput
      source={props.source}
      label={props.label}
      choices={choices}
      translateChoice={false}
      helperText={help(props.helperText)}
    />
  );
};
