import { useWords } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { useMarkWords, type MatterFields } from '../matters/index.js';
import type { RuleWords } from './rule-rows.js';
import { HandedDownQuery } from './rules.graphql.js';

/** The catalogue that was handed down to a tenant's schools; null while it is on its way. */
export function useHandedDown(tenantId: string): readonly MatterFields[] | null {
  const { data } = useOperation(HandedDownQuery, { tenantId }, { enabled: tenantId !== '' });
  return data?.matterTypes ?? null;
}

/** Words for rules, with the names of the matters that they speak of. */
export function useRuleWords(tenantId: string): RuleWords {
  const words = useWords();
  const mark = useMarkWords();
  const types = useHandedDown(tenantId);
  return {
    ...words,
    mark,
    matterName: (code) => types?.find((type) => type.code === code)?.nameZh ?? code,
  };
}
