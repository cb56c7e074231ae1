import { useAsOf, useViewer } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import type { Words } from './finding-text.js';

/** The day that the pages show: the one chosen, or today as the server has it. */
export function useDayShown(): string {
  const today = useViewer()?.today;
  return useAsOf() ?? today ?? new Date().toISOString().slice(0, 10);
}

/** What putting findings into words needs. */
export function useWords(): Words {
  return { t: useText(), word: useEnumWords(), on: useDayShown() };
}
