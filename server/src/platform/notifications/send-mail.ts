import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.js';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** the same mail sent twice has the same, so that programs show one */
  readonly messageId: string;
}

export interface Mailer {
  /** @throws Error where the server did not take it; `isFinal` says whether it ever would */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 10_000;

/** Mail through one SMTP server, on few connections. */
export function createMailer({ url, from }: MailConfig): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // texts are ours; nothing in them may reach for files or addresses
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, messageId }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId });
    },
    close: () => transport.close(),
  };
}

/** A refusal that will be the same tomorrow, e.g. of an address that does not exist. */
export function isFinal(error: unknown): boolean {
  const { responseCode = 0 } = error as { responseCode?: number };
  return responseCode >= 500 && responseCode < 600;
}
