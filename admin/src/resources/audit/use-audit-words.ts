import { useEnumWords, useText, type EnumName, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';

const { actions, subjects, fields } = zhCN.resources.audit;

/** A status is of one of these. */
const STATUSES = ['ImportStatus', 'DepartureStatus'] as const;

function listOf(field: string, value: unknown): EnumName | undefined {
  if (field !== 'status') return LISTS[field];
  return STATUSES.find((list) => String(value) in zhCN.enums[list]);
}

/** Fields whose values are of a closed list. */
const LISTS: Readonly<Record<string, EnumName>> = {
  ...{ post: 'Post', portfolio: 'CommitteePortfolio', membership: 'Membership', sex: 'Sex', stage: 'SchoolStage' },
  ...{ ownership: 'Ownership', orgType: 'PartyOrgType', state: 'RolloutState', role: 'Role', kind: 'ImportKind' },
  ...{ startPrecision: 'DatePrecision', endPrecision: 'DatePrecision', readiness: 'ReadinessDimension' },
};

/** What of an entry has words. */
export interface AuditWords {
  readonly action: (name: string) => string;
  readonly subject: (name: string) => string;
  readonly field: (name: string) => string;
  readonly value: (field: string, value: unknown) => string;
}

/** Entries in words; what has none (an action of a later version) is shown as it is recorded. */
export function useAuditWords(): AuditWords {
  const t = useText();
  const word = useEnumWords();
  const known = (area: 'actions' | 'subjects' | 'fields', texts: object, name: string): string =>
    name in texts ? t(`resources.audit.${area}.${name}` as TextKey) : name;
  const scalar = (list: EnumName | undefined, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('common.none');
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'object') return JSON.stringify(value);
    return list ? word(list, String(value)) : String(value);
  };
  return {
    // a dot would be a path of the texts
    action: (name: string) => known('actions', actions, name.replaceAll('.', '_').replaceAll('-', '_')),
    subject: (name: string) => known('subjects', subjects, name),
    field: (name: string) => known('fields', fields, name),
    value: (field: string, value: unknown) =>
      Array.isArray(value)
        ? value.map((one) => scalar(listOf(field, one), one)).join(t('common.listSeparator')) || t('common.none')
        : scalar(listOf(field, value), value),
  };
}
