import SettingsIcon from '@mui/icons-material/TuneOutlined';
import type { AdminPage } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';

/** 设置: days of vacancy, and whether a branch without a committee counts. */
export const settings: AdminPage = {
  name: 'settings',
  path: 'settings',
  page: lazyPage('SettingsPage', () => import('./SettingsPage.js')),
  can: { action: 'read', subject: 'TenantSetting' },
  icon: SettingsIcon,
  menu: { group: 'system', order: 10, among: 'SCHOOLS' },
};
