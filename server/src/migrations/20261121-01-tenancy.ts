import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handedDown } from './table-kinds.js';

/** Tenants by range, their code history and settings. A tenant's subtree is the range id..subtree_end. */
export class Tenancy1795219200001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE tenant (
  id int PRIMARY KEY CHECK (id BETWEEN 0 AND 999999),
  subtree_end int NOT NULL CHECK (subtree_end >= id),
  parent_id int REFERENCES tenant (id),
  code text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  level text NOT NULL CHECK (level IN ('PLATFORM', 'PROVINCE', 'CITY', 'COUNTY')),
  enrolled_on date,
  is_demo boolean NOT NULL DEFAULT false
);
CREATE INDEX tenant_parent ON tenant (parent_id);
CREATE TABLE tenant_code (
  tenant_id int NOT NULL REFERENCES tenant (id),
  code text NOT NULL,
  valid daterange NOT NULL,
  PRIMARY KEY (tenant_id, code)
);
${handedDown('tenant_code', 'SELECT')}
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_read ON tenant FOR SELECT TO zhixiao_app USING (
  ((id + 0) >= NULLIF(current_setting('app.scope_lo', true), '')::int AND (id - 0) <= NULLIF(current_setting('app.scope_hi', true), '')::int)
  OR id = ANY (string_to_array(NULLIF(current_setting('app.ancestors', true), ''), ',')::int[]));
-- Whose admin is named from above takes part from then on: once, and by nobody else's doing.
CREATE POLICY tenant_enrol ON tenant FOR UPDATE TO zhixiao_app USING (enrolled_on IS NULL AND
  (id + 0) >= NULLIF(current_setting('app.scope_lo', true), '')::int AND (id - 0) <= NULLIF(current_setting('app.scope_hi', true), '')::int)
  WITH CHECK ((id + 0) >= NULLIF(current_setting('app.scope_lo', true), '')::int AND (id - 0) <= NULLIF(current_setting('app.scope_hi', true), '')::int);
CREATE POLICY tenant_owner ON tenant TO zhixiao_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_auth ON tenant FOR SELECT TO zhixiao_auth, zhixiao_jobs USING (true);
GRANT SELECT ON tenant TO zhixiao_app, zhixiao_auth, zhixiao_jobs;
GRANT UPDATE (enrolled_on) ON tenant TO zhixiao_app;
GRANT SELECT, INSERT, UPDATE ON tenant TO zhixiao_loader;

CREATE TABLE tenant_setting (
  tenant_id int PRIMARY KEY REFERENCES tenant (id),
  vacancy_days int NOT NULL DEFAULT 90 CHECK (vacancy_days BETWEEN 1 AND 730),
  count_branch_without_committee boolean NOT NULL DEFAULT false,
  -- how long the bytes of a file that the system made are kept
  file_retention_days int NOT NULL DEFAULT 30 CHECK (file_retention_days BETWEEN 1 AND 365),
  version int NOT NULL DEFAULT 1
);
${handedDown('tenant_setting')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
