import { lazy } from 'react';
import AuditIcon from '@mui/icons-material/HistoryOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { auditAdapter } from './audit-adapter.js';

/** 操作日志: entries with their field differences. */
export const audit: AdminResource = {
  name: 'audit',
  subject: 'AuditEntry',
  adapter: auditAdapter as AdminResource['adapter'],
  icon: AuditIcon,
  list: lazyPage('AuditList', () => import('./AuditList.js')),
  menu: { group: 'system', order: 20 },
};

/** The entries of one school, for its page. */
export const AuditTrail = lazy(() => import('./AuditTrail.js').then((file) => ({ default: file.AuditTrail })));
