import { useEffect, useRef, useState } from 'react';
import { useFormState, useWatch, type FieldValues } from 'react-hook-form';
import { keepTyped, typedAt, useViewer } from '../../data/index.js';

const PAUSE = 400;

export interface KeptForm {
  /** What was typed before the page was left or loaded anew; null where there was nothing. */
  readonly kept: FieldValues | null;
  readonly keep: (values: FieldValues) => void;
  /** Gives up what was kept, to begin anew. */
  readonly forget: () => void;
  /** It is sent: nothing is kept from now on. */
  readonly finish: () => void;
}

/** What is typed stays in this browser tab, for this account, until it is sent or the account logs out: a reload or an idle logout loses nothing. */
export function useKeptForm(place: string): KeptForm {
  const accountId = useViewer()?.account.id ?? '';
  const [kept, setKept] = useState(() => typedAt(accountId, place) as FieldValues | null);
  const isSent = useRef(false);
  const write = (values: FieldValues | null) => keepTyped(accountId, place, values);
  return {
    kept,
    keep: (values) => {
      if (!isSent.current) write(values);
    },
    forget: () => {
      write(null);
      setKept(null);
    },
    finish: () => {
      isSent.current = true;
      write(null);
    },
  };
}

/** Inside the form: keeps what is typed a moment after it is, and at once when the page goes. */
export function useKeepTyped({ keep }: KeptForm): void {
  const values = useWatch();
  const { isDirty } = useFormState();
  const current = useRef({ keep, values, isDirty });
  useEffect(() => {
    current.current = { keep, values, isDirty };
    const timer = isDirty ? setTimeout(() => keep(values), PAUSE) : undefined;
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    const onLeave = () => {
      if (current.current.isDirty) current.current.keep(current.current.values);
    };
    addEventListener('pagehide', onLeave);
    return () => removeEventListener('pagehide', onLeave);
  }, []);
}
