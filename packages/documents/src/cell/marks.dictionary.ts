/** √ and what people write for it; 1 and V after NFKC. */
export const YES_WORDS: ReadonlySet<string> = new Set([
  '√', '✓', '✔', '☑', '✅', '■', '●', '★', '是', '有', '1', 'v', 'y', 'yes', 't', 'true', '对', '已', '已完成', '完成', 'ok', '达标', '已设', '设', '独立', '是的', '勾',
]);

export const NO_WORDS: ReadonlySet<string> = new Set([
  '×', '✗', '✘', '✕', '✖', '☒', '❌', 'x', '否', '无', '0', 'n', 'no', 'f', 'false', '没有', '未', '未完成', '非', '不是', '不', '未设', '不设', '○', '□', '☐', '/', '\\', '—', '-', '--', '——', '–', '空',
]);
