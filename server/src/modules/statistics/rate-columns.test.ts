import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PARTY_ORG_TYPES, RATE_IDS, ROLLOUT_STATES, SCOPE_KINDS, rateOver } from '@zhixiao/domain';
import type { RateInputs } from '@zhixiao/domain';
import { startTestCluster } from '@zhixiao/embedded-postgres';
import type { Cluster } from '@zhixiao/embedded-postgres';
import fc from 'fast-check';
import pg from 'pg';
import { rateAggregates } from './rate-columns.js';

const row: fc.Arbitrary<RateInputs> = fc.record({
  scope: fc.constantFrom(...SCOPE_KINDS),
  orgType: fc.option(fc.constantFrom(...PARTY_ORG_TYPES)),
  combined: fc.option(fc.boolean()),
  rolloutState: fc.constantFrom(...ROLLOUT_STATES),
  needsFullTimeDeputy: fc.boolean(),
  hasFullTimeDeputy: fc.boolean(),
  principalIsMember: fc.boolean(),
  memberPrincipalIsDeputy: fc.boolean(),
  memberViceHeads: fc.nat(4),
  memberViceHeadsInCommittee: fc.nat(4),
  termInForce: fc.option(fc.boolean()),
});

const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
const COLUMNS = `scope text, org_type text, combined boolean, rollout_state text, needs_full_time_deputy boolean,
  has_full_time_deputy boolean, principal_is_member boolean, member_principal_is_deputy boolean, member_vice_heads int,
  member_vice_heads_in_committee int, term_in_force boolean`;
const selected = Object.entries(rateAggregates('s')).map(([name, sql]) => `${sql} AS "${name}"`);
const SQL = `SELECT ${selected.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS s (${COLUMNS})`;

let cluster: Cluster;
let client: pg.Client;
beforeAll(async () => {
  cluster = await startTestCluster();
  client = new pg.Client({ connectionString: cluster.superuserUrl('postgres') });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await cluster.stop();
});

describe('the rates as SQL', () => {
  test('every rate counts what the domain counts, over any schools', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), async (rows) => {
        const stored = rows.map((one) =>
          Object.fromEntries(Object.entries(one).map(([name, value]) => [snake(name), value])),
        );
        const { rows: found } = await client.query<Record<string, string>>(SQL, [JSON.stringify(stored)]);
        for (const id of RATE_IDS) {
          const { numerator, denominator } = rateOver(id, rows);
          expect([id, Number(found[0]?.[`${id}_n`]), Number(found[0]?.[`${id}_d`])]).toEqual([
            id,
            numerator,
            denominator,
          ]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
