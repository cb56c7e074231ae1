import { ID_PREFIXES } from '@zhixiao/domain';
import { attachmentsOf } from '../../platform/attachments/index.js';
import {
  byKey,
  day,
  extend,
  instant,
  int,
  json,
  key,
  keyOf,
  list,
  one,
  oneOf,
  page,
  readModel,
  subtree,
  text,
} from '../../platform/read/index.js';

const rulesModel = readModel('RulesOfProcedure', {
  table: 'rules_of_procedure',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  fields: {
    id: key(ID_PREFIXES.RulesOfProcedure),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    meetingKind: text('meeting_kind'),
    number: int('number'),
    status: text('status'),
    fields: json('fields'),
    adoptedOn: day('adopted_on'),
    adoptedAtMeeting: text('adopted_at_meeting'),
    staffHeardOn: day('staff_heard_on'),
    submittedOn: day('submitted_on'),
    submittedBy: text('submitted_by'),
    reviewer: text('reviewer'),
    reviewOpinion: text('review_opinion'),
    reviewedOn: day('reviewed_on'),
    filingNo: text('filing_no'),
    filedOn: day('filed_on'),
    inForceUntil: day((row) => `upper(${row}.valid) - 1`),
    createdAt: instant('created_at'),
    createdByName: text('created_by_name'),
    attachments: attachmentsOf('RulesOfProcedure'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf(ID_PREFIXES.School, 'school_id'),
    meetingKind: oneOf('meeting_kind'),
    status: oneOf('status'),
  },
  orders: { NEWEST: ['-id'] },
});

export const filingsModels = [rulesModel];

export const filingsExtensions = [
  extend('School', {
    rulesOfProcedure: page(
      'RulesOfProcedure',
      { school_id: 'school_id' },
      { order: ['meeting_kind', '-number', '-id'] },
    ),
  }),
];

export const filingsRoots = {
  ruleOfProcedure: byKey('RulesOfProcedure'),
  rulesOfProcedure: list('RulesOfProcedure', { order: 'NEWEST' }),
};
