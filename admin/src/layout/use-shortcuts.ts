import { useEffect, useRef } from 'react';
import { useStore } from 'react-admin';

/** Whether single keys do anything; they can be turned off (WCAG 2.1.4). */
export function useShortcutsEnabled(): [boolean, (next: boolean) => void] {
  return useStore<boolean>('shortcuts', true);
}

/** Is somebody typing? Then keys are text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

export interface ShortcutActions {
  readonly onSearch: () => void;
  readonly onHome: () => void;
  readonly onHelp: () => void;
}

const SEQUENCE = 1000;

/** `/` search, `g h` home, `?` help. */
export function useShortcuts(actions: ShortcutActions): void {
  const [enabled] = useShortcutsEnabled();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let lastG = 0;
    const onKey = (event: KeyboardEvent) => {
      const { key, timeStamp } = event;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (key === 'g') lastG = timeStamp;
      const act = {
        '/': latest.current.onSearch,
        '?': latest.current.onHelp,
        h: timeStamp - lastG < SEQUENCE ? latest.current.onHome : undefined,
      }[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);
}
