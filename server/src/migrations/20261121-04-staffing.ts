import type { MigrationInterface, QueryRunner } from 'typeorm';
import { own } from './table-kinds.js';

/** People, appointments with dates, departures from what the Opinion generally asks for (意见（十二）). */
export class Staffing1795219200004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE person (
  tenant_id int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  person_key uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  name_pinyin text NOT NULL,
  name_initials text NOT NULL,
  sex text CHECK (sex IN ('MALE', 'FEMALE')),
  birth_month text CHECK (birth_month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
  ethnicity text,
  education text,
  title text,
  membership text NOT NULL CHECK (membership IN ('FULL', 'PROBATIONARY', 'DEMOCRATIC_PARTY', 'MASSES', 'UNKNOWN')),
  party_joined_on date,
  party_full_on date,
  school_ids uuid[] NOT NULL DEFAULT '{}',
  batch_id uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX person_name ON person (tenant_id, name_pinyin, id);
CREATE INDEX person_schools ON person USING gin (school_ids);
${own('person', { array: 'school_ids' })}

CREATE TABLE account_person (
  tenant_id int NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, account_id, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX account_person_account ON account_person (account_id);
${own('account_person', null, 'SELECT, INSERT, DELETE')}
CREATE POLICY account_person_auth ON account_person FOR SELECT TO zhixiao_auth USING (true);
GRANT SELECT ON account_person TO zhixiao_auth;

CREATE TABLE appointment (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  post text NOT NULL CHECK (post IN ('SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER', 'PRINCIPAL', 'VICE_PRINCIPAL', 'ASSISTANT_PRINCIPAL', 'UNION_CHAIR', 'MIDDLE_MANAGER')),
  portfolio text CHECK (portfolio IN ('ORGANIZATION', 'PUBLICITY', 'DISCIPLINE', 'UNITED_FRONT', 'YOUTH')),
  full_time boolean,
  acting boolean NOT NULL DEFAULT false,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  start_precision text NOT NULL DEFAULT 'DAY' CHECK (start_precision IN ('MONTH', 'DAY')),
  end_precision text CHECK (end_precision IN ('MONTH', 'DAY')),
  -- the month that was recorded as its end, by the first day: the range may end earlier, where a successor begins
  end_month date CHECK (extract(day FROM end_month) = 1),
  tenure_end date,
  probation_until date,
  document_no text,
  authority text,
  end_document_no text,
  end_reason text,
  remark text,
  source text NOT NULL CHECK (source IN ('ENTERED', 'IMPORTED')),
  batch_id uuid,
  reason text,
  superseded_at timestamptz,
  superseded_by uuid,
  -- cancelled before it began: superseded by nothing, and shown as cancelled
  cancelled_on date CHECK (cancelled_on IS NULL OR superseded_at IS NOT NULL),
  cancel_reason text,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CHECK ((end_precision IS NOT DISTINCT FROM 'MONTH') = (end_month IS NOT NULL)),
  -- STF-8: one secretary and one principal a school at a time
  CONSTRAINT appointment_one_head EXCLUDE USING gist (tenant_id WITH =, (school_id::text) WITH =, (post || '') WITH =, (daterange(lower(valid), upper(valid))) WITH &&)
    WHERE (superseded_at IS NULL AND post IN ('SECRETARY', 'PRINCIPAL')),
  -- the same post once a person and school
  CONSTRAINT appointment_once EXCLUDE USING gist (tenant_id WITH =, (school_id::text) WITH =, (person_id::text) WITH =, (post || '') WITH =, (daterange(lower(valid), upper(valid))) WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX appointment_school ON appointment (tenant_id, school_id) WHERE superseded_at IS NULL;
CREATE INDEX appointment_person ON appointment (tenant_id, person_id) WHERE superseded_at IS NULL;
CREATE INDEX appointment_started ON appointment (tenant_id, (lower(valid)), id) WHERE superseded_at IS NULL;
CREATE INDEX appointment_tenure ON appointment (tenant_id, tenure_end) WHERE superseded_at IS NULL AND tenure_end IS NOT NULL;
CREATE INDEX appointment_cancelled ON appointment (tenant_id, school_id) WHERE cancelled_on IS NOT NULL;
CREATE INDEX appointment_cancelled_person ON appointment (tenant_id, person_id) WHERE cancelled_on IS NOT NULL;
CREATE INDEX appointment_batch ON appointment (tenant_id, batch_id) WHERE batch_id IS NOT NULL;
${own('appointment', { column: 'school_id' })}
CREATE POLICY appointment_auth ON appointment FOR SELECT TO zhixiao_auth USING (true);
GRANT SELECT (tenant_id, id, school_id, person_id, post, full_time, acting, valid, superseded_at) ON appointment TO zhixiao_auth;

CREATE TABLE staffing_departure (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  check_id text NOT NULL,
  person_id uuid,
  reason text NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'WITHDRAWN')),
  requested_on date NOT NULL,
  requested_by text NOT NULL,
  requested_by_account uuid NOT NULL,
  approver text,
  approved_on date,
  review_on date,
  withdrawn_on date,
  withdrawn_reason text,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CHECK (status <> 'APPROVED' OR (approver IS NOT NULL AND approved_on IS NOT NULL AND review_on > approved_on))
);
CREATE INDEX staffing_departure_school ON staffing_departure (tenant_id, school_id);
${own('staffing_departure', { column: 'school_id' })}
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
