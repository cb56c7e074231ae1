import type { people as zh } from '../../zh-CN/resources/people.js';
import type { Translations } from '../translations.js';

export const people: Translations<typeof zh> = {
  name: 'People',
  caption: 'People',
  facts: 'Facts',
  history: 'Career',
  historyCaption: 'Appointments of this person',
  noHistory: 'No appointment is recorded.',
  birthMonthHelp: 'such as 1975-08',
  fields: {
    name: 'Name',
    county: 'On record in',
    sex: 'Sex',
    birthMonth: 'Born',
    ethnicity: 'Ethnicity',
    education: 'Education',
    title: 'Professional title',
    membership: 'Membership',
    partyJoinedOn: 'Joined the party on',
    partyFullOn: 'Full member since',
    posts: 'Posts held',
  },
  filters: { q: 'Name or pinyin' },
  create: { title: 'Enter a person', done: 'The person is entered' },
  change: { open: 'Change', title: 'Change %{name}', done: 'The person is saved' },
};
