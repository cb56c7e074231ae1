import SchoolIcon from '@mui/icons-material/SchoolOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { schoolAdapter } from './school-adapter.js';

/** 学校: the list, the page of one school with its team, its rollout and its history, and what is recorded of it. */
export const schools: AdminResource = {
  name: 'schools',
  subject: 'School',
  adapter: schoolAdapter as AdminResource['adapter'],
  icon: SchoolIcon,
  list: lazyPage('SchoolList', () => import('./SchoolList.js')),
  show: lazyPage('SchoolPage', () => import('./SchoolPage.js')),
  create: lazyPage('SchoolCreate', () => import('./SchoolCreate.js')),
  menu: { group: 'schools', order: 10 },
};
