import { DAY_BEFORE, MEETING_DAY, person, round } from './build-procedure.test-support.js';
import { HARD, LATER, ofCombined, ofDecision, ofParty, ofPartyTopic, type Row } from './case-builders.test-support.js';
import type { ProcedureCheckId } from './finding.js';

/** The checks of preparation and of records by what can be found. */
export const PREPARATION_CASES: Readonly<Record<Extract<ProcedureCheckId, `PRE-${number}` | `REC-${number}`>, Row>> = {
  'PRE-1': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ proposal: 'NOT_DONE' }),
    NO_RECORD: ofPartyTopic({ proposal: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-2': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ investigation: { on: LATER } }),
    NO_RECORD: ofPartyTopic({ investigation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-3': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({
      communication: { on: DAY_BEFORE, result: 'NO_MAJOR_DISAGREEMENT', signedBy: ['id-secretary'] },
    }),
    NO_RECORD: ofPartyTopic({ communication: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-4': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ consultation: [round('PRINCIPAL', 'principal', { opinion: 'DISAGREE' })] }),
    NO_RECORD: ofPartyTopic({ consultation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-5': {
    PASS: ofCombined({}),
    FAIL: ofCombined({ consultation: [round('FULL_TIME_DEPUTY', 'deputy', { opinion: 'DISAGREE' })] }),
    NO_RECORD: ofCombined({ consultation: 'NO_RECORD' }),
    DEPARTED: ofCombined({ consultation: 'NOT_DONE' }),
  },
  'PRE-6': {
    PASS: ofPartyTopic({}, 'CADRE_APPOINT_MIDDLE'),
    FAIL: ofPartyTopic({ cadreDeliberation: { on: LATER, participants: [person('m1')] } }, 'CADRE_APPOINT_MIDDLE'),
    NO_RECORD: ofPartyTopic({ cadreDeliberation: 'NO_RECORD' }, 'CADRE_APPOINT_MIDDLE'),
    DEPARTED: HARD,
  },
  'PRE-7': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ individualDeliberations: [] }),
    NO_RECORD: ofPartyTopic({ individualDeliberations: 'NO_RECORD' }),
    DEPARTED: ofPartyTopic({ individualDeliberations: [] }),
  },
  'PRE-8': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ audiences: ['STAFF', 'PARENTS'] }),
    NO_RECORD: ofPartyTopic({ hearings: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-9': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ advice: 'NOT_DONE' }),
    NO_RECORD: ofPartyTopic({ expertAssessment: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-10': {
    PASS: ofPartyTopic({
      itemKind: 'RECONSIDERATION',
      changes: { decisionId: 'decision', body: 'PARTY_ORG', state: 'IN_FORCE' },
    }),
    FAIL: ofPartyTopic({ changes: { decisionId: 'decision', body: 'PARTY_ORG', state: 'IN_FORCE' } }),
    NO_RECORD: ofPartyTopic({ itemKind: 'RECONSIDERATION', changes: { decisionId: null, body: null, state: null } }),
    DEPARTED: HARD,
  },
  'REC-1': {
    PASS: ofParty({ state: 'SIGNED' }),
    FAIL: ofParty({ state: 'CLOSED', recorderSigned: 'NOT_DONE' }),
    NO_RECORD: ofParty({ state: 'CLOSED', chairSigned: 'NO_RECORD' }),
    DEPARTED: ofParty({ state: 'CLOSED', recorderSigned: 'NOT_DONE' }),
  },
  'REC-5': {
    PASS: ofDecision({}),
    FAIL: ofDecision({ executionReports: [{ on: MEETING_DAY.replace('2024-06', '2024-08') }] }),
    NO_RECORD: ofDecision({ executionReports: 'NO_RECORD' }),
    DEPARTED: ofDecision({ executionReports: [] }),
  },
};
