import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reachedInto } from './table-kinds.js';

/**
 * Accounts and sessions belong to the auth role; the API may make an account that nobody can sign in to yet, and the code by
 * which its person takes it over, in the transaction of the audit. Grants are tenant tables that the auth role may read.
 */
export class Identity1795219200002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE account (
  id uuid PRIMARY KEY,
  username text NOT NULL UNIQUE CHECK (username = lower(username)),
  display_name text NOT NULL,
  -- null: its person has not taken it over yet
  password_hash text,
  disabled_at timestamptz,
  failed_count int NOT NULL DEFAULT 0,
  failed_since timestamptz,
  locked_until timestamptz,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE account_activation (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  ends_at timestamptz NOT NULL
);
CREATE INDEX account_activation_account ON account_activation (account_id, created_at DESC);
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
GRANT SELECT ON account_activation TO zhixiao_auth;
GRANT INSERT (id, username, display_name, created_by) ON account TO zhixiao_app;
GRANT INSERT (id, account_id, code_hash, ends_at) ON account_activation TO zhixiao_app;
GRANT DELETE ON session TO zhixiao_auth;
GRANT SELECT, INSERT ON denied_attempt TO zhixiao_auth;
GRANT SELECT, INSERT, UPDATE ON account TO zhixiao_loader;

CREATE TABLE role_grant (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  username text,
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
CREATE INDEX role_grant_created ON role_grant (tenant_id, created_at DESC, id DESC) WHERE revoked_at IS NULL;
-- from above a tenant is opened by naming its admin: the policy package says by whom
${reachedInto('role_grant', { column: 'school_id' })}
CREATE POLICY role_grant_auth ON role_grant FOR SELECT TO zhixiao_auth USING (true);
CREATE POLICY role_grant_jobs ON role_grant FOR SELECT TO zhixiao_jobs USING (true);
GRANT SELECT ON role_grant TO zhixiao_auth, zhixiao_jobs;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
