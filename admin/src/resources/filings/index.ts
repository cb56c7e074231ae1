import RulesIcon from '@mui/icons-material/MenuBookOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { rulesAdapter } from './rules-adapter.js';

/** 议事规则: drafted, adopted and submitted by the school, reviewed and filed by the authority. */
export const rulesOfProcedure: AdminResource = {
  name: 'rulesOfProcedure',
  subject: 'RulesOfProcedure',
  adapter: rulesAdapter as AdminResource['adapter'],
  icon: RulesIcon,
  list: lazyPage('RulesList', () => import('./RulesList.js')),
  show: lazyPage('RulesPage', () => import('./RulesPage.js')),
  create: lazyPage('RulesCreate', () => import('./RulesCreate.js')),
  menu: { group: 'meetings', order: 80 },
};
