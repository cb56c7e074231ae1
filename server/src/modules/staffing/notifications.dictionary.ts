/** What a mail or a webhook says of departures; the app has its own texts by kind. */
export const DEPARTURE_NOTIFICATIONS = {
  DEPARTURE_REQUESTED: { title: '有特殊情况备案待批准', line: '{requestedBy}申请特殊情况备案（{checkId}），待批准' },
  DEPARTURE_APPROVED: {
    title: '特殊情况备案已批准',
    line: '所申请的特殊情况备案（{checkId}）已批准，{reviewOn}前复核',
  },
} as const;
