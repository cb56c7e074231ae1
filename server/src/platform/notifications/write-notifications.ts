import type { WriteDb } from '../database/write-transaction.js';
import { newId } from '../ids.js';
import type { LiveEvent } from '../live/index.js';
import { findRecipients } from './find-recipients.js';
import type { NewNotification } from './new-notification.js';
import { requireRegistered } from './notification-kinds.js';

export interface Telling {
  readonly db: WriteDb;
  readonly auth: Parameters<typeof findRecipients>[0]['auth'];
  /** who acts */
  readonly accountId: string;
  readonly today: string;
  /** what is set up: deliveries are put into the queue with the rows */
  readonly delivery: { readonly mail: boolean; readonly webhook: boolean };
}

/** Tasks of the queue by which notifications leave the system. */
export const MAIL_TASK = 'mail-notifications';
export const POST_TASK = 'post-notifications';

/** What stands in the queue: which notifications of which tenant. */
export interface DeliveryPayload {
  readonly tenantId: number;
  readonly ids: readonly string[];
}

const IDS_A_DELIVERY = 100;

interface Row {
  readonly id: string;
  readonly tenant_id: number;
  readonly account_id: string;
  readonly school_id: string | null;
  readonly kind: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly params: object;
  readonly restricted: boolean;
  readonly once: string | null;
}

/**
 * Writes what a transaction has to tell, with its delivery: both exist if and only if the write does.
 * @returns word for the streams of those who were told
 */
export async function writeNotifications(telling: Telling, told: readonly NewNotification[]): Promise<LiveEvent[]> {
  if (told.length === 0) return [];
  const rows: Row[] = [];
  for (const one of told) {
    requireRegistered(one.kind, one.subject.type);
    for (const accountId of await findRecipients(telling, one)) rows.push(rowOf(one, accountId));
  }
  const single = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  if (single.length === 0) return [];
  await telling.db.query(INSERT_SQL, [JSON.stringify(single)]);
  await enqueueDeliveries(telling, single);
  return single.map(({ tenant_id: tenantId, school_id: schoolId, account_id: accountId, id }) => ({
    ...{ tenantId, type: 'Notification', id, schoolId, accountId },
  }));
}

/** Who was told the same before is not told again; which rows those are, this account can't see. */
const INSERT_SQL = `INSERT INTO notification (tenant_id, id, account_id, school_id, kind, subject_type, subject_id, params, restricted, once)
  SELECT r.tenant_id, r.id, r.account_id, r.school_id, r.kind, r.subject_type, r.subject_id, r.params, r.restricted, r.once
  FROM jsonb_to_recordset($1::jsonb) AS r (tenant_id int, id uuid, account_id uuid, school_id uuid, kind text, subject_type text,
    subject_id uuid, params jsonb, restricted boolean, once text) ON CONFLICT DO NOTHING`;

function rowOf({ kind, subject, params = {}, restricted = false, once }: NewNotification, accountId: string): Row {
  return {
    id: newId(),
    tenant_id: subject.tenantId,
    account_id: accountId,
    school_id: subject.schoolId,
    kind,
    subject_type: subject.type,
    subject_id: subject.id,
    params,
    restricted,
    once: once ?? null,
  };
}

/** One write tells an account the same of a subject once. */
function keyOf({ account_id, kind, subject_id, once }: Row): string {
  return [account_id, kind, subject_id, once].join('|');
}

async function enqueueDeliveries({ db, delivery }: Telling, rows: readonly Row[]): Promise<void> {
  const tasks = [...(delivery.mail ? [MAIL_TASK] : []), ...(delivery.webhook ? [POST_TASK] : [])];
  const byTenant = new Map<number, string[]>();
  for (const { tenant_id, id } of rows) byTenant.set(tenant_id, [...(byTenant.get(tenant_id) ?? []), id]);
  for (const [tenantId, ids] of byTenant) {
    for (let from = 0; from < ids.length; from += IDS_A_DELIVERY) {
      const payload: DeliveryPayload = { tenantId, ids: ids.slice(from, from + IDS_A_DELIVERY) };
      for (const task of tasks) {
        await db.query('SELECT graphile_worker.zhixiao_enqueue($1, $2::json, NULL)', [task, JSON.stringify(payload)]);
      }
    }
  }
}
