import type { ProgressStage } from '../judge/roster.type.js';

/** 状态 as one word, where a progress table has no column for each state. */
export const PROGRESS_STAGE_WORDS: ReadonlyMap<string, ProgressStage> = new Map<string, ProgressStage>([
  ['未启动', 'NOT_STARTED'], ['未开展', 'NOT_STARTED'], ['尚未启动', 'NOT_STARTED'], ['未开始', 'NOT_STARTED'],
  ['已摸底', 'SURVEYED'], ['摸底', 'SURVEYED'], ['摸底调研', 'SURVEYED'],
  ['思想准备', 'PREP_IDEOLOGICAL'], ['思想准备阶段', 'PREP_IDEOLOGICAL'],
  ['组织准备', 'PREP_ORGANISATIONAL'], ['组织准备阶段', 'PREP_ORGANISATIONAL'],
  ['工作准备', 'PREP_WORK'], ['工作准备阶段', 'PREP_WORK'],
  ['已成熟待批', 'READY'], ['成熟待批', 'READY'], ['已成熟', 'READY'], ['待批', 'READY'],
  ['已调整', 'ADJUSTED'], ['调整到位', 'ADJUSTED'], ['已调整到位', 'ADJUSTED'], ['完成调整', 'ADJUSTED'], ['已完成调整', 'ADJUSTED'], ['已完成', 'ADJUSTED'],
  ['已验收', 'RUNNING'], ['验收', 'RUNNING'], ['验收合格', 'RUNNING'], ['通过验收', 'RUNNING'], ['规范运行', 'RUNNING'], ['已规范运行', 'RUNNING'],
  ['暂缓', 'DEFERRED'], ['暂缓调整', 'DEFERRED'],
]);
