import DecisionIcon from '@mui/icons-material/GavelOutlined';
import EmergencyIcon from '@mui/icons-material/ReportProblemOutlined';
import TaskIcon from '@mui/icons-material/TaskAltOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { decisionAdapter, emergencyAdapter, taskAdapter } from './decision-adapters.js';

/** 决议: the register, and a decision with what became of it. */
export const decisions: AdminResource = {
  name: 'decisions',
  subject: 'Decision',
  adapter: decisionAdapter as AdminResource['adapter'],
  icon: DecisionIcon,
  list: lazyPage('DecisionList', () => import('./DecisionList.js')),
  show: lazyPage('DecisionPage', () => import('./DecisionPage.js')),
  menu: { group: 'meetings', order: 30 },
};

/** 决议任务: who does what till when, with lights. */
export const decisionTasks: AdminResource = {
  name: 'decisionTasks',
  subject: 'DecisionTask',
  adapter: taskAdapter as AdminResource['adapter'],
  icon: TaskIcon,
  list: lazyPage('TaskList', () => import('./TaskList.js')),
  show: lazyPage('TaskPage', () => import('./TaskPage.js')),
  menu: { group: 'meetings', order: 40, filter: { open: true } },
};

/** 紧急处置: done before a meeting could be held, and confirmed by the next one. */
export const emergencyActions: AdminResource = {
  name: 'emergencyActions',
  subject: 'EmergencyAction',
  adapter: emergencyAdapter as AdminResource['adapter'],
  icon: EmergencyIcon,
  list: lazyPage('EmergencyList', () => import('./EmergencyList.js')),
  show: lazyPage('EmergencyPage', () => import('./EmergencyPage.js')),
  menu: { group: 'meetings', order: 50 },
};
export { DecisionPill, LightPill } from './decision-pills.js';
