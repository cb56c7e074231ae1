import type { MigrationInterface, QueryRunner } from 'typeorm';
import { own } from './table-kinds.js';

const STAFFING_CHECKS = Array.from({ length: 12 }, (_, i) => `stf${i + 1} text NOT NULL`).join(',\n  ');

/** Dated rollout entries, and standing: one flat row per school and period of validity, derived from all dated facts. */
export class RolloutAndStanding1795219200005 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE rollout_entry (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('NOT_STARTED', 'SURVEYED', 'PREPARING', 'READY', 'ADJUSTED', 'RUNNING', 'DEFERRED', 'SUSPENDED_BY_CHANGE')),
  readiness text[] NOT NULL DEFAULT '{}',
  effective_on date NOT NULL,
  document_no text,
  declared boolean NOT NULL DEFAULT false,
  reason text,
  batch_id uuid,
  recorded_by text NOT NULL,
  superseded_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id)
);
CREATE UNIQUE INDEX rollout_entry_once ON rollout_entry (tenant_id, school_id, effective_on) WHERE superseded_at IS NULL;
${own('rollout_entry', { column: 'school_id' })}

CREATE TABLE school_standing (
  tenant_id int NOT NULL,
  school_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to > valid_from),
  code text NOT NULL,
  name text NOT NULL,
  name_pinyin text NOT NULL,
  name_initials text NOT NULL,
  stage text NOT NULL,
  ownership text,
  legal_person boolean,
  assumed text[] NOT NULL,
  town text,
  classes int,
  students int,
  staff int,
  scope text NOT NULL,
  organization_id uuid,
  organization_name text,
  org_type text,
  has_committee boolean,
  full_members int,
  probationary_members int,
  members int,
  term_end date,
  term_in_force boolean,
  secretary_id uuid,
  secretary_name text,
  secretary_acting boolean NOT NULL,
  principal_id uuid,
  principal_name text,
  principal_acting boolean NOT NULL,
  combined boolean,
  secretary_vacant_since date,
  principal_vacant_since date,
  full_time_deputy_vacant_since date,
  needs_full_time_deputy boolean NOT NULL,
  has_full_time_deputy boolean NOT NULL,
  full_time_deputies int NOT NULL,
  principal_is_member boolean NOT NULL,
  member_principal_is_deputy boolean NOT NULL,
  member_vice_heads int NOT NULL,
  member_vice_heads_in_committee int NOT NULL,
  rollout_state text NOT NULL,
  rollout_since date,
  rollout_declared boolean NOT NULL,
  rollout_document_no text,
  ${STAFFING_CHECKS},
  findings jsonb NOT NULL,
  hard_findings int NOT NULL,
  default_findings int NOT NULL,
  advisory_findings int NOT NULL,
  departures_pending int NOT NULL,
  departures_approved int NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, school_id, valid_from),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id)
);
CREATE INDEX school_standing_code ON school_standing (tenant_id, code, school_id, valid_from, valid_to);
CREATE INDEX school_standing_name ON school_standing (tenant_id, name_pinyin, school_id);
${own('school_standing', { column: 'school_id' }, 'SELECT, INSERT, UPDATE, DELETE')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
