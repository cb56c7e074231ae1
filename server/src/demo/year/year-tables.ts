/** The columns of a table, written with blanks between them. */
export function columns(names: string): readonly string[] {
  return names.trim().split(/\s+/);
}

const ROW = 'tenant_id id school_id version created_at created_by';
const PART = `${ROW} meeting_id signed`;
const BAR = 'quorum_check expected present needed quorum_met absent_names findings';

/** The tables of a year of meetings, parents first, with the columns that are filled. */
export const YEAR_TABLES = {
  rules_of_procedure: columns(`${ROW} created_by_name meeting_kind number status fields adopted_on adopted_at_meeting
    staff_heard_on submitted_on submitted_by submitted_by_account reviewer reviewed_by_account review_opinion reviewed_on filing_no
    filed_on valid`),
  topic: columns(`${ROW} created_by_name meeting_kind item_kind title body matter_code matter category decider amount
    vital_interest audiences specialised two_thirds important confidentiality restricted proposer_id proposer_name proposer_post
    proposed_on lead_id lead_name unscheduled_reason state held_back_reason held_back_on returned_reason withdrawn_reason
    consultation_status consulted_side gates confirmed_by_id confirmed_by_name confirmed_as confirmed_acting confirmed_on
    confirmed_at implements_decision_id reconsiders_decision_id entered_afterwards paper_on not_done concerned_ids waiting_ids`),
  topic_record: columns(`${ROW} topic_id kind held_on result participant_ids participant_names channel audience approved
    agreed signatures recorded_by_name restricted superseded_at superseded_by_name superseded_reason`),
  consultation: columns(`tenant_id id school_id version topic_id round side to_person_id to_person_name to_post asked_at
    asked_by asked_by_name opinion text answered_on answered_at stated_on_paper stated_by_name confirmed_at changes_accepted_at
    changes_accepted_by_name restricted`),
  procedural_departure: columns(`tenant_id id school_id version created_at subject_type subject_id check_id reason
    requested_on requested_by requested_by_name approved_on approved_by approved_by_name restricted`),
  meeting:
    columns(`${ROW} created_by_name kind title held_on year number starts_at ends_at place state chair_id chair_name
    chair_post delegated_by_id recorder_name notice_at papers_at notice_on papers_on opened_at closed_at not_held_reason
    not_held_note put_off_to stated_expected stated_present entered_afterwards not_done chair_signed_on chair_signed_at
    chair_signed_by chair_signed_name recorder_signed_on recorder_signed_at recorder_signed_by recorder_signed_name issued_at
    issued_by_name minutes_no may_open ${BAR} checked_at`),
  meeting_delegation: columns(`${PART} from_id from_name to_id to_name reason given_at given_on`),
  attendance: columns(`${PART} person_id person_name post capacity status reason arrived_at left_at spans by_own_account
    written_opinion`),
  agenda_item: columns(`${PART} topic_id position kind title matter_code restricted concerned_ids presenter_name lead_id
    lead_name implements_decision_id started_at decided_at decided_by_id decided_by_name stated_present vote_form votes_for
    votes_against votes_abstained tellers result makes_decision decided_through chair_spoke_last not_done discussion conclusion
    responsible due_on entitled votes_needed may_decide allowed_results ${BAR} released_at`),
  item_recusal: columns(`${PART} item_id person_id person_name reason stayed recorded_by_name`),
  item_opinion:
    columns(`${PART} item_id person_id person_name stance text by_own_account stated_on_paper recorded_by_name
    said_at`),
  item_ballot: columns(`${PART} item_id person_id person_name choice cast_at stated_on_paper`),
  record_correction: columns(`${PART} item_id text reason signed_by_id signed_by_name signed_at`),
  opinion_confirmation: columns('tenant_id opinion_id school_id confirmed_at confirmed_by'),
  item_publication: columns('tenant_id item_id school_id published_at published_by'),
  decision_number: columns('tenant_id school_id body year last'),
  decision:
    columns(`${ROW} restricted number year seq body meeting_id item_id topic_id matter_code matter category title
    text result confidentiality disclosure decided_on decided_by_name responsible due_on entered_afterwards supersedes_id
    party_decision_id state ended_on superseded_by_id published_on published_where published_by_name superior_on
    superior_document_no superior_note superior_entered_by_name concerned_ids judged_semester`),
  decision_task: columns(`${ROW} restricted decision_id title note owner_id owner_name due_on assigned_on assigned_by_id
    assigned_by_name state percent done_on closed_on closed_by_id closed_by_name close_note person_ids`),
  task_role: columns(`${ROW} restricted task_id role person_id person_name`),
  task_report: columns(`${ROW} restricted task_id kind reported_on by_id by_name recorded_by_name percent text
    attachment_ids`),
  execution_report: columns(`${ROW} restricted decision_id reported_on reported_by_id reported_by_name recorded_by_name
    text meeting_id attachment_ids`),
  emergency_action:
    columns(`${ROW} restricted body title text reason taken_on taken_by_id taken_by_name taken_by_post state
    confirmed_on confirmed_meeting_id confirmed_item_id entered_by_name concerned_ids`),
  check_outcome:
    columns(`tenant_id id school_id subject_type subject_id meeting_id check_id outcome severity clause params
    evaluated_at evaluated_by current restricted`),
  notification: columns(
    `tenant_id id account_id school_id kind subject_type subject_id params restricted once created_at`,
  ),
};

export type YearTable = keyof typeof YEAR_TABLES;

/** Columns of JSON among them. */
export const YEAR_JSON = ['fields', 'matter', 'gates', 'signatures', 'spans', 'params'] as const;
