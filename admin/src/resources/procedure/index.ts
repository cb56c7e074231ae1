import { lazy } from 'react';
import ProcedureIcon from '@mui/icons-material/FactCheckOutlined';
import type { AdminPage, AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { outcomeAdapter } from './outcome-adapter.js';

/** 议事合规: schools and counties by how far the checks of the procedure are kept, and what was held back. */
export const procedure: AdminPage = {
  name: 'procedure',
  path: 'procedure',
  page: lazyPage('ProcedurePage', () => import('./ProcedurePage.js')),
  can: { action: 'read', subject: 'Meeting' },
  icon: ProcedureIcon,
  menu: { group: 'meetings', order: 60 },
};

/** 检查结果: the list behind each number of it. */
export const checkOutcomes: AdminResource = {
  name: 'checkOutcomes',
  subject: 'Meeting',
  adapter: outcomeAdapter as AdminResource['adapter'],
  list: lazyPage('OutcomeList', () => import('./OutcomeList.js')),
};

/** 议事决策, the tab on a school's page. */
export const ProcedureTab = lazy(() => import('./ProcedureTab.js').then((file) => ({ default: file.ProcedureTab })));
