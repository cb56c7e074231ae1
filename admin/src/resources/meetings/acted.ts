import { createContext, useContext, useEffect, useRef, type RefObject } from 'react';

/** Whether the last step of the meeting was this account's: then the next item is where it goes on typing. */
export const ActedContext = createContext<{ current: boolean }>({ current: false });

/** Says that the account has led the meeting on. */
export function useActed(): () => void {
  const acted = useContext(ActedContext);
  return () => {
    acted.current = true;
  };
}

/** The field that takes the focus where the account itself led on to it; whoever only watches keeps the own place. */
export function useFocusAfterAct(): RefObject<HTMLTextAreaElement | null> {
  const acted = useContext(ActedContext);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!acted.current) return;
    acted.current = false;
    field.current?.focus();
  }, [acted]);
  return field;
}
