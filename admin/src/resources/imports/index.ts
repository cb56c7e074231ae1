import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { importAdapter } from './import-adapter.js';

/** 数据导入: registers and rosters as counties have them, checked row by row before anything is written. */
export const imports: AdminResource = {
  name: 'imports',
  subject: 'Import',
  adapter: importAdapter as AdminResource['adapter'],
  icon: ImportIcon,
  list: lazyPage('ImportList', () => import('./ImportList.js')),
  show: lazyPage('ImportPage', () => import('./ImportPage.js')),
  create: lazyPage('ImportCreate', () => import('./ImportCreate.js')),
  menu: { group: 'imports', order: 10 },
};
