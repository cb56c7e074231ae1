import { useId } from 'react';
import { Box, Button, Typography } from '@mui/material';
import type { TadaDocumentNode } from 'gql.tada';
import { useNotify } from 'react-admin';
import { ErrorNotice } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useIsPhone } from '../parts/index.js';

interface ActButtonProps<R, V> {
  readonly document: TadaDocumentNode<R, V>;
  readonly variables: V;
  readonly label: string;
  /** Said when it is done. */
  readonly done: string;
  readonly variant?: 'text' | 'outlined' | 'contained';
  readonly color?: 'primary' | 'error' | 'success';
  /** Why it can't be done now: the button stays in sight and says it. */
  readonly why?: string | null;
  readonly onDone?: () => void;
}

/** A button that is one act: what the server refuses stands under it. On a phone it is as large as a thumb. */
export const ActButton = <R, V>(props: ActButtonProps<R, V>) => {
  const { document, variables, label, done, variant = 'outlined', color = 'primary', why, onDone } = props;
  const notify = useNotify();
  const whyId = useId();
  const isPhone = useIsPhone();
  const { mutate, isPending, error } = useWrite(document);
  const act = () =>
    mutate(variables, {
      onSuccess: () => {
        notify(done, { type: 'success' });
        onDone?.();
      },
    });
  return (
    <Box sx={{ display: 'inline-grid', gap: 0.5, justifyItems: 'start', flexBasis: why || error ? '100%' : undefined }}>
      <Button
        variant={variant}
        color={color}
        loading={isPending}
        disabled={Boolean(why)}
        aria-describedby={why ? whyId : undefined}
        onClick={act}
        sx={{ minHeight: isPhone ? 44 : undefined, minWidth: isPhone ? 88 : undefined }}
      >
        {label}
      </Button>
      {why && (
        <Typography id={whyId} variant="body2" color="error">
          {why}
        </Typography>
      )}
      {error && (
        <Box aria-live="assertive">
          <ErrorNotice error={error} />
        </Box>
      )}
    </Box>
  );
};
