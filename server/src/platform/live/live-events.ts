import { ID_PREFIXES, encodeId } from '@zhixiao/domain';
import type { SubjectType } from '../subject-type.js';

/** The channel on which processes tell each other what was committed. */
export const LIVE_CHANNEL = 'zhixiao_live';

/** Where a changed row belongs, as far as rights look at it. */
export interface LivePlace {
  readonly schoolId: string | null;
  readonly restricted?: boolean;
  /** the one account that it is for */
  readonly accountId?: string;
}

/** Word of a changed row: never its content, which everybody reads again under the own rights. */
export interface LiveEvent extends LivePlace {
  readonly tenantId: number;
  readonly type: SubjectType;
  readonly id: string;
}

/** Rights that may have ended: streams of these tenants, or of this account, are looked at again. */
export type Recheck = { readonly lo: number; readonly hi: number } | { readonly accountId: string };

export type LiveMessage =
  { readonly events: readonly LiveEvent[]; readonly recheck?: undefined } | { readonly recheck: Recheck };

/** PostgreSQL takes less than 8,000 bytes; an event has at most some 250. */
const EVENTS_A_MESSAGE = 25;

/** The payloads of a transaction's events, without repetitions. */
export function payloadsOf(events: readonly LiveEvent[], rechecks: readonly Recheck[]): string[] {
  const once = (list: readonly object[]): string[] => [...new Set(list.map((one) => JSON.stringify(one)))];
  const texts = once(events);
  const payloads = once(rechecks).map((recheck) => `{"recheck":${recheck}}`);
  for (let from = 0; from < texts.length; from += EVENTS_A_MESSAGE) {
    payloads.push(`{"events":[${texts.slice(from, from + EVENTS_A_MESSAGE).join(',')}]}`);
  }
  return payloads;
}

/** What of an event leaves the process: the type and the opaque id. */
export function shownOf({ type, tenantId, id }: LiveEvent): { readonly type: string; readonly id: string } {
  return { type, id: encodeId(ID_PREFIXES[type], tenantId, id) };
}
