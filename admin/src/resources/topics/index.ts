import { lazy } from 'react';
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

/** 待我办理 on the home of a school's people. */
export const WaitingTopics = lazy(() => import('./WaitingTopics.js').then((file) => ({ default: file.WaitingTopics })));
