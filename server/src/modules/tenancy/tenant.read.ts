import { all, equals, readModel, tenantKey, tenantRef, text, where } from '../../platform/read/index.js';

/** Tenants of the grant's range; the id is the number, so that a parent's subtree is a range of it. */
export const tenant = readModel('Tenant', {
  table: 'tenant',
  scope: { tenantId: 'id' },
  fields: { id: tenantKey('T'), code: text('code'), name: text('name'), level: text('level') },
  filters: {
    level: equals('level'),
    parentId: tenantRef('T', 'parent_id'),
    enrolled: where([], (row, value) => `(${row}.enrolled_on IS NOT NULL) = ${value}::boolean`),
  },
  orders: { CODE_ASC: ['id'] },
});

export const tenancyRoots = {
  tenants: all('Tenant', { args: ['level', 'parentId', 'enrolled'], order: 'CODE_ASC', max: 4000 }),
};
