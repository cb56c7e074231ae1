import type pg from 'pg';
import { ID_PREFIXES, encodeId } from '@zhixiao/domain';
import type { Config } from '../config.js';
import { log } from '../log.js';
import type { SubjectType } from '../subject-type.js';
import { MAIL } from './mail.dictionary.js';
import type { NotificationParams } from './new-notification.js';
import { messageOf, pathSql } from './notification-kinds.js';
import { postWebhook } from './post-webhook.js';
import { isFinal } from './send-mail.js';
import type { Mailer } from './send-mail.js';
import type { DeliveryPayload } from './write-notifications.js';

/** A notification on its way out. */
export interface Outgoing {
  readonly id: string;
  readonly tenant_id: number;
  readonly kind: string;
  readonly subject_type: SubjectType;
  readonly subject_id: string;
  readonly school_id: string | null;
  readonly params: NotificationParams;
  readonly restricted: boolean;
  readonly created_at: Date;
  readonly path: string | null;
  readonly account_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly email: string | null;
}

/** What a message needs of a notification `n`; a function, since modules register their routes while the server starts. */
export const outgoingColumns = (): string =>
  `n.id, n.tenant_id, n.kind, n.subject_type, n.subject_id, n.school_id, n.params, n.restricted, n.created_at,
   ${pathSql('n')} AS path, a.id AS account_id, a.username, a.display_name, p.email`;

const FROM = `FROM notification n JOIN account a ON a.id = n.account_id AND a.disabled_at IS NULL
  LEFT JOIN account_preference p ON p.account_id = a.id WHERE n.tenant_id = $1 AND n.id = ANY ($2::uuid[])`;

/** The address of the one screen that a message is about. */
export function linkOf({ publicUrl }: Pick<Config, 'publicUrl'>, { path }: Pick<Outgoing, 'path'>): string {
  return `${publicUrl}/#${path ?? '/'}`;
}

/**
 * Mails the notifications of a delivery, each once. What a server refuses for good is left; for the rest the task is run
 * again, and finds what is not mailed yet.
 */
export async function mailNotifications(
  auth: pg.Pool,
  { config, mailer }: { readonly config: Config; readonly mailer: Mailer },
  { tenantId, ids }: DeliveryPayload,
): Promise<void> {
  const { rows } = await auth.query<Outgoing & { email: string }>(
    `SELECT ${outgoingColumns()} ${FROM} AND n.mailed_at IS NULL AND n.read_at IS NULL AND p.mail AND p.email IS NOT NULL ORDER BY n.id`,
    [tenantId, ids],
  );
  const failed: unknown[] = [];
  for (const row of rows) {
    try {
      await mailer.send(mailOf(config, row));
      await markSent(auth, 'mailed_at', row);
    } catch (error) {
      log.warn({ err: error, notification: row.id }, 'a notification could not be mailed');
      if (!isFinal(error)) failed.push(error);
    }
  }
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${rows.length} mails were not taken`, { cause: failed[0] });
}

function mailOf(config: Config, row: Outgoing & { readonly email: string }): Parameters<Mailer['send']>[0] {
  const { title, line } = messageOf(row.kind, row);
  const text = [MAIL.greeting(row.display_name), '', line, '', MAIL.open, linkOf(config, row), '', MAIL.footer, ''];
  return {
    to: row.email,
    subject: MAIL.subject(title),
    text: text.join('\n'),
    messageId: `<${row.id}@${new URL(config.publicUrl).hostname}>`,
  };
}

/** Posts the notifications of a delivery to the webhook, each until it was taken once. */
export async function postNotifications(
  auth: pg.Pool,
  config: Config,
  { tenantId, ids }: DeliveryPayload,
): Promise<void> {
  const { webhook } = config;
  if (!webhook) return;
  const { rows } = await auth.query<Outgoing>(
    `SELECT ${outgoingColumns()} ${FROM} AND n.posted_at IS NULL ORDER BY n.id`,
    [tenantId, ids],
  );
  for (const row of rows) {
    await postWebhook(webhook, { id: row.id, body: JSON.stringify(postOf(config, row)) });
    await markSent(auth, 'posted_at', row);
  }
}

function postOf(config: Config, row: Outgoing): object {
  const { title, line } = messageOf(row.kind, row);
  const { account_id, username, display_name: displayName, tenant_id, subject_type: type } = row;
  return {
    id: encodeId(ID_PREFIXES.Notification, tenant_id, row.id),
    kind: row.kind,
    title,
    text: line,
    at: row.created_at.toISOString(),
    to: { accountId: encodeId(ID_PREFIXES.Account, 0, account_id), username, displayName },
    subject: { type, id: encodeId(ID_PREFIXES[type], tenant_id, row.subject_id) },
    link: linkOf(config, row),
  };
}

async function markSent(auth: pg.Pool, column: 'mailed_at' | 'posted_at', { tenant_id, id }: Outgoing): Promise<void> {
  await auth.query(`UPDATE notification SET ${column} = now() WHERE tenant_id = $1 AND id = $2`, [tenant_id, id]);
}
