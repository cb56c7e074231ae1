import PeopleIcon from '@mui/icons-material/BadgeOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { personAdapter } from './person-adapter.js';

/** 人员: the people who lead or have led schools. */
export const people: AdminResource = {
  name: 'people',
  subject: 'Person',
  adapter: personAdapter as AdminResource['adapter'],
  icon: PeopleIcon,
  list: lazyPage('PersonList', () => import('./PersonList.js')),
  show: lazyPage('PersonPage', () => import('./PersonPage.js')),
  create: lazyPage('PersonCreate', () => import('./PersonCreate.js')),
  menu: { group: 'staffing', order: 20 },
};
