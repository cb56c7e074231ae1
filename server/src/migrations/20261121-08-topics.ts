import {
  CHECK_OUTCOMES,
  CONFIDENTIALITIES,
  CONSULTATION_OPINIONS,
  CONSULTATION_STATUSES,
  CONSULTED_SIDES,
  DECIDERS,
  HEAD_POSTS,
  HEARING_AUDIENCES,
  HEARING_CHANNELS,
  ITEM_KINDS,
  MATTER_CATEGORIES,
  MEETING_KINDS,
  POSTS,
  SEVERITIES,
  TOPIC_STATES,
} from '@zhixiao/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, own } from './table-kinds.js';

const RECORD_KINDS = [
  ...['PROPOSAL', 'INVESTIGATION', 'COMMUNICATION', 'CADRE_DELIBERATION', 'INDIVIDUAL_DELIBERATION'],
  ...['HEARING', 'EXPERT', 'TECHNICAL', 'POLICY', 'LEGAL'],
];
const SUBJECTS = ['TOPIC', 'MEETING', 'ITEM', 'DECISION'];
const HEADED_BY_PRINCIPAL = `meeting_kind IN ('PRINCIPAL_OFFICE', 'SCHOOL_COUNCIL')`;
const UNCONFIRMED = `state NOT IN ('CONFIRMED', 'HEARD')`;

/** Topics and all that prepares them (意见（七）（九）), departures from what is generally asked, and the outcome of every check. */
export class Topics1795219200008 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
CREATE TABLE topic (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  meeting_kind text NOT NULL ${oneOf('meeting_kind', MEETING_KINDS)},
  item_kind text NOT NULL ${oneOf('item_kind', ITEM_KINDS)},
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body text NOT NULL DEFAULT '',
  matter_code text NOT NULL,
  -- the type as it was resolved when the topic was written: an old topic keeps what held then
  matter jsonb NOT NULL,
  category text NOT NULL ${oneOf('category', MATTER_CATEGORIES)},
  decider text NOT NULL ${oneOf('decider', DECIDERS)},
  amount numeric(14, 2) CHECK (amount >= 0),
  -- null keeps the preset of the type
  vital_interest boolean,
  audiences text[] NOT NULL DEFAULT '{}' CHECK (audiences <@ ARRAY[${HEARING_AUDIENCES.map((one) => `'${one}'`).join(', ')}]),
  specialised boolean,
  two_thirds boolean NOT NULL DEFAULT false,
  important boolean NOT NULL DEFAULT false,
  confidentiality text NOT NULL ${oneOf('confidentiality', CONFIDENTIALITIES)},
  restricted boolean NOT NULL DEFAULT false,
  proposer_id uuid,
  proposer_name text,
  proposer_post text,
  proposed_on date,
  lead_id uuid,
  lead_name text,
  unscheduled_reason text,
  state text NOT NULL ${oneOf('state', TOPIC_STATES)},
  held_back_reason text,
  held_back_on date,
  returned_reason text,
  withdrawn_reason text,
  consultation_status text NOT NULL DEFAULT 'NOT_NEEDED' ${oneOf('consultation_status', CONSULTATION_STATUSES)},
  consulted_side text ${oneOf('consulted_side', CONSULTED_SIDES)},
  -- what was still open when it was last looked at
  gates jsonb NOT NULL DEFAULT '[]',
  confirmed_by_id uuid,
  confirmed_by_name text,
  confirmed_as text ${oneOf('confirmed_as', HEAD_POSTS)},
  confirmed_acting boolean,
  confirmed_on date,
  confirmed_at timestamptz,
  implements_decision_id uuid,
  reconsiders_decision_id uuid,
  entered_afterwards boolean NOT NULL DEFAULT false,
  -- the day of the meeting on paper
  paper_on date,
  -- what the paper says was not done
  not_done text[] NOT NULL DEFAULT '{}',
  -- people who have a part in it and so may read it, and those for whom it waits now
  concerned_ids uuid[] NOT NULL DEFAULT '{}',
  waiting_ids uuid[] NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  CHECK (entered_afterwards = (paper_on IS NOT NULL)),
  CHECK (item_kind <> 'UNSCHEDULED' OR unscheduled_reason IS NOT NULL OR entered_afterwards),
  -- clauses five and six: confirmed, and by the head of that meeting, before it goes on
  CHECK (${UNCONFIRMED} OR confirmed_at IS NOT NULL),
  CHECK (confirmed_as IS NULL OR entered_afterwards OR (confirmed_as = 'PRINCIPAL') = (${HEADED_BY_PRINCIPAL})),
  CHECK ((confirmed_by_id IS NULL) = (confirmed_on IS NULL))
);
CREATE INDEX topic_pool ON topic (tenant_id, school_id, state, id);
CREATE INDEX topic_waiting ON topic USING gin (waiting_ids);
${own('topic', { column: 'school_id' })}

CREATE TABLE topic_record (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  topic_id uuid NOT NULL,
  kind text NOT NULL ${oneOf('kind', RECORD_KINDS)},
  held_on date NOT NULL,
  result text NOT NULL,
  participant_ids uuid[] NOT NULL DEFAULT '{}',
  participant_names text[] NOT NULL DEFAULT '{}',
  channel text ${oneOf('channel', HEARING_CHANNELS)},
  audience text ${oneOf('audience', HEARING_AUDIENCES)},
  -- passed by the staff congress; null where it was only heard
  approved boolean,
  -- no major disagreement (PRE-3)
  agreed boolean,
  signatures jsonb NOT NULL DEFAULT '[]',
  recorded_by_name text NOT NULL,
  restricted boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  superseded_at timestamptz,
  superseded_by_name text,
  superseded_reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, topic_id) REFERENCES topic (tenant_id, id),
  CHECK ((kind = 'HEARING') = (channel IS NOT NULL) AND (kind = 'HEARING') = (audience IS NOT NULL)),
  CHECK ((kind = 'COMMUNICATION') = (agreed IS NOT NULL))
);
CREATE INDEX topic_record_topic ON topic_record (tenant_id, topic_id);
${own('topic_record', { column: 'school_id' }, 'SELECT, INSERT')}
-- What was recorded stays as it was: signatures are added to it, a better record supersedes it.
GRANT UPDATE (signatures, restricted, version, superseded_at, superseded_by_name, superseded_reason) ON topic_record TO zhixiao_app;

CREATE TABLE consultation (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  topic_id uuid NOT NULL,
  round int NOT NULL CHECK (round > 0),
  side text NOT NULL ${oneOf('side', CONSULTED_SIDES)},
  to_person_id uuid NOT NULL,
  to_person_name text NOT NULL,
  to_post text NOT NULL ${oneOf('to_post', POSTS)},
  asked_at timestamptz NOT NULL DEFAULT now(),
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  opinion text ${oneOf('opinion', CONSULTATION_OPINIONS)},
  text text,
  answered_on date,
  answered_at timestamptz,
  -- said on paper, entered by another: nothing until the person confirms it
  stated_on_paper boolean NOT NULL DEFAULT false,
  stated_by_name text,
  confirmed_at timestamptz,
  changes_accepted_at timestamptz,
  changes_accepted_by_name text,
  restricted boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, topic_id, round),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, topic_id) REFERENCES topic (tenant_id, id),
  CHECK ((opinion IS NULL) = (answered_on IS NULL)),
  CHECK (changes_accepted_at IS NULL OR opinion = 'AGREE_WITH_CHANGES')
);
${own('consultation', { column: 'school_id' })}

CREATE TABLE procedural_departure (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  subject_type text NOT NULL ${oneOf('subject_type', SUBJECTS)},
  subject_id uuid NOT NULL,
  check_id text NOT NULL,
  reason text NOT NULL,
  requested_on date NOT NULL,
  requested_by uuid NOT NULL,
  requested_by_name text NOT NULL,
  approved_on date,
  approved_by uuid,
  approved_by_name text,
  restricted boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, subject_id, check_id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  CHECK ((approved_on IS NULL) = (approved_by_name IS NULL))
);
CREATE INDEX procedural_departure_school ON procedural_departure (tenant_id, school_id);
${own('procedural_departure', { column: 'school_id' })}

-- One row for each evaluation of a check that said something new; inspection and statistics read them.
CREATE TABLE check_outcome (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  subject_type text NOT NULL ${oneOf('subject_type', SUBJECTS)},
  subject_id uuid NOT NULL,
  meeting_id uuid,
  check_id text NOT NULL,
  outcome text NOT NULL ${oneOf('outcome', CHECK_OUTCOMES)},
  severity text NOT NULL ${oneOf('severity', SEVERITIES)},
  clause text NOT NULL,
  params jsonb NOT NULL,
  evaluated_at timestamptz NOT NULL DEFAULT now(),
  evaluated_by uuid NOT NULL,
  current boolean NOT NULL DEFAULT true,
  restricted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id)
);
CREATE UNIQUE INDEX check_outcome_current ON check_outcome (tenant_id, subject_id, check_id) WHERE current;
CREATE INDEX check_outcome_subject ON check_outcome (tenant_id, subject_id, check_id);
CREATE INDEX check_outcome_meeting ON check_outcome (tenant_id, meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX check_outcome_school ON check_outcome (tenant_id, school_id, evaluated_at);
${own('check_outcome', { column: 'school_id' }, 'SELECT, INSERT, UPDATE (current, restricted, meeting_id)')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
