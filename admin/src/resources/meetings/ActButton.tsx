import { useEffect, useId, useRef } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useNotify } from 'react-admin';
import { ErrorNotice } from '../../components/index.js';
import { isServerError, useWrite } from '../../data/index.js';
import { useIsPhone } from '../parts/index.js';

interface FaceProps {
  readonly label: string;
  readonly variant?: 'text' | 'outlined' | 'contained';
  readonly color?: 'primary' | 'error' | 'success';
  /** Why it can't be done now: the button stays in sight and says it. */
  readonly why?: string | null;
}

interface ActFaceProps extends FaceProps {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onAct: () => void;
}

/** How an act looks: what stands in its way and what the server refuses stand under it. On a phone it is as large as a thumb. */
const ActFace = (props: ActFaceProps) => {
  const { label, variant = 'outlined', color = 'primary', why, isPending, error, onAct } = props;
  const whyId = useId();
  const isPhone = useIsPhone();
  return (
    <Box sx={{ display: 'inline-grid', gap: 0.5, justifyItems: 'start', flexBasis: why || error ? '100%' : undefined }}>
      <Button
        variant={variant}
        color={color}
        loading={isPending}
        disabled={Boolean(why)}
        aria-describedby={why ? whyId : undefined}
        onClick={onAct}
        sx={{ minHeight: isPhone ? 44 : undefined, minWidth: isPhone ? 88 : undefined }}
      >
        {label}
      </Button>
      {why && (
        <Typography id={whyId} variant="body2" color="error">
          {why}
        </Typography>
      )}
      {Boolean(error) && (
        <Box aria-live="assertive">
          <ErrorNotice error={error} />
        </Box>
      )}
    </Box>
  );
};

interface ActButtonProps<R, V> extends FaceProps {
  readonly document: TadaDocumentNode<R, V>;
  readonly variables: V;
  /** Said when it is done. */
  readonly done: string;
  readonly onDone?: () => void;
}

/** A button that is one act. */
export const ActButton = <R, V>({ document, variables, done, onDone, ...face }: ActButtonProps<R, V>) => {
  const notify = useNotify();
  const { mutate, isPending, error } = useWrite(document);
  const act = () =>
    mutate(variables, {
      onSuccess: () => {
        notify(done, { type: 'success' });
        onDone?.();
      },
    });
  return <ActFace {...face} isPending={isPending} error={error} onAct={act} />;
};

interface StepsButtonProps extends FaceProps {
  readonly done: string;
  /** Several acts, one after the other; what was done before one is refused stays done. */
  readonly steps: () => Promise<void>;
}

/**
 * A button that is several acts of one hand. The page may be in its next state, and the button gone, before the last of them is
 * answered: then what became of it is said all the same.
 */
export const StepsButton = ({ steps, done, ...face }: StepsButtonProps) => {
  const notify = useNotify();
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const run = async () => {
    try {
      await steps();
    } catch (refusal) {
      // the message of a refusal is the key of its text
      if (!isShown.current && isServerError(refusal)) notify(refusal.message, { type: 'error' });
      throw refusal;
    }
    notify(done, { type: 'success' });
  };
  const { mutate, isPending, error } = useMutation({ mutationFn: run });
  return <ActFace {...face} isPending={isPending} error={error} onAct={() => mutate()} />;
};
