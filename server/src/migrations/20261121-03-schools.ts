import type { MigrationInterface, QueryRunner } from 'typeorm';
import { own } from './table-kinds.js';

/** Schools and party organisations: identity rows, and effective-dated versions of what is true of them. */
export class Schools1795219200003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE school (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 32),
  opened_on date NOT NULL,
  closed_on date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
${own('school', { column: 'id' })}
CREATE POLICY school_auth ON school FOR SELECT TO zhixiao_auth USING (true);

CREATE TABLE school_version (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  name text NOT NULL,
  stage text NOT NULL,
  ownership text,
  legal_person boolean,
  assumed text[] NOT NULL DEFAULT '{}',
  town text,
  classes int CHECK (classes >= 0),
  students int CHECK (students >= 0),
  staff int CHECK (staff >= 0),
  reason text,
  batch_id uuid,
  superseded_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  CONSTRAINT school_version_once EXCLUDE USING gist (tenant_id WITH =, (school_id::text) WITH =, (daterange(lower(valid), upper(valid))) WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX school_version_school ON school_version (tenant_id, school_id) WHERE superseded_at IS NULL;
${own('school_version', { column: 'school_id' })}
CREATE POLICY school_version_auth ON school_version FOR SELECT TO zhixiao_auth USING (true);
GRANT SELECT (tenant_id, id) ON school TO zhixiao_auth;
GRANT SELECT (tenant_id, school_id, valid, name, superseded_at) ON school_version TO zhixiao_auth;

CREATE TABLE party_organization (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  -- every school led, past and to come: who may see the organisation there
  school_ids uuid[] NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
${own('party_organization', { array: 'school_ids' })}

CREATE TABLE party_organization_version (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  school_ids uuid[] NOT NULL DEFAULT '{}',
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  name text NOT NULL,
  org_type text NOT NULL CHECK (org_type IN ('COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH')),
  has_committee boolean,
  full_members int CHECK (full_members >= 0),
  probationary_members int CHECK (probationary_members >= 0),
  term_start date,
  term_end date,
  term_extended_until date,
  approval_no text,
  superior_id uuid,
  assumed text[] NOT NULL DEFAULT '{}',
  reason text,
  batch_id uuid,
  superseded_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES party_organization (tenant_id, id),
  FOREIGN KEY (tenant_id, superior_id) REFERENCES party_organization (tenant_id, id),
  CONSTRAINT party_organization_version_once EXCLUDE USING gist (tenant_id WITH =, (organization_id::text) WITH =, (daterange(lower(valid), upper(valid))) WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX party_organization_version_organization ON party_organization_version (tenant_id, organization_id) WHERE superseded_at IS NULL;
CREATE INDEX party_organization_version_superior ON party_organization_version (tenant_id, superior_id) WHERE superior_id IS NOT NULL;
${own('party_organization_version', { array: 'school_ids' })}

-- Which organisation leads which school, when: a joint branch or a school group's organisation leads several.
CREATE TABLE school_organization (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  reason text,
  superseded_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES party_organization (tenant_id, id),
  CONSTRAINT school_organization_once EXCLUDE USING gist (tenant_id WITH =, (school_id::text) WITH =, (daterange(lower(valid), upper(valid))) WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX school_organization_school ON school_organization (tenant_id, school_id) WHERE superseded_at IS NULL;
CREATE INDEX school_organization_organization ON school_organization (tenant_id, organization_id);
${own('school_organization', { column: 'school_id' })}
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
