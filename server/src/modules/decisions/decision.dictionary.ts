import type { MeetingKind } from '@zhixiao/domain';

/** The letter word of a body that numbers its decisions; the other kinds of meeting decide nothing. */
const WORDS: Readonly<Partial<Record<MeetingKind, string>>> = {
  PARTY_ORG: '校党',
  PRINCIPAL_OFFICE: '校办',
  MEMBERS_ASSEMBLY: '党员大会',
};

/** 校党〔2026〕3号: of each body of a school, counted within a year. */
export function decisionNumber(body: MeetingKind, year: number, seq: number): string {
  return `${WORDS[body] ?? ''}〔${year}〕${seq}号`;
}

/** What is told of decisions, their tasks and emergency actions. */
export const DECISION_NOTIFICATIONS = {
  DECISION_MADE: { title: '您的议题已形成决议', line: '《{title}》已形成决议 {number}' },
  TASK_ASSIGNED: { title: '有决议任务分派给您', line: '任务“{title}”已分派，时限 {dueOn}' },
  TASK_DUE_SOON: { title: '有决议任务即将到期', line: '任务“{title}”将于 {dueOn} 到期' },
  TASK_OVERDUE: { title: '有决议任务已经逾期', line: '任务“{title}”已于 {dueOn} 到期，尚未报告完成' },
  TASK_REPORTED_DONE: { title: '有决议任务报告完成，待您审核', line: '{by}报告任务“{title}”已完成，待审核办结' },
  TASK_SENT_BACK: { title: '有决议任务被退回继续办理', line: '任务“{title}”被{by}退回，请继续办理' },
  TASK_CLOSED: { title: '决议任务已办结', line: '任务“{title}”已由{by}审核办结' },
  EMERGENCY_TAKEN: { title: '有紧急处置待会议确认', line: '{by}作出紧急处置《{title}》，待下次会议确认' },
  EMERGENCY_OVERDUE: { title: '有紧急处置会后仍未确认', line: '紧急处置《{title}》此后已开过会议，尚未提请确认' },
} as const;

/** 无时限: a task without a day. */
export const NO_DUE_DAY = '未定';
