/** Why a row is refused. The first block judges content; BLANK_ROW, TOTAL_ROW and FOOTER are rows that hold no data. */
export type ReasonCode =
  | 'E_UNKNOWN_DIVISION'
  | 'E_DIVISION_REQUIRED'
  | 'E_DIVISION_MISMATCH'
  | 'E_OUT_OF_SCOPE'
  | 'E_SCHOOL_CODE_FORMAT'
  | 'E_SCHOOL_UNKNOWN'
  | 'E_SCHOOL_MISMATCH' // code and name are two different schools
  | 'E_NAME_REQUIRED'
  | 'E_GENDER_INVALID'
  | 'E_BIRTH_IMPLAUSIBLE'
  | 'E_POST_UNKNOWN'
  | 'E_NOT_PARTY_MEMBER'
  | 'E_POST_ALREADY_HELD'
  | 'E_DATE_INVALID'
  | 'E_DATE_REQUIRED'
  | 'E_END_BEFORE_START'
  | 'E_DUPLICATE_IN_FILE'
  | 'E_ORG_TYPE_UNKNOWN'
  | 'E_NUMBER_INVALID'
  | 'E_VALUE_UNKNOWN' // a word outside the closed list of its column
  | 'E_STAGE_GAP'
  | 'E_STAGE_CONFLICT'
  | 'E_STAGE_REQUIRED'
  | 'E_MEETING_KEY' // no 会议编号, or none of the meetings has it
  | 'E_MEETING_REFUSED' // its meeting, or another item of its meeting, is refused
  | 'E_NO_ITEMS'
  | 'E_VALUE_REQUIRED'
  | 'E_DAY_REQUIRED' // a month where the day is asked for
  | 'E_DATE_TO_COME'
  | 'E_TIME_INVALID'
  | 'E_NUMBER_TAKEN' // another meeting of that year has the number
  | 'E_PERSON_AMBIGUOUS' // two people of that name in office
  | 'E_PERSON_TWICE'
  | 'E_MATTER_UNKNOWN'
  | 'E_COUNTS_INCOMPLETE'
  | 'E_TOO_LONG'
  | StructuralReason;

export type StructuralReason = 'BLANK_ROW' | 'TOTAL_ROW' | 'FOOTER';

/** What was put right or needs a second look in a row that is imported. */
export type WarningCode =
  | 'W_NAME_SPACES'
  | 'W_NAME_DOT'
  | 'W_NAME_NOTE_REMOVED'
  | 'W_FULLWIDTH'
  | 'W_TWO_DIGIT_YEAR'
  | 'W_DATE_AMBIGUOUS' // 2022.1 as a number: January, or October with its zero lost
  | 'W_DATE_FROM_AS_OF' // no date column: taken as in office on the file's 截至日期
  | 'W_CODE_FROM_NAME'
  | 'W_CODE_TRIMMED'
  | 'W_EXCEL_TEXT_FORMULA'
  | 'W_SCHOOL_SHORT_NAME'
  | 'W_SAME_AS_LEFT'
  | 'W_NUMBER_UNIT'
  | 'W_COMBINED_FLAG_CONTRADICTS'
  | 'W_SENSITIVE_COLUMN_DROPPED'
  | 'W_SAME_NAME_DIFFERENT_PERSON'
  | 'W_PERSON_UNKNOWN' // nobody of that name served at the school: the name alone is kept
  | 'W_COUNT_DIFFERS' // 实到 is another number than names are listed
  | 'W_DECIDER_DIFFERS' // 决策主体 is another than the catalogue has
  | 'W_MEETING_EXISTS' // it is there already and stays as it is
  | 'W_SIGNED'; // signed on paper: sealed when it is imported, and not taken back

/** Outcome of reading one cell: a value (null for blank or 无), or the reason why there is none. */
export interface Reading<T> {
  readonly value: T | null;
  readonly error?: ReasonCode;
  readonly warnings: readonly WarningCode[];
}

/** A date as exactly as the file says it: 2023-03 (month) or 2023-03-01 (day). */
export interface RosterDate {
  readonly on: string;
  readonly precision: 'month' | 'day';
}

/** What a reader needs of a cell. */
export interface CellInput {
  readonly text: string;
  readonly raw?: string | number | boolean;
  readonly kind?: 'text' | 'number' | 'date' | 'boolean' | 'error';
  readonly textFormula?: true;
}

/** A reading without value and without complaint. */
export const BLANK: Reading<never> = { value: null, warnings: [] };
