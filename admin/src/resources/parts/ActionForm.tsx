import { useState, type ReactNode } from 'react';
import { Box, Button } from '@mui/material';
import { Form } from 'react-admin';
import { useFormContext, useFormState, type FieldValues } from 'react-hook-form';
import { ErrorNotice, useWords } from '../../components/index.js';
import { useUnsavedForm } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { fieldErrors } from './field-errors.js';

export interface ActionFormProps {
  readonly initial: FieldValues;
  /** The button that submits; null where `buttons` are all. */
  readonly submitLabel: string | null;
  /** Writes; what it throws is shown, at its fields where it has some. What was typed stays. */
  readonly onSubmit: (values: FieldValues) => Promise<unknown>;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
  /** Names of the form for fields that the API calls otherwise. */
  readonly apiFields?: Readonly<Record<string, string>>;
  /** Said beside the error: what is in the way. */
  readonly explain?: (error: unknown) => ReactNode;
  /** The act cannot be taken back easily. */
  readonly isGrave?: boolean;
  /** Further ways to submit, before the button; each says by `setValue` what it means. */
  readonly buttons?: ReactNode;
}

type ButtonsProps = Pick<ActionFormProps, 'submitLabel' | 'onCancel' | 'isGrave' | 'buttons'>;

const Buttons = ({ submitLabel, onCancel, isGrave, buttons }: ButtonsProps) => {
  const t = useText();
  const { isSubmitting } = useFormState();
  return (
    <Box
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        justifyContent: 'flex-end',
        paddingBlock: 1,
        // on a phone the buttons stay in sight
        [theme.breakpoints.down('sm')]: {
          position: 'sticky',
          bottom: 0,
          zIndex: 2,
          backgroundColor: theme.palette.background.paper,
        },
      })}
    >
      {onCancel && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
      {buttons}
      {submitLabel && (
        <Button type="submit" variant="contained" color={isGrave ? 'error' : 'primary'} loading={isSubmitting}>
          {submitLabel}
        </Button>
      )}
    </Box>
  );
};

/** Tells the frame about unsaved changes; holds the form's whole inside. */
const Inside = ({ children }: { readonly children: ReactNode }) => {
  const { isDirty, isSubmitSuccessful } = useFormState({ control: useFormContext().control });
  useUnsavedForm({ isDirty: isDirty && !isSubmitSuccessful });
  return children;
};

/** A form that writes: its fields, what the server refused, and its buttons. */
export const ActionForm = (props: ActionFormProps) => {
  const { initial, onSubmit, children, apiFields, explain } = props;
  const words = useWords();
  const [frozen] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const submit = async (values: FieldValues) => {
    try {
      await onSubmit(values);
      setError(null);
      return undefined;
    } catch (refusal) {
      setError(refusal);
      return fieldErrors(refusal, words, apiFields);
    }
  };
  return (
    <Form defaultValues={frozen} onSubmit={submit} sanitizeEmptyValues disableInvalidFormNotification noValidate>
      <Inside>
        <Box sx={{ display: 'grid', gap: 0.5 }}>{children}</Box>
        <Box aria-live="assertive">
          <ErrorNotice error={error}>{error && explain ? explain(error) : null}</ErrorNotice>
        </Box>
        <Buttons {...props} />
      </Inside>
    </Form>
  );
};
