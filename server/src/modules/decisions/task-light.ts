/** A task is yellow from so many days before it is due: time enough to do something about it. */
export const TASK_WARNING_DAYS = 7;

/** Not yet closed: what lists and lights look at. */
export const OPEN_TASK = `('ASSIGNED', 'IN_PROGRESS', 'REPORTED_DONE')`;

/** 红黄绿 as SQL over a row of decision_task on a day: the domain's taskLight, held to it by a test. */
export function taskLightSql(row: string, day: string): string {
  return `(CASE WHEN ${row}.state NOT IN ${OPEN_TASK} OR ${row}.due_on IS NULL THEN 'GREEN'
    WHEN coalesce(${row}.done_on, ${day}) > ${row}.due_on THEN 'RED'
    WHEN ${row}.done_on IS NULL AND ${row}.due_on <= ${day} + ${TASK_WARNING_DAYS} THEN 'YELLOW' ELSE 'GREEN' END)`;
}
