import {
  DAY_BEFORE,
  FIRST_TOPIC,
  hands,
  here,
  item,
  officeItem,
  officeTopic,
  partyTopic,
  person,
} from './build-procedure.test-support.js';
import {
  ADVISORY,
  HARD,
  ofOffice,
  ofOfficeItem,
  ofOfficeTopic,
  ofParty,
  ofPartyItem,
  ofPartyTopic,
  type Row,
} from './case-builders.test-support.js';
import type { ProcedureCheckId } from './finding.js';

const CADRE = partyTopic('CADRE_APPOINT_MIDDLE');
const few = ['secretary', 'm1', 'm2'].map((name) => here(name));
const fewer = few.slice(1);

/** The checks of the two meetings by what can be found. */
export const MEETING_CASES: Readonly<Record<Extract<ProcedureCheckId, `PM-${number}` | `OM-${number}`>, Row>> = {
  'PM-1': {
    PASS: ofParty({}),
    FAIL: ofParty({ chair: { ...person('principal'), delegatedById: null } }),
    NO_RECORD: ofParty({ chair: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-2': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ proposer: person('teacher') }),
    NO_RECORD: ofPartyTopic({ proposer: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-3': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ confirmation: { ...person('principal'), actingAs: 'PRINCIPAL', on: DAY_BEFORE } }),
    NO_RECORD: ofPartyTopic({ confirmation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-4': {
    PASS: ofParty({ attendance: few }),
    FAIL: ofParty({ attendance: fewer }),
    NO_RECORD: ofParty({ attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-5': {
    PASS: ofPartyItem(item(CADRE), { attendance: [...few, here('vice')] }),
    FAIL: ofPartyItem(item(CADRE), { attendance: few }),
    NO_RECORD: ofPartyItem(item(CADRE), { attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-6': {
    PASS: ofPartyItem(item(CADRE)),
    FAIL: ofPartyItem(item(CADRE, { vote: hands(6) })),
    NO_RECORD: ofPartyItem(item(CADRE), { attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-7': {
    PASS: ofParty({}),
    FAIL: ofParty({ attendance: [...few, here('guest', { capacity: 'OBSERVER' })] }),
    NO_RECORD: ofParty({ attendance: 'NO_RECORD' }),
    DEPARTED: ADVISORY,
  },
  'PM-8': {
    PASS: ofPartyItem(item(partyTopic('ANNUAL_BUDGET'))),
    FAIL: ofPartyItem(item(partyTopic('ANNUAL_BUDGET'), { decidedThrough: 'CIRCULATION' })),
    NO_RECORD: ofPartyItem(item(partyTopic('ANNUAL_BUDGET'), { decidedThrough: 'NO_RECORD' })),
    DEPARTED: HARD,
  },
  'PM-9': {
    PASS: ofPartyItem(item(CADRE, { vote: hands(3, 2) })),
    FAIL: ofPartyItem(item(CADRE, { vote: hands(2, 3) })),
    NO_RECORD: ofPartyItem(item(CADRE, { vote: null })),
    DEPARTED: ofPartyItem(item(CADRE, { vote: hands(2, 3) })),
  },
  'PM-10': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ itemKind: 'UNSCHEDULED' }),
    NO_RECORD: ofPartyTopic({ confirmation: 'NO_RECORD' }),
    DEPARTED: ofPartyTopic({ itemKind: 'UNSCHEDULED' }),
  },
  'PM-11': {
    PASS: ofPartyItem(item(CADRE, { interested: [person('m1')], recusedIds: ['id-m1'], vote: hands(4) })),
    FAIL: ofPartyItem(item(CADRE, { interested: [person('m1')] })),
    NO_RECORD: 'an interest that nobody recorded is not asked for',
    DEPARTED: ofPartyItem(item(CADRE, { interested: [person('m1')] })),
  },
  'PM-12': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ memberInCharge: person('vice3') }),
    NO_RECORD: ofPartyTopic({ memberInCharge: 'NO_RECORD' }),
    DEPARTED: ofPartyTopic({ memberInCharge: person('vice3') }),
  },
  'PM-13': {
    PASS: ofPartyItem(item(CADRE)),
    FAIL: ofPartyItem(item(CADRE, { chairSpokeLast: 'NOT_DONE' })),
    NO_RECORD: ofPartyItem(item(CADRE, { chairSpokeLast: 'NO_RECORD' })),
    DEPARTED: ADVISORY,
  },
  'PM-14': {
    PASS: ofParty({ noticeSent: { on: '2024-06-01' }, papersSent: { on: '2024-06-01' } }),
    FAIL: ofParty({ papersSent: { on: '2024-06-02' } }),
    NO_RECORD: ofParty({ noticeSent: 'NO_RECORD' }),
    DEPARTED: ofParty({ papersSent: { on: '2024-06-02' } }),
  },
  'PM-15': {
    PASS: ofParty({}),
    FAIL: ofParty({ items: [{ ...FIRST_TOPIC, order: 3 }, item(CADRE)] }),
    NO_RECORD: ofParty({ items: [] }),
    DEPARTED: ofParty({ items: [item(CADRE)] }),
  },
  'OM-1': {
    PASS: ofOffice({}),
    FAIL: ofOffice({ chair: { ...person('secretary'), delegatedById: null } }),
    NO_RECORD: ofOffice({ chair: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-2': {
    PASS: ofOfficeTopic({ proposer: person('m1') }),
    FAIL: ofOfficeTopic({ proposer: person('clerk') }),
    NO_RECORD: ofOfficeTopic({ proposer: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-3': {
    PASS: ofOfficeTopic({}),
    FAIL: ofOfficeTopic({ confirmation: { ...person('secretary'), actingAs: 'SECRETARY', on: DAY_BEFORE } }),
    NO_RECORD: ofOfficeTopic({ confirmation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-4': {
    PASS: ofOffice({ attendance: [here('principal'), here('vice')] }),
    FAIL: ofOffice({ attendance: [here('principal'), here('secretary', { capacity: 'OBSERVER' })] }),
    NO_RECORD: ofOffice({ attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-5': {
    PASS: ofOfficeItem(officeItem(officeTopic('ANNUAL_WORK_PLAN'))),
    FAIL: ofOfficeItem(
      officeItem(officeTopic('ANNUAL_WORK_PLAN'), { opinions: [{ personId: 'id-vice', stance: 'NO_COMMENT' }] }),
    ),
    NO_RECORD: ofOfficeItem(officeItem(officeTopic('ANNUAL_WORK_PLAN'), { opinions: 'NO_RECORD' })),
    DEPARTED: HARD,
  },
  'OM-6': {
    PASS: ofOfficeItem(officeItem(officeTopic('ANNUAL_BUDGET'), { result: 'SUBMIT_TO_PARTY_MEETING' })),
    FAIL: ofOfficeItem(officeItem(officeTopic('ANNUAL_BUDGET'), { result: 'APPROVED' })),
    NO_RECORD: ofOfficeItem(officeItem(officeTopic('ANNUAL_BUDGET'), { result: null })),
    DEPARTED: HARD,
  },
  'OM-7': {
    PASS: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'))),
    FAIL: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'), { implements: 'NOT_DONE' })),
    NO_RECORD: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'), { implements: 'NO_RECORD' })),
    DEPARTED: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'), { implements: 'NOT_DONE' })),
  },
};
