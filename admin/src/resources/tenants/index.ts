import TenantIcon from '@mui/icons-material/AccountTreeOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { tenantAdapter } from './tenant-adapter.js';

/** 租户: counties, cities and provinces within the grant's range. */
export const tenants: AdminResource = {
  name: 'tenants',
  subject: 'Tenant',
  adapter: tenantAdapter as AdminResource['adapter'],
  icon: TenantIcon,
  list: lazyPage('TenantList', () => import('./TenantList.js')),
  menu: { group: 'system', order: 30, among: 'TENANTS' },
};
