import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addressed, own } from './table-kinds.js';

/** Documents that belong to a row, what is told to an account, and how an account wants to be told. */
export class AttachmentsAndNotifications1795219200010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- The bytes of an attachment are read through the attachment alone, whose rules are narrower than those of a stored file.
ALTER TABLE stored_file ADD COLUMN attached boolean NOT NULL DEFAULT false;

CREATE TABLE attachment (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  school_id uuid,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PAPER', 'SCAN', 'EVIDENCE', 'MINUTES', 'REPORT')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 220),
  media_type text NOT NULL,
  size int NOT NULL CHECK (size > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  file_id uuid NOT NULL,
  restricted boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  superseded_at timestamptz,
  superseded_by uuid,
  superseded_by_name text,
  superseded_reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, file_id) REFERENCES stored_file (tenant_id, id),
  CHECK ((superseded_at IS NULL) = (superseded_reason IS NULL) AND (superseded_at IS NULL) = (superseded_by_name IS NULL))
);
CREATE INDEX attachment_subject ON attachment (tenant_id, subject_id, id DESC);
${own('attachment', { column: 'school_id' }, 'SELECT, INSERT')}
-- What was attached stays as it was: only that it is superseded or no longer restricted can be said later.
GRANT UPDATE (restricted, version, superseded_at, superseded_by, superseded_by_name, superseded_reason) ON attachment TO zhixiao_app;

-- How much a tenant keeps in attachments: a school's people can't see, and so can't count, those of the others.
CREATE TABLE storage_use (
  tenant_id int NOT NULL REFERENCES tenant (id),
  files int NOT NULL CHECK (files >= 0),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (tenant_id)
);
${own('storage_use', null)}

CREATE TABLE notification (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  school_id uuid,
  kind text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  params jsonb NOT NULL,
  restricted boolean NOT NULL DEFAULT false,
  once text,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz,
  mailed_at timestamptz,
  posted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX notification_account ON notification (account_id, id DESC);
CREATE INDEX notification_unread ON notification (account_id, id DESC) WHERE read_at IS NULL;
CREATE UNIQUE INDEX notification_once ON notification (tenant_id, account_id, kind, subject_id, once) WHERE once IS NOT NULL;
${addressed('notification', { column: 'school_id' }, 'SELECT, INSERT')}
GRANT UPDATE (read_at) ON notification TO zhixiao_app;
-- Mail and webhook go out for every account: the auth role, which alone knows the accounts, reads what to send and marks it sent.
CREATE POLICY notification_auth ON notification FOR SELECT TO zhixiao_auth USING (true);
CREATE POLICY notification_auth_sent ON notification FOR UPDATE TO zhixiao_auth USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (mailed_at, posted_at) ON notification TO zhixiao_auth;

CREATE TABLE account_preference (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  email text CHECK (length(email) BETWEEN 3 AND 254),
  mail boolean NOT NULL DEFAULT true,
  digest boolean NOT NULL DEFAULT true,
  digested_on date,
  version int NOT NULL DEFAULT 1
);
ALTER TABLE account_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_preference FORCE ROW LEVEL SECURITY;
CREATE POLICY account_preference_own ON account_preference TO zhixiao_app, zhixiao_owner
  USING (account_id = NULLIF(current_setting('app.account_id', true), '')::uuid)
  WITH CHECK (account_id = NULLIF(current_setting('app.account_id', true), '')::uuid);
CREATE POLICY account_preference_auth ON account_preference TO zhixiao_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (email, mail, digest, version) ON account_preference TO zhixiao_app;
GRANT SELECT, UPDATE (digested_on) ON account_preference TO zhixiao_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON account_preference TO zhixiao_loader;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
