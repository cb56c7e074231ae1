import TopicsIcon from '@mui/icons-material/TopicOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { topicAdapter } from './topic-adapter.js';

/** 议题: the pool, the form, the page with gates, opinions and records. */
export const topics: AdminResource = {
  name: 'topics',
  subject: 'Topic',
  adapter: topicAdapter as AdminResource['adapter'],
  icon: TopicsIcon,
  list: lazyPage('TopicList', () => import('./TopicList.js')),
  show: lazyPage('TopicPage', () => import('./TopicPage.js')),
  create: lazyPage('TopicCreate', () => import('./TopicCreate.js')),
  edit: lazyPage('TopicEdit', () => import('./TopicEdit.js')),
  menu: { group: 'meetings', order: 10 },
};

export { NewTopicButton } from './NewTopicButton.js';
export { waitingFields } from './waiting.graphql.js';
export { waitingReason } from './waiting-reason.js';
