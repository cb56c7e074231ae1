import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createAbility } from '@zhixiao/policy';
import type { ActiveGrant } from '../scope.js';
import { payloadsOf } from './live-events.js';
import type { LiveEvent } from './live-events.js';
import { openStream, textOf } from './live-stream.js';

const school = randomUUID();
const accountId = randomUUID();
const everything = { tenantId: { $gte: 0, $lte: 999_999 } };
/** An ability that lets everything through, so that the walls of tenant, school and account are seen alone. */
const ability = createAbility([
  { action: 'read', subject: 'School', conditions: everything },
  { action: 'read', subject: 'Notification', conditions: everything },
]);

/** What a stream under a grant hears of events. */
function heard(grant: Partial<ActiveGrant>, events: readonly LiveEvent[]): number {
  const full = { tenantId: 522636, lo: 522636, hi: 522636, schoolId: null, accountId, ...grant } as ActiveGrant;
  const stream = openStream({ tokenHash: Buffer.alloc(32), grant: full, ability });
  for (const event of events) stream.tell(event, textOf(event));
  const text = String(stream.out.read() ?? '');
  stream.out.destroy();
  return text.split('event: changed').length - 1;
}

const event = (more: Partial<LiveEvent> = {}): LiveEvent => ({
  tenantId: 522636,
  type: 'School',
  id: school,
  schoolId: school,
  ...more,
});

describe('The walls of a stream, whatever the rules would allow', () => {
  test('are the tenants of its grant', () => {
    const events = [522600, 522635, 522636, 522637, 0].map((tenantId) => event({ tenantId }));
    expect(heard({}, events)).toBe(1);
    expect(heard({ lo: 522600, hi: 522699 }, events)).toBe(4);
  });

  test('are the one school of a school’s grant: neither another one nor what belongs to none', () => {
    const events = [event(), event({ schoolId: randomUUID() }), event({ schoolId: null })];
    expect(heard({ schoolId: school }, events)).toBe(1);
    expect(heard({}, events)).toBe(3);
  });

  test('are the account, for what is for one', () => {
    const own = event({ type: 'Notification', accountId });
    const others = event({ type: 'Notification', accountId: randomUUID() });
    expect(heard({}, [own, others])).toBe(1);
  });
});

describe('A client that does not read', () => {
  test('is given up once enough waits for it', () => {
    const grant = { tenantId: 522636, lo: 522636, hi: 522636, schoolId: null, accountId } as ActiveGrant;
    const stream = openStream({ tokenHash: Buffer.alloc(32), grant, ability });
    const one = event();
    let told = 0;
    while (!stream.out.destroyed && told < 100_000) {
      stream.tell(one, textOf(one));
      told += 1;
    }
    expect(stream.out.destroyed).toBe(true);
    expect(told * textOf(one).length).toBeLessThan(100_000);
    expect(() => {
      stream.tell(one, textOf(one));
      stream.beat();
      stream.close('SHUTTING_DOWN');
    }).not.toThrow();
  });
});

describe('The payloads of a transaction', () => {
  test('are few, each once, and each shorter than PostgreSQL takes', () => {
    const events = Array.from({ length: 500 }, () =>
      event({ id: randomUUID(), schoolId: randomUUID(), restricted: true, accountId }),
    );
    const payloads = payloadsOf(
      [...events, ...events],
      [
        { lo: 0, hi: 9 },
        { lo: 0, hi: 9 },
      ],
    );
    expect(payloads).toHaveLength(1 + 20);
    expect(Math.max(...payloads.map((text) => Buffer.byteLength(text)))).toBeLessThan(8000);
    const sent = payloads.flatMap((text) => (JSON.parse(text) as { events?: unknown[] }).events ?? []);
    expect(sent).toHaveLength(500);
  });
});
