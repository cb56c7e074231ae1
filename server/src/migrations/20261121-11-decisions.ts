import {
  CONFIDENTIALITIES,
  DECISION_STATES,
  DISCLOSURE_MARKS,
  EMERGENCY_STATES,
  ITEM_RESULTS,
  MATTER_CATEGORIES,
  POSTS,
  TASK_ROLES,
  TASK_STATES,
} from '@zhixiao/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, own } from './table-kinds.js';

const SCHOOL = { column: 'school_id' } as const;
const BODIES = ['PARTY_ORG', 'PRINCIPAL_OFFICE', 'MEMBERS_ASSEMBLY'];
const REPORT_KINDS = ['PROGRESS', 'DONE', 'SENT_BACK', 'CLOSED', 'REOPENED', 'CANCELLED'];

/** What every row has: its place, and whether it belongs to a personnel or secret matter that is not published. */
const ROW = `
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  restricted boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id)`;

/** The register of decisions, the tasks that carry them out, execution reports and emergency actions (意见（二）（三）（四）（七）). */
export class Decisions1795219200011 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(REGISTER);
    await q.query(TASKS);
    await q.query(REPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const REGISTER = `
-- The last number that a body of a school gave in a year.
CREATE TABLE decision_number (
  tenant_id int NOT NULL,
  school_id uuid NOT NULL,
  body text NOT NULL ${oneOf('body', BODIES)},
  year int NOT NULL,
  last int NOT NULL CHECK (last > 0),
  PRIMARY KEY (tenant_id, school_id, body, year),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id)
);
${own('decision_number', SCHOOL)}

CREATE TABLE decision (${ROW},
  number text NOT NULL,
  year int NOT NULL,
  seq int NOT NULL CHECK (seq > 0),
  body text NOT NULL ${oneOf('body', BODIES)},
  meeting_id uuid NOT NULL,
  item_id uuid NOT NULL,
  topic_id uuid,
  matter_code text,
  -- the type of matter as it was when it was decided; null: an item without a topic
  matter jsonb,
  category text ${oneOf('category', MATTER_CATEGORIES)},
  title text NOT NULL,
  text text NOT NULL,
  result text NOT NULL ${oneOf('result', ITEM_RESULTS)},
  confidentiality text NOT NULL ${oneOf('confidentiality', CONFIDENTIALITIES)},
  disclosure text NOT NULL ${oneOf('disclosure', DISCLOSURE_MARKS)},
  decided_on date NOT NULL,
  decided_by_name text,
  responsible text,
  due_on date,
  entered_afterwards boolean NOT NULL,
  supersedes_id uuid,
  -- the party decision that an office decision carries out (OM-7)
  party_decision_id uuid,
  state text NOT NULL ${oneOf('state', DECISION_STATES)},
  -- the last day on which it was in force
  ended_on date,
  superseded_by_id uuid,
  published_on date,
  published_where text,
  published_by_name text,
  superior_on date,
  superior_document_no text,
  superior_note text,
  superior_entered_by_name text,
  -- people who have a part in it and so may read it
  concerned_ids uuid[] NOT NULL DEFAULT '{}',
  -- the first day of the last semester whose execution reports were judged (REC-5)
  judged_semester date,
  -- its meeting was entered from a batch sheet that was taken back; the number stays used
  undone_at timestamptz,
  UNIQUE (tenant_id, item_id),
  CONSTRAINT decision_number_once UNIQUE (tenant_id, school_id, body, year, seq),
  FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting (tenant_id, id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id),
  FOREIGN KEY (tenant_id, topic_id) REFERENCES topic (tenant_id, id),
  FOREIGN KEY (tenant_id, supersedes_id) REFERENCES decision (tenant_id, id),
  FOREIGN KEY (tenant_id, superseded_by_id) REFERENCES decision (tenant_id, id),
  FOREIGN KEY (tenant_id, party_decision_id) REFERENCES decision (tenant_id, id),
  CHECK (year = extract(year FROM decided_on)),
  CHECK ((state = 'SUPERSEDED') = (superseded_by_id IS NOT NULL)),
  CHECK ((state IN ('IN_FORCE', 'AWAITING_SUPERIOR')) = (ended_on IS NULL)),
  CHECK (state <> 'AWAITING_SUPERIOR' OR result = 'SUBMIT_TO_SUPERIOR'),
  CHECK ((published_on IS NULL) = (published_where IS NULL)),
  -- what is published is open to all who read the school
  CHECK (published_on IS NULL OR NOT restricted)
);
-- A decision is replaced once.
CREATE UNIQUE INDEX decision_superseded_once ON decision (tenant_id, supersedes_id) WHERE supersedes_id IS NOT NULL;
CREATE INDEX decision_school ON decision (tenant_id, school_id, decided_on DESC, id DESC);
CREATE INDEX decision_day ON decision (tenant_id, decided_on DESC, id DESC);
CREATE INDEX decision_topic ON decision (tenant_id, topic_id);
CREATE INDEX decision_meeting ON decision (tenant_id, meeting_id);
CREATE INDEX decision_party ON decision (tenant_id, party_decision_id) WHERE party_decision_id IS NOT NULL;
${own('decision', SCHOOL, 'SELECT, INSERT')}
-- Clause seven: what was decided changes by reconsideration only, so nobody changes the row; only what became of it is written.
GRANT UPDATE (state, ended_on, superseded_by_id, published_on, published_where, published_by_name, superior_on, superior_document_no,
  superior_note, superior_entered_by_name, concerned_ids, judged_semester, undone_at, restricted, version) ON decision TO zhixiao_app;
`;

const TASKS = `
CREATE TABLE decision_task (${ROW},
  decision_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  note text NOT NULL DEFAULT '',
  owner_id uuid NOT NULL,
  owner_name text NOT NULL,
  due_on date,
  assigned_on date NOT NULL,
  assigned_by_id uuid,
  assigned_by_name text NOT NULL,
  state text NOT NULL ${oneOf('state', TASK_STATES)},
  percent int NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  -- the day on which it was reported done
  done_on date,
  closed_on date,
  closed_by_id uuid,
  closed_by_name text,
  close_note text,
  -- everybody who has a role in it
  person_ids uuid[] NOT NULL,
  FOREIGN KEY (tenant_id, decision_id) REFERENCES decision (tenant_id, id),
  CHECK (owner_id = ANY (person_ids)),
  CHECK ((state IN ('REPORTED_DONE', 'CLOSED')) = (done_on IS NOT NULL) OR state = 'CANCELLED'),
  CHECK ((state IN ('CLOSED', 'CANCELLED')) = (closed_on IS NOT NULL)),
  -- who does it is not who says that it is done
  CHECK (state <> 'CLOSED' OR closed_by_id IS DISTINCT FROM owner_id)
);
CREATE INDEX decision_task_decision ON decision_task (tenant_id, decision_id);
CREATE INDEX decision_task_due ON decision_task (tenant_id, school_id, due_on, id);
CREATE INDEX decision_task_day ON decision_task (tenant_id, due_on, id);
CREATE INDEX decision_task_people ON decision_task USING gin (person_ids);
${own('decision_task', SCHOOL, 'SELECT, INSERT')}
GRANT UPDATE (state, percent, done_on, closed_on, closed_by_id, closed_by_name, close_note, restricted, version) ON decision_task TO zhixiao_app;

CREATE TABLE task_role (${ROW},
  task_id uuid NOT NULL,
  role text NOT NULL ${oneOf('role', TASK_ROLES)},
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  UNIQUE (tenant_id, task_id, person_id),
  FOREIGN KEY (tenant_id, task_id) REFERENCES decision_task (tenant_id, id)
);
${own('task_role', SCHOOL, 'SELECT, INSERT, UPDATE (restricted)')}

-- The history of a task: how far it is, that it is done, what the others said to that.
CREATE TABLE task_report (${ROW},
  task_id uuid NOT NULL,
  kind text NOT NULL ${oneOf('kind', REPORT_KINDS)},
  reported_on date NOT NULL,
  by_id uuid,
  by_name text NOT NULL,
  recorded_by_name text NOT NULL,
  percent int NOT NULL CHECK (percent BETWEEN 0 AND 100),
  text text NOT NULL,
  attachment_ids uuid[] NOT NULL DEFAULT '{}',
  FOREIGN KEY (tenant_id, task_id) REFERENCES decision_task (tenant_id, id)
);
CREATE INDEX task_report_task ON task_report (tenant_id, task_id, id DESC);
${own('task_report', SCHOOL, 'SELECT, INSERT, UPDATE (restricted)')}
`;

const REPORTS = `
CREATE TABLE execution_report (${ROW},
  decision_id uuid NOT NULL,
  reported_on date NOT NULL,
  reported_by_id uuid NOT NULL,
  reported_by_name text NOT NULL,
  recorded_by_name text NOT NULL,
  text text NOT NULL,
  -- the meeting of the party organisation that heard it
  meeting_id uuid,
  attachment_ids uuid[] NOT NULL DEFAULT '{}',
  FOREIGN KEY (tenant_id, decision_id) REFERENCES decision (tenant_id, id),
  FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting (tenant_id, id)
);
CREATE INDEX execution_report_decision ON execution_report (tenant_id, decision_id, reported_on DESC);
${own('execution_report', SCHOOL, 'SELECT, INSERT, UPDATE (restricted)')}

CREATE TABLE emergency_action (${ROW},
  -- the meeting that would have decided, and confirms
  body text NOT NULL ${oneOf('body', BODIES)},
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  text text NOT NULL,
  reason text NOT NULL,
  taken_on date NOT NULL,
  taken_by_id uuid NOT NULL,
  taken_by_name text NOT NULL,
  taken_by_post text NOT NULL ${oneOf('taken_by_post', POSTS)},
  state text NOT NULL ${oneOf('state', EMERGENCY_STATES)},
  confirmed_on date,
  confirmed_meeting_id uuid,
  confirmed_item_id uuid,
  entered_by_name text,
  concerned_ids uuid[] NOT NULL DEFAULT '{}',
  FOREIGN KEY (tenant_id, confirmed_meeting_id) REFERENCES meeting (tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_item_id) REFERENCES agenda_item (tenant_id, id),
  CHECK ((state = 'TAKEN') = (confirmed_item_id IS NULL) AND (state = 'TAKEN') = (confirmed_on IS NULL)),
  CHECK ((confirmed_item_id IS NULL) = (confirmed_meeting_id IS NULL))
);
CREATE INDEX emergency_action_school ON emergency_action (tenant_id, school_id, taken_on DESC, id DESC);
${own('emergency_action', SCHOOL, 'SELECT, INSERT')}
GRANT UPDATE (state, confirmed_on, confirmed_meeting_id, confirmed_item_id, entered_by_name, restricted, version) ON emergency_action TO zhixiao_app;
`;
