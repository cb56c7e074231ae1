import { useEffect } from 'react';
import { useFormState, useWatch, type FieldValues } from 'react-hook-form';

const KEY = 'zhixiao.paper-meeting';
const PAUSE = 400;

/** What was typed of a school's paper record before the page was left or loaded anew; null where there was nothing. */
export function keptPaper(schoolId: string): FieldValues | null {
  const kept = sessionStorage.getItem(`${KEY}.${schoolId}`);
  try {
    return kept ? (JSON.parse(kept) as FieldValues) : null;
  } catch {
    return null;
  }
}

/** Once it is entered, or given up. */
export function forgetPaper(schoolId: string): void {
  sessionStorage.removeItem(`${KEY}.${schoolId}`);
}

/** Inside the form: keeps in this browser tab what is typed, a moment after it is. */
export function useKeepPaper(schoolId: string): void {
  const values = useWatch();
  const { isDirty, isSubmitting, isSubmitSuccessful } = useFormState();
  const keeps = isDirty && !isSubmitting && !isSubmitSuccessful;
  useEffect(() => {
    if (!keeps) return undefined;
    const timer = setTimeout(() => sessionStorage.setItem(`${KEY}.${schoolId}`, JSON.stringify(values)), PAUSE);
    return () => clearTimeout(timer);
  }, [values, schoolId, keeps]);
}
