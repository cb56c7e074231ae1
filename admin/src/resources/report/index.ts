import ReportIcon from '@mui/icons-material/AssessmentOutlined';
import type { AdminPage } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';

/** 跨校报表: figures by county, stage or organisation type, as of any day. */
export const report: AdminPage = {
  name: 'report',
  path: 'report',
  hasOwnDay: true,
  page: lazyPage('ReportPage', () => import('./ReportPage.js')),
  can: { action: 'read', subject: 'Report' },
  icon: ReportIcon,
  menu: { group: 'reports', order: 10, among: 'SCHOOLS' },
};
