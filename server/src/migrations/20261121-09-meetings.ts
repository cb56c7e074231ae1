import {
  ATTENDANCE_CAPACITIES,
  ATTENDANCE_STATUSES,
  DECISION_FORMS,
  HEAD_POSTS,
  ITEM_KINDS,
  ITEM_RESULTS,
  MEETING_KINDS,
  MEETING_STATES,
  NOT_HELD_REASONS,
  STANCES,
  VOTE_CHOICES,
  VOTE_FORMS,
} from '@zhixiao/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, own, sealed } from './table-kinds.js';

const SCHOOL = { column: 'school_id' } as const;

/** What every part of a record has: its meeting, and whether the record is signed. */
const PART = `
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  signed boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting (tenant_id, id)`;

/** The bar as it stood when it was last worked out (应到、实到、需); of an item, frozen with its result. */
const BAR = `
  quorum_check text,
  expected int,
  present int,
  needed int,
  quorum_met boolean,
  absent_names text[] NOT NULL DEFAULT '{}',
  findings jsonb NOT NULL DEFAULT '[]',`;

/** Meetings and their record: who was there, what was decided, how it was voted (意见（五）（六）). */
export class Meetings1795219200009 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(MEETING);
    await q.query(ATTENDANCE);
    await q.query(ITEMS);
    await q.query(APPENDED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const MEETING = `
CREATE TABLE meeting (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  school_id uuid NOT NULL,
  kind text NOT NULL ${oneOf('kind', MEETING_KINDS)},
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- the civil date of starts_at, on which the checks look
  held_on date NOT NULL,
  year int NOT NULL,
  -- counted when the meeting opens, so that one that was not held has none
  number int CHECK (number > 0),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  place text NOT NULL DEFAULT '',
  state text NOT NULL ${oneOf('state', MEETING_STATES)},
  chair_id uuid,
  chair_name text,
  chair_post text ${oneOf('chair_post', HEAD_POSTS)},
  delegated_by_id uuid,
  recorder_name text,
  notice_at timestamptz,
  papers_at timestamptz,
  notice_on date,
  papers_on date,
  opened_at timestamptz,
  closed_at timestamptz,
  not_held_reason text ${oneOf('not_held_reason', NOT_HELD_REASONS)},
  not_held_note text,
  put_off_to date,
  -- where only numbers are recorded: a members' assembly, bare paper
  stated_expected int CHECK (stated_expected >= 0),
  stated_present int CHECK (stated_present >= 0),
  entered_afterwards boolean NOT NULL DEFAULT false,
  -- what the paper says was not done
  not_done text[] NOT NULL DEFAULT '{}',
  chair_signed_on date,
  chair_signed_at timestamptz,
  chair_signed_by uuid,
  chair_signed_name text,
  recorder_signed_on date,
  recorder_signed_at timestamptz,
  recorder_signed_by uuid,
  recorder_signed_name text,
  issued_at timestamptz,
  issued_by_name text,
  minutes_no text,
  -- entered from a batch sheet that was taken back: nobody sees it any more
  undone_at timestamptz,
  may_open boolean NOT NULL DEFAULT false,${BAR}
  checked_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT meeting_number UNIQUE (tenant_id, school_id, kind, year, number),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  CHECK (year = extract(year FROM held_on)),
  CHECK ((state = 'NOT_HELD') = (not_held_reason IS NOT NULL)),
  CHECK (state NOT IN ('OPEN', 'CLOSED', 'SIGNED', 'ISSUED') OR opened_at IS NOT NULL OR entered_afterwards),
  -- REC-1: signed by two
  CHECK (state NOT IN ('SIGNED', 'ISSUED') OR (chair_signed_on IS NOT NULL AND recorder_signed_on IS NOT NULL)),
  CHECK (chair_signed_by <> recorder_signed_by),
  CHECK ((state = 'ISSUED') = (issued_at IS NOT NULL)),
  CHECK (undone_at IS NULL OR (entered_afterwards AND state = 'DRAFT' AND number IS NULL))
);
CREATE INDEX meeting_school ON meeting (tenant_id, school_id, held_on DESC, id DESC);
CREATE INDEX meeting_day ON meeting (tenant_id, held_on DESC, id DESC);
${own('meeting', SCHOOL)}

CREATE TABLE meeting_delegation (${PART},
  from_id uuid NOT NULL,
  from_name text NOT NULL,
  to_id uuid NOT NULL,
  to_name text NOT NULL,
  reason text NOT NULL,
  given_at timestamptz NOT NULL DEFAULT now(),
  given_on date NOT NULL,
  ended_at timestamptz
);
CREATE INDEX meeting_delegation_meeting ON meeting_delegation (tenant_id, meeting_id);
CREATE UNIQUE INDEX meeting_delegation_once ON meeting_delegation (tenant_id, meeting_id) WHERE ended_at IS NULL;
${sealed('meeting_delegation', SCHOOL)}
`;

const ATTENDANCE = `
CREATE TABLE attendance (${PART},
  -- null: an invitee from outside
  person_id uuid,
  person_name text NOT NULL CHECK (length(person_name) BETWEEN 1 AND 100),
  post text,
  capacity text NOT NULL ${oneOf('capacity', ATTENDANCE_CAPACITIES)},
  -- null: not signed in yet
  status text ${oneOf('status', ATTENDANCE_STATUSES)},
  reason text,
  arrived_at timestamptz,
  left_at timestamptz,
  -- from which item to which somebody was there, where not throughout: [{fromItem, toItem}]
  spans jsonb NOT NULL DEFAULT '[]',
  by_own_account boolean NOT NULL DEFAULT false,
  -- said in writing by one who is not there: never a vote
  written_opinion text,
  removed_at timestamptz,
  UNIQUE (tenant_id, meeting_id, person_id),
  CHECK (status IS NOT NULL OR arrived_at IS NULL)
);
${sealed('attendance', SCHOOL)}
`;

const ITEMS = `
CREATE TABLE agenda_item (${PART},
  topic_id uuid,
  position int NOT NULL CHECK (position > 0),
  kind text NOT NULL ${oneOf('kind', ITEM_KINDS)},
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  matter_code text,
  restricted boolean NOT NULL DEFAULT false,
  -- who sits in a meeting that prepares a personnel matter, and so reads it
  concerned_ids uuid[] NOT NULL DEFAULT '{}',
  presenter_name text,
  lead_id uuid,
  lead_name text,
  implements_decision_id uuid,
  started_at timestamptz,
  decided_at timestamptz,
  decided_by_id uuid,
  decided_by_name text,
  stated_present int CHECK (stated_present >= 0),
  vote_form text ${oneOf('vote_form', VOTE_FORMS)},
  votes_for int CHECK (votes_for >= 0),
  votes_against int CHECK (votes_against >= 0),
  votes_abstained int CHECK (votes_abstained >= 0),
  tellers text[] NOT NULL DEFAULT '{}',
  result text ${oneOf('result', ITEM_RESULTS)},
  makes_decision boolean NOT NULL DEFAULT false,
  decided_through text ${oneOf('decided_through', DECISION_FORMS)},
  chair_spoke_last boolean,
  not_done text[] NOT NULL DEFAULT '{}',
  discussion text NOT NULL DEFAULT '',
  conclusion text NOT NULL DEFAULT '',
  responsible text,
  due_on date,
  entitled int,
  votes_needed int,
  may_decide boolean NOT NULL DEFAULT false,
  allowed_results text[] NOT NULL DEFAULT '{}',${BAR}
  removed_at timestamptz,
  -- its meeting was not held: the topic may come on another agenda
  released_at timestamptz,
  FOREIGN KEY (tenant_id, topic_id) REFERENCES topic (tenant_id, id),
  CHECK ((votes_for IS NULL) = (votes_against IS NULL) AND (votes_for IS NULL) = (votes_abstained IS NULL)),
  CHECK (kind NOT IN ('DECISION', 'RECONSIDERATION', 'UNSCHEDULED') OR topic_id IS NOT NULL)
);
CREATE INDEX agenda_item_meeting ON agenda_item (tenant_id, meeting_id, position);
-- A topic is on one agenda at a time.
CREATE UNIQUE INDEX agenda_item_topic_once ON agenda_item (tenant_id, topic_id) WHERE removed_at IS NULL AND released_at IS NULL AND result IS NULL;
CREATE INDEX agenda_item_topic ON agenda_item (tenant_id, topic_id);
${sealed('agenda_item', SCHOOL)}

CREATE TABLE item_recusal (${PART},
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  reason text NOT NULL,
  -- an interest that is recorded of one who stayed all the same (PM-11)
  stayed boolean NOT NULL DEFAULT false,
  recorded_by_name text NOT NULL,
  withdrawn_at timestamptz,
  UNIQUE (tenant_id, item_id, person_id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id)
);
${sealed('item_recusal', SCHOOL)}

CREATE TABLE item_opinion (${PART},
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  stance text NOT NULL ${oneOf('stance', STANCES)},
  text text NOT NULL DEFAULT '',
  by_own_account boolean NOT NULL,
  stated_on_paper boolean NOT NULL DEFAULT false,
  recorded_by_name text NOT NULL,
  said_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, item_id, person_id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id),
  CHECK (NOT (by_own_account AND stated_on_paper))
);
${sealed('item_opinion', SCHOOL)}

-- Open ballots alone have a person. Of a secret ballot there is nothing but the counts and the tellers of its item.
CREATE TABLE item_ballot (${PART},
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  choice text NOT NULL ${oneOf('choice', VOTE_CHOICES)},
  cast_at timestamptz NOT NULL DEFAULT now(),
  stated_on_paper boolean NOT NULL DEFAULT false,
  UNIQUE (tenant_id, item_id, person_id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id)
);
${sealed('item_ballot', SCHOOL, 'SELECT, INSERT, UPDATE, DELETE')}
`;

/** What is said of a record afterwards is a row of its own: the signed one stays as it is. */
const APPENDED = `
CREATE TABLE record_correction (${PART},
  item_id uuid,
  text text NOT NULL, reason text NOT NULL,
  signed_by_id uuid NOT NULL, signed_by_name text NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id)
);
CREATE INDEX record_correction_meeting ON record_correction (tenant_id, meeting_id);
${own('record_correction', SCHOOL, 'SELECT, INSERT')}

-- The person confirms what the paper says that he said.
CREATE TABLE opinion_confirmation (
  tenant_id int NOT NULL,
  opinion_id uuid NOT NULL,
  school_id uuid NOT NULL,
  confirmed_at timestamptz NOT NULL DEFAULT now(),
  confirmed_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, opinion_id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, opinion_id) REFERENCES item_opinion (tenant_id, id)
);
${own('opinion_confirmation', SCHOOL, 'SELECT, INSERT')}

-- A personnel or secret item whose decision is published is restricted no more.
CREATE TABLE item_publication (
  tenant_id int NOT NULL,
  item_id uuid NOT NULL,
  school_id uuid NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  published_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, item_id),
  FOREIGN KEY (tenant_id, school_id) REFERENCES school (tenant_id, id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id)
);
${own('item_publication', SCHOOL, 'SELECT, INSERT')}
`;
