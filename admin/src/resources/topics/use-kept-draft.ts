import { useEffect, useState } from 'react';
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form';

const KEY = 'zhixiao.topic-draft';
const PAUSE = 400;

function read(place: string): FieldValues | null {
  const kept = sessionStorage.getItem(`${KEY}.${place}`);
  try {
    return kept ? (JSON.parse(kept) as FieldValues) : null;
  } catch {
    return null;
  }
}

interface KeptDraft {
  /** What was typed before the page was left or loaded anew; null where there was nothing. */
  readonly kept: FieldValues | null;
  readonly forget: () => void;
}

/** What is typed stays in this browser tab until it is sent: an idle logout or a reload loses nothing. */
export function useKeptDraft(place: string): KeptDraft {
  const [kept, setKept] = useState(() => read(place));
  return {
    kept,
    forget: () => {
      sessionStorage.removeItem(`${KEY}.${place}`);
      setKept(null);
    },
  };
}

/** Inside the form: keeps what is typed, a moment after it is. */
export function useKeepTyped(place: string): void {
  const values = useWatch();
  const { formState } = useFormContext();
  const { isDirty } = formState;
  useEffect(() => {
    if (!isDirty) return undefined;
    const timer = setTimeout(() => sessionStorage.setItem(`${KEY}.${place}`, JSON.stringify(values)), PAUSE);
    return () => clearTimeout(timer);
  }, [values, place, isDirty]);
}
