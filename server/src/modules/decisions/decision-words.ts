/** What is said in the history of a task: progress and its end by who has it, the rest by who follows it up. */
export const TASK_REPORT_KINDS = ['PROGRESS', 'DONE', 'SENT_BACK', 'CLOSED', 'REOPENED', 'CANCELLED'] as const;
export type TaskReportKind = (typeof TASK_REPORT_KINDS)[number];

/** What the superior organisation said of a decision that was sent to it. */
export const SUPERIOR_OUTCOMES = ['APPROVED', 'NOT_APPROVED'] as const;
export type SuperiorOutcome = (typeof SUPERIOR_OUTCOMES)[number];
