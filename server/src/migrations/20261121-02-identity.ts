import type { MigrationInterface, QueryRunner } from 'typeorm';
import { own } from './table-kinds.js';

/** Accounts and sessions belong to the auth role alone; grants and account-person links are tenant tables that it may read. */
export class Identity1795219200002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE account (
  id uuid PRIMARY KEY,
  username text NOT NULL UNIQUE CHECK (username = lower(username)),
  display_name text NOT NULL,
  password_hash text NOT NULL,
  disabled_at timestamptz,
  failed_count int NOT NULL DEFAULT 0,
  failed_since timestamptz,
  locked_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  grant_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  touched_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
CREATE INDEX session_account ON session (account_id);
CREATE TABLE denied_attempt (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  account_id uuid,
  grant_id text,
  action text NOT NULL,
  code text NOT NULL,
  request_id text NOT NULL,
  ip text
);
CREATE INDEX denied_attempt_at ON denied_attempt (at);
GRANT SELECT, INSERT, UPDATE ON account, session TO zhixiao_auth;
GRANT DELETE ON session TO zhixiao_auth;
GRANT SELECT, INSERT ON denied_attempt TO zhixiao_auth;
GRANT SELECT, INSERT, UPDATE ON account TO zhixiao_loader;

CREATE TABLE role_grant (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  role text NOT NULL,
  school_id uuid,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  granted_by text NOT NULL,
  reason text NOT NULL,
  revoked_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX role_grant_account ON role_grant (account_id);
${own('role_grant', { column: 'school_id' })}
CREATE POLICY role_grant_auth ON role_grant FOR SELECT TO zhixiao_auth USING (true);
CREATE POLICY role_grant_jobs ON role_grant FOR SELECT TO zhixiao_jobs USING (true);
GRANT SELECT ON role_grant TO zhixiao_auth, zhixiao_jobs;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
