import { useEnumWords, useText } from '../../i18n/index.js';
import type { Outcome } from './import-counts.js';
import type { Batch } from './import.graphql.js';

/** 可导入 before the confirmation, 已导入 after it. */
export function useOutcomeWord(status: Batch['status']): (outcome: Outcome) => string {
  const t = useText();
  const word = useEnumWords();
  return (outcome) =>
    outcome === 'IMPORTED' && status === 'CONFIRMED' ? t('resources.imports.done') : word('ImportOutcome', outcome);
}
