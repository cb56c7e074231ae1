import RolloutIcon from '@mui/icons-material/TrendingUpOutlined';
import type { AdminPage } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';

/** 推进进度: states by county, and the schools that have not been adjusted yet. */
export const rollout: AdminPage = {
  name: 'rollout',
  path: 'rollout',
  page: lazyPage('RolloutPage', () => import('./RolloutPage.js')),
  can: { action: 'read', subject: 'Report' },
  icon: RolloutIcon,
  menu: { group: 'rollout', order: 10, among: 'SCHOOLS' },
};
