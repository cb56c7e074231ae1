import { abilityFor } from '@zhixiao/policy';
import { civilDate } from '../civil-clock.js';
import type { Config } from '../config.js';
import type { Ports } from '../graphql/graphql-context.js';
import { newId } from '../ids.js';
import { log } from '../log.js';
import type { ActiveGrant } from '../scope.js';
import { unitOfWork } from '../unit-of-work.js';
import { linkOf, outgoingColumns } from './deliver.js';
import type { Outgoing } from './deliver.js';
import { MAIL } from './mail.dictionary.js';
import { dailyLooks, messageOf } from './notification-kinds.js';
import type { DailyLook } from './notification-kinds.js';
import type { Mailer } from './send-mail.js';

const ACCOUNTS_A_STEP = 200;
const DAYS_BACK = 30;
const LINES = 30;

const ACCOUNTS_SQL = `SELECT a.id, a.display_name, p.email, p.digest AND p.email IS NOT NULL AND p.digested_on IS DISTINCT FROM $2::date AS digest
  FROM account a LEFT JOIN account_preference p ON p.account_id = a.id
  WHERE a.disabled_at IS NULL AND ($1::uuid IS NULL OR a.id > $1) ORDER BY a.id LIMIT ${ACCOUNTS_A_STEP}`;

interface Account {
  readonly id: string;
  readonly display_name: string;
  readonly email: string | null;
  readonly digest: boolean | null;
}

export interface Morning {
  readonly ports: Ports;
  readonly config: Config;
  readonly mailer: Mailer | null;
}

/**
 * Once a day, account by account: what is due is looked for under every grant that the account holds, and then what it has
 * not read is mailed as one digest. Bears being run again: what was told once is not told again, nor is a day digested twice.
 */
export async function runDaily(morning: Morning): Promise<void> {
  const today = civilDate(new Date());
  let failed = 0;
  for (let after: string | null = null; ;) {
    const { rows }: { rows: Account[] } = await morning.ports.auth.query<Account>(ACCOUNTS_SQL, [after, today]);
    for (const account of rows) {
      await look(morning, account, today).catch((error: unknown) => {
        failed += 1;
        log.error({ err: error, account: account.id }, 'the daily look failed for an account');
      });
    }
    after = rows.at(-1)?.id ?? null;
    if (rows.length < ACCOUNTS_A_STEP) break;
  }
  if (failed > 0) throw new Error(`The daily look failed for ${failed} accounts`);
}

async function look(morning: Morning, account: Account, today: string): Promise<void> {
  const looks = dailyLooks();
  const digests = account.digest === true && morning.mailer !== null;
  if (looks.length === 0 && !digests) return;
  const grants = await morning.ports.sessions.grantsOf(account.id, today);
  for (const grant of grants) for (const one of looks) await lookAs(morning.ports, grant, one);
  if (digests) await digest(morning, account, { grants, today });
}

/** Under the account's own grant: it is told of nothing that it could not read. */
async function lookAs(ports: Ports, grant: ActiveGrant, one: DailyLook): Promise<void> {
  const now = new Date();
  const acting = { requestId: newId(), ip: 'worker', now, today: civilDate(now), grant, ability: abilityFor(grant) };
  await unitOfWork(ports, acting, one);
}

interface OfToday {
  readonly grants: readonly ActiveGrant[];
  readonly today: string;
}

async function digest(morning: Morning, account: Account, { grants, today }: OfToday): Promise<void> {
  const { ports, config, mailer } = morning;
  const { rows } = await ports.auth.query<Outgoing>(
    `SELECT ${outgoingColumns()} FROM notification n JOIN account a ON a.id = n.account_id LEFT JOIN account_preference p ON p.account_id = a.id
     WHERE n.account_id = $1 AND n.read_at IS NULL AND n.created_at > now() - make_interval(days => ${DAYS_BACK}) ORDER BY n.id DESC LIMIT 500`,
    [account.id],
  );
  // a right that ended took its notifications along
  const unread = rows.filter((row) => grants.some((grant) => reaches(grant, row)));
  if (unread.length > 0 && mailer && account.email) {
    const lines = unread.slice(0, LINES).map((row) => `· ${messageOf(row.kind, row).line}\n  ${linkOf(config, row)}`);
    const more = unread.length > LINES ? [MAIL.digestMore(unread.length - LINES)] : [];
    const text = [MAIL.greeting(account.display_name), '', ...lines, ...more, '', MAIL.footer, ''].join('\n');
    const messageId = `<digest-${today}-${account.id}@${new URL(config.publicUrl).hostname}>`;
    await mailer.send({ to: account.email, subject: MAIL.digestSubject(unread.length), text, messageId });
  }
  await ports.auth.query('UPDATE account_preference SET digested_on = $2 WHERE account_id = $1', [account.id, today]);
}

function reaches(grant: ActiveGrant, row: Outgoing): boolean {
  if (row.tenant_id < grant.lo || row.tenant_id > grant.hi) return false;
  return grant.schoolId === null || grant.schoolId === row.school_id;
}
