import { FILING_STATES, RULED_MEETING_KINDS } from '@zhixiao/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handedDown, oneOf, reachedInto } from './table-kinds.js';

/** The catalogue of matters as it is handed down, and each school's rules of procedure with their review (意见（七）). */
export class Filings1795219200007 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- What a tenant says on types of matters that it was handed down, and types that it adds. The platform's own sixty are code.
CREATE TABLE matter_type_layer (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{1,63}$'),
  -- a type of the tenant's own, whole; else only what changes
  adds boolean NOT NULL,
  patch jsonb NOT NULL,
  reason text NOT NULL,
  document_no text,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  superseded_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX matter_type_layer_once ON matter_type_layer (tenant_id, code) WHERE superseded_at IS NULL;
${handedDown('matter_type_layer', 'SELECT, INSERT, UPDATE (superseded_at)')}

CREATE TABLE rules_of_procedure (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  meeting_kind text NOT NULL ${oneOf('meeting_kind', RULED_MEETING_KINDS)},
  number int NOT NULL CHECK (number > 0),
  status text NOT NULL ${oneOf('status', FILING_STATES)},
  fields jsonb NOT NULL,
  adopted_on date,
  adopted_at_meeting text,
  staff_heard_on date,
  submitted_on date,
  submitted_by text,
  submitted_by_account uuid,
  reviewer text,
  reviewed_by_account uuid,
  review_opinion text,
  reviewed_on date,
  filing_no text,
  filed_on date,
  -- from its filing to the filing of the next
  valid daterange,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, school_id, meeting_kind, number),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  CHECK (status = 'DRAFT' OR adopted_on IS NOT NULL),
  CHECK (status IN ('DRAFT', 'ADOPTED') OR submitted_by_account IS NOT NULL),
  CHECK (status <> 'RETURNED' OR review_opinion IS NOT NULL),
  CHECK ((status IN ('FILED', 'SUPERSEDED')) = (filing_no IS NOT NULL AND filed_on IS NOT NULL AND valid IS NOT NULL)),
  -- reviewed and filed by another: who submits is not who files
  CHECK (reviewed_by_account IS DISTINCT FROM submitted_by_account OR reviewed_by_account IS NULL),
  CONSTRAINT rules_of_procedure_in_force EXCLUDE USING gist (tenant_id WITH =, (school_id::text) WITH =, (meeting_kind || '') WITH =,
    (daterange(lower(valid), upper(valid))) WITH &&) WHERE (valid IS NOT NULL)
);
CREATE UNIQUE INDEX rules_of_procedure_open ON rules_of_procedure (tenant_id, school_id, meeting_kind) WHERE status IN ('DRAFT', 'SUBMITTED');
CREATE INDEX rules_of_procedure_status ON rules_of_procedure (tenant_id, status, id);
${reachedInto('rules_of_procedure', { column: 'school_id' })}
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
