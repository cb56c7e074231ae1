import { Readable } from 'node:stream';
import { subjectOf } from '@zhixiao/policy';
import type { AppAbility } from '@zhixiao/policy';
import type { ActiveGrant } from '../scope.js';
import { shownOf } from './live-events.js';
import type { LiveEvent } from './live-events.js';

/** Who listens: one session under one grant. */
export interface Hearer {
  readonly tokenHash: Buffer;
  readonly grant: ActiveGrant;
  readonly ability: AppAbility;
}

/** Why the server ends a stream. Only after OVERLOADED and SHUTTING_DOWN it is of use to come back at once. */
export type CloseReason = 'SESSION_ENDED' | 'GRANT_ENDED' | 'TOO_MANY_STREAMS' | 'OVERLOADED' | 'SHUTTING_DOWN';

export interface LiveStream {
  readonly hearer: Hearer;
  /** server-sent events, as text */
  readonly out: Readable;
  /** `text` as `textOf` made it of the event, once for all streams */
  tell(event: LiveEvent, text: string): void;
  resync(): void;
  beat(): void;
  close(reason: CloseReason): void;
}

/** What may wait for a client that does not read; one that lags further begins anew and reads again. */
const MOST_WAITING_BYTES = 64 * 1024;
const RETRY_MS = 3000;
/** As long a client has to take the last word. */
const LAST_WORD_MS = 2000;

const eventText = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** What is told of an event. */
export function textOf(event: LiveEvent): string {
  return eventText('changed', shownOf(event));
}

/** A stream of one client: only what its grant reaches and its ability may read is told. */
export function openStream(hearer: Hearer): LiveStream {
  const out = new Readable({ read: () => undefined });
  out.push(`retry: ${RETRY_MS}\n\n${eventText('ready', {})}`);
  const close = (reason: CloseReason): void => {
    if (out.destroyed || out.readableEnded) return;
    out.push(eventText('closed', { reason }));
    out.push(null);
    setTimeout(() => void out.destroy(), LAST_WORD_MS).unref();
  };
  const push = (text: string): void => {
    if (out.destroyed || out.readableEnded) return;
    if (out.readableLength > MOST_WAITING_BYTES) return void out.destroy();
    out.push(text);
  };
  return {
    hearer,
    out,
    close,
    tell: (event, text) => {
      if (mayHear(hearer, event)) push(text);
    },
    resync: () => push(eventText('resync', {})),
    beat: () => push(': \n\n'),
  };
}

/** The ability asked by a type that is known by name only. */
interface Askable {
  can(action: 'read', subject: object): boolean;
}

/** The walls of a row: tenant and school as row security has them, then the ability. */
function mayHear({ grant, ability }: Hearer, event: LiveEvent): boolean {
  const { type, tenantId, schoolId, restricted = false, accountId } = event;
  if (tenantId < grant.lo || tenantId > grant.hi) return false;
  if (grant.schoolId !== null && grant.schoolId !== schoolId) return false;
  if (accountId !== undefined && accountId !== grant.accountId) return false;
  const row = { tenantId, schoolId, restricted, ...(accountId === undefined ? {} : { accountId }) };
  return (ability as Askable).can('read', subjectOf(type, row));
}
