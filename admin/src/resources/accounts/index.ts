import AccountsIcon from '@mui/icons-material/ManageAccountsOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { roleGrantAdapter } from './role-grant-adapter.js';

/** 账号与授权: the roles that were given, new accounts, and whom they wait for. */
export const roleGrants: AdminResource = {
  name: 'roleGrants',
  subject: 'RoleGrant',
  adapter: roleGrantAdapter as AdminResource['adapter'],
  icon: AccountsIcon,
  list: lazyPage('RoleGrantList', () => import('./RoleGrantList.js')),
  menu: { group: 'system', order: 20 },
};

/** Reachable without a login. */
export const ActivatePage = lazyPage('ActivatePage', () => import('./ActivatePage.js'));
