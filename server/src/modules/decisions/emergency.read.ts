import { ID_PREFIXES } from '@zhixiao/domain';
import {
  bool,
  byKey,
  day,
  instant,
  int,
  key,
  keyOf,
  list,
  one,
  oneOf,
  readModel,
  subtree,
  text,
  where,
} from '../../platform/read/index.js';
import { overdueSql } from './emergency-overdue.js';
import { ownAccountSql } from './own-account.js';

const emergency = readModel('EmergencyAction', {
  table: 'emergency_action',
  scope: {
    ...{ tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted' },
    accountId: (row) => ownAccountSql(row, `${row}.concerned_ids`),
  },
  fields: {
    id: key(ID_PREFIXES.EmergencyAction),
    tenant: one('Tenant', {}, { alongside: true }),
    school: one('School', { school_id: 'school_id' }),
    body: text('body'),
    title: text('title'),
    text: text('text'),
    reason: text('reason'),
    takenOn: day('taken_on'),
    takenByName: text('taken_by_name'),
    takenByPost: text('taken_by_post'),
    state: text('state'),
    confirmedOn: day('confirmed_on'),
    meeting: one('Meeting', { id: 'confirmed_meeting_id' }),
    item: one('AgendaItem', { id: 'confirmed_item_id' }),
    overdue: bool(overdueSql, { nonNull: true }),
    restricted: bool('restricted'),
    createdAt: instant('created_at'),
    version: int('version'),
  },
  filters: {
    tenantId: subtree(),
    schoolId: keyOf(ID_PREFIXES.School, 'school_id'),
    state: oneOf('state'),
    overdue: where(['overdue'], (row, value, on) => `${overdueSql(row, on)} = ${value}::boolean`),
  },
  orders: { NEWEST: ['-taken_on', '-id'] },
});

export const emergencyModels = [emergency];

export const emergencyRoots = {
  emergencyAction: byKey('EmergencyAction'),
  emergencyActions: list('EmergencyAction', { order: 'NEWEST' }),
};
