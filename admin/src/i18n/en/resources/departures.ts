import type { departures as zh } from '../../zh-CN/resources/departures.js';
import type { Translations } from '../translations.js';

export const departures: Translations<typeof zh> = {
  name: 'Departures',
  caption: 'Departures from what is normally asked',
  none: 'No departure is recorded.',
  wholeSchool: 'Whole school',
  at: '%{school}, %{check}',
  fields: {
    school: 'School',
    check: 'Check',
    person: 'Person',
    reason: 'Reason',
    status: 'Status',
    requestedOn: 'Requested on',
    approver: 'Approved by',
    approvedOn: 'Approved on',
    reviewOn: 'Review on',
    withdrawnOn: 'Withdrawn on',
  },
  request: {
    short: 'Request a departure',
    title: 'Request a departure: %{check}',
    person: 'Choose where it is about one person',
    submit: 'Request',
    done: 'The request waits for approval',
  },
  approve: {
    short: 'Approve',
    title: 'Approve the departure: %{check}',
    review: 'To be reviewed on this day',
    submit: 'Approve',
    done: 'The departure is approved',
  },
  withdraw: {
    short: 'Withdraw',
    title: 'Withdraw the departure: %{check}',
    submit: 'Withdraw',
    done: 'The departure is withdrawn',
  },
};
