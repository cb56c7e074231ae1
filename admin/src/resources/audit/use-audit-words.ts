import { checkName, postName, type NamedSeat } from '../../components/index.js';
import { useEnumWords, useText, type EnumName, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import type { AuditRow } from './audit.graphql.js';
import { nameIn, recordOf } from './diff.js';

const { actions, subjects, fields, counts } = zhCN.resources.audit;
const TEXTS = { actions, subjects, fields, counts };

/** A status is of one of these. */
const STATUSES = ['ImportStatus', 'DepartureStatus', 'FilingState'] as const;
const STATES = ['RolloutState', 'TopicState'] as const;

function listOf(field: string, value: unknown): EnumName | undefined {
  const lists = field === 'status' ? STATUSES : field === 'state' ? STATES : [];
  return lists.find((list) => String(value) in zhCN.enums[list]) ?? LISTS[field];
}

/** Fields whose values are of a closed list. */
const LISTS: Readonly<Record<string, EnumName>> = {
  ...{ post: 'Post', portfolio: 'CommitteePortfolio', membership: 'Membership', sex: 'Sex', stage: 'SchoolStage' },
  ...{
    ownership: 'Ownership',
    orgType: 'PartyOrgType',
    role: 'Role',
    category: 'MatterCategory',
    meetingKind: 'MeetingKind',
    confirmedAs: 'HeadPost',
    kind: 'ImportKind',
  },
  ...{ startPrecision: 'DatePrecision', endPrecision: 'DatePrecision', readiness: 'ReadinessDimension' },
};

/** What of an entry has words. */
export interface AuditWords {
  readonly action: (name: string) => string;
  /** What was acted on: its kind, and its name where the entry tells it. */
  readonly subject: (entry: Pick<AuditRow, 'subjectType' | 'before' | 'after'>) => string;
  readonly field: (name: string) => string;
  readonly value: (field: string, value: unknown) => string;
}

/** Entries in words; what has none (an action of a later version) is shown as it is recorded. */
export function useAuditWords(): AuditWords {
  const t = useText();
  const word = useEnumWords();
  const known = (area: keyof typeof TEXTS, name: string): string =>
    name in TEXTS[area] ? t(`resources.audit.${area}.${name}` as TextKey) : name;
  const scalar = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('common.none');
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'object') {
      const parts = Object.entries(value).map(([name, one]) => `${known('counts', name)} ${String(one)}`);
      return parts.join(t('common.listSeparator'));
    }
    if (field === 'checkId') return checkName(String(value), t);
    if (field === 'assumed') return known('fields', String(value));
    const list = listOf(field, value);
    return list ? word(list, String(value)) : String(value);
  };
  const nameOf = ({ before, after }: Pick<AuditRow, 'before' | 'after'>): string | null => {
    const name = nameIn(after) ?? nameIn(before);
    const { post, portfolio, fullTime } = { ...recordOf(before), ...recordOf(after) } as Partial<NamedSeat>;
    if (!name || !post) return name;
    return t('common.inParens', { text: name, note: postName({ post, portfolio, fullTime }, { t, word }) });
  };
  return {
    // a dot would be a path of the texts
    action: (name: string) => known('actions', name.replaceAll('.', '_').replaceAll('-', '_')),
    subject: (entry) => {
      const kind = known('subjects', entry.subjectType);
      const name = nameOf(entry);
      return name ? t('resources.audit.named', { kind, name }) : kind;
    },
    field: (name: string) => known('fields', name),
    value: (field: string, value: unknown) =>
      Array.isArray(value)
        ? value.map((one) => scalar(field, one)).join(t('common.listSeparator')) || t('common.none')
        : scalar(field, value),
  };
}
