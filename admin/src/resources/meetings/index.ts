import MeetingIcon from '@mui/icons-material/EventNoteOutlined';
import type { AdminPage, AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { meetingAdapter } from './meeting-adapter.js';

/** 会议: the list, calling one, and the page on which it is held, recorded and signed. */
export const meetings: AdminResource = {
  name: 'meetings',
  subject: 'Meeting',
  adapter: meetingAdapter as AdminResource['adapter'],
  icon: MeetingIcon,
  list: lazyPage('MeetingList', () => import('./MeetingList.js')),
  show: lazyPage('MeetingPage', () => import('./MeetingPage.js')),
  create: lazyPage('CallMeetingPage', () => import('./CallMeetingPage.js')),
  menu: { group: 'meetings', order: 20 },
};

/** 补录: a meeting that was held on paper. */
export const enterMeeting: AdminPage = {
  name: 'enterMeeting',
  path: 'enter-meeting',
  page: lazyPage('EnterMeetingPage', () => import('./EnterMeetingPage.js')),
  can: { action: 'plan', subject: 'Meeting' },
};

export { ActButton } from './ActButton.js';
export { PersonField, PeopleField, peopleOf } from './PersonField.js';
export { SchoolPeopleQuery } from './meeting.graphql.js';
export { MeetingPill } from './meeting-pills.js';
