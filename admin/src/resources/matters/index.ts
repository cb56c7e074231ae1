import CatalogueIcon from '@mui/icons-material/CategoryOutlined';
import type { AdminPage } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';

/** 议题目录: the resolved catalogue of matters with its layers. */
export const matters: AdminPage = {
  name: 'matters',
  path: 'matters',
  page: lazyPage('MattersPage', () => import('./MattersPage.js')),
  can: { action: 'read', subject: 'MatterType' },
  icon: CatalogueIcon,
  menu: { group: 'meetings', order: 90 },
};

export { CHANGEABLE, handedDown, type Changeable } from './matter-rules.js';
export { matterFields, type MatterFields } from './matter.graphql.js';
export { MatterMarks, useMarkWords } from './MatterFields.js';
