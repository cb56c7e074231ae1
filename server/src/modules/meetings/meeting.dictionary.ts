import type { MeetingKind, Post } from '@zhixiao/domain';

/** How a meeting is called where nobody gives it a title. */
export const MEETING_NAMES: Readonly<Record<MeetingKind, string>> = {
  PARTY_ORG: '党组织会议',
  PRINCIPAL_OFFICE: '校长办公会议',
  MEMBERS_ASSEMBLY: '党员大会',
  SCHOOL_COUNCIL: '校务委员会会议',
  DEMOCRATIC_LIFE: '民主生活会',
  INTEGRITY: '党风廉政建设专题会议',
};

/** 〔2026〕3号; an unnumbered meeting goes by its day. */
export function minutesNumber(year: number, number: number | null, heldOn: string): string {
  return number === null ? heldOn : `〔${year}〕${number}号`;
}

/** What is told of meetings. */
export const MEETING_NOTIFICATIONS = {
  MEETING_CALLED: { title: '会议通知', line: '{title}定于{heldOn} {time}召开，地点：{place}' },
  MEETING_CHANGED: { title: '会议有变更', line: '{title}改为{heldOn} {time}，地点：{place}' },
  MEETING_PUT_OFF: { title: '会议改期', line: '{title}（{heldOn}）改期' },
  MEETING_CANCELLED: { title: '会议取消', line: '{title}（{heldOn}）不召开' },
  CHAIR_DELEGATED: { title: '委托您主持会议', line: '{by}委托您主持{title}' },
  RECORD_TO_SIGN: { title: '会议记录待签字', line: '{title}（{heldOn}）的会议记录待您签字' },
  OPINION_STATED: { title: '有补录的发言意见待您确认', line: '{title}（{heldOn}）补录了您的意见，待您本人确认' },
  MINUTES_ISSUED: { title: '会议纪要已签发', line: '{title}（{heldOn}）的会议纪要已签发' },
} as const;

/** Posts in words, as a paper names people. */
export const POST_NAMES: Readonly<Record<Post, string>> = {
  SECRETARY: '党组织书记',
  DEPUTY_SECRETARY: '党组织副书记',
  COMMITTEE_MEMBER: '党组织委员',
  PRINCIPAL: '校长',
  VICE_PRINCIPAL: '副校长',
  ASSISTANT_PRINCIPAL: '校长助理',
  UNION_CHAIR: '工会主席',
  MIDDLE_MANAGER: '中层干部',
};

/** How the issued minutes are called among the attachments. */
export function minutesFileName(title: string, heldOn: string): string {
  return `${title}纪要（${heldOn}）.docx`;
}

/** Several names in a sentence. */
export function namesInRow(names: readonly string[]): string {
  return names.join('、');
}
