import type { MigrationInterface, QueryRunner } from 'typeorm';
import { own } from './table-kinds.js';

/** What every module stands on: audit, idempotency, jobs with progress, stored files, staged imports. */
export class Platform1795219200006 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE audit_entry (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  account_id uuid NOT NULL,
  actor text NOT NULL,
  grant_id text NOT NULL,
  role text NOT NULL,
  request_id text NOT NULL,
  ip text,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid,
  school_id uuid,
  before jsonb,
  after jsonb,
  reason text,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entry_at ON audit_entry (tenant_id, at DESC, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (tenant_id, subject_id, at DESC) WHERE subject_id IS NOT NULL;
CREATE INDEX audit_entry_school ON audit_entry (tenant_id, school_id, at DESC) WHERE school_id IS NOT NULL;
${own('audit_entry', { column: 'school_id' }, 'SELECT, INSERT')}

CREATE TABLE idempotency_key (
  tenant_id int NOT NULL,
  account_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 128),
  request_hash bytea NOT NULL,
  answer text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, account_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
${own('idempotency_key', null)}

CREATE TABLE job (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  kind text NOT NULL,
  status text NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  done int NOT NULL DEFAULT 0,
  total int,
  message text,
  args jsonb NOT NULL,
  file_id uuid,
  -- of a school-level grant: such a job and its file are for people of that school and those above it
  school_id uuid,
  account_id uuid NOT NULL,
  grant_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX job_created ON job (tenant_id, created_at DESC);
${own('job', { column: 'school_id' })}

CREATE TABLE stored_file (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size int NOT NULL,
  sha256 bytea NOT NULL,
  school_id uuid,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- since when its bytes are gone
  expired_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX stored_file_kept ON stored_file (tenant_id, created_at) WHERE expired_at IS NULL;
${own('stored_file', { column: 'school_id' }, 'SELECT, INSERT, UPDATE (expired_at)')}
-- Parts come first, as a file is produced; the file's row, with size and checksum, comes last. Parts without it are of a
-- job that broke off, and its next run clears them, or the nightly one.
CREATE TABLE stored_file_part (
  tenant_id int NOT NULL,
  file_id uuid NOT NULL,
  no int NOT NULL,
  school_id uuid,
  bytes bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, file_id, no)
);
${own('stored_file_part', { column: 'school_id' }, 'SELECT, INSERT, DELETE')}

CREATE TABLE import_batch (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ROSTER', 'PROGRESS', 'SCHOOL_REGISTER', 'MEETINGS')),
  file_name text NOT NULL,
  file_sha256 bytea NOT NULL,
  status text NOT NULL CHECK (status IN ('STAGED', 'CONFIRMING', 'CONFIRMED', 'UNDONE', 'CANCELLED', 'FAILED')),
  data_as_of date,
  mapping jsonb NOT NULL,
  counts jsonb NOT NULL,
  result jsonb,
  job_id uuid,
  -- of a school-level grant: a school's own tables are for people of that school and those above it
  school_id uuid,
  account_id uuid NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX import_batch_created ON import_batch (tenant_id, created_at DESC, id DESC);
${own('import_batch', { column: 'school_id' })}
CREATE TABLE import_row (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  position int NOT NULL,
  sheet text NOT NULL,
  row_no int NOT NULL,
  target_tenant_id int,
  outcome text NOT NULL CHECK (outcome IN ('IMPORTED', 'REJECTED', 'DUPLICATE', 'VACANCY', 'IGNORED')),
  change text NOT NULL CHECK (change IN ('NEW', 'CHANGED', 'UNCHANGED', 'NONE')),
  reasons text[] NOT NULL,
  warnings text[] NOT NULL,
  cells jsonb NOT NULL,
  source jsonb NOT NULL,
  edits jsonb,
  record jsonb,
  -- as its batch has them
  school_id uuid,
  account_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, batch_id) REFERENCES import_batch (tenant_id, id)
);
CREATE UNIQUE INDEX import_row_position ON import_row (tenant_id, batch_id, position);
${own('import_row', { column: 'school_id' }, 'SELECT, INSERT, UPDATE, DELETE')}
-- What a confirmed batch wrote in each tenant, so that it can be undone as one: the row before, the row after.
CREATE TABLE import_effect (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  position int NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  school_id uuid,
  before jsonb,
  after jsonb,
  undone_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX import_effect_batch ON import_effect (tenant_id, batch_id, position);
${own('import_effect', { column: 'school_id' })}
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
