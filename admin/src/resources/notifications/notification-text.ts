import { checkName } from '../../components/index.js';
import type { Text, TextKey, TextParams } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import type { NotificationRow } from './notification.graphql.js';

const { kinds } = zhCN.notifications;

function paramsOf(params: unknown, t: Text): TextParams {
  const told = (params ?? {}) as Readonly<Record<string, string | number | null>>;
  const checkId = told['checkId'];
  return checkId ? { ...told, checkId: checkName(String(checkId), t) } : told;
}

/** What a notification says; of a kind that is not known here only that there is something. */
export function notificationText({ kind, params }: Pick<NotificationRow, 'kind' | 'params'>, t: Text): string {
  if (!(kind in kinds)) return t('notifications.unknown');
  return t(`notifications.kinds.${kind}` as TextKey, paramsOf(params, t));
}
