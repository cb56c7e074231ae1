/** Words that say a seat is empty. */
export const VACANT_WORDS: ReadonlySet<string> = new Set([
  '空缺',
  '暂缺',
  '待定',
  '暂空',
  '空',
  '缺',
  '缺员',
  '缺额',
  '缺编',
  '暂无',
  '未配',
  '未配备',
  '暂未配备',
  '待配',
  '待配备',
  '待任命',
  '未任命',
]);

/** Words that say nothing is there. */
export const NOTHING_WORDS: ReadonlySet<string> = new Set([
  '无',
  '—',
  '-',
  '--',
  '——',
  '―',
  '–',
  '−',
  '/',
  '\\',
  '//',
  '*',
  '没有',
  '不详',
  '未知',
  '不适用',
  '空白',
  '×',
  'n/a',
  'null',
  '.',
]);

/** The same as in the cell to the left, or above. */
export const SAME_AS_LEFT_WORDS: ReadonlySet<string> = new Set(['同左', '同前', '左同', '与左同', '同左侧', '←']);
export const SAME_AS_ABOVE_WORDS: ReadonlySet<string> = new Set(['同上', '上同', '〃', '"', '″', '′′', '↑']);
