/** Fonts by name only: they are on the reader's machine, never embedded. */
export const TITLE_FONT = '方正小标宋简体';
export const BODY_FONT = '宋体';

/** Page footer: 第 1 页 共 3 页. */
export const PAGE_FOOTER = '&C第 &P 页 共 &N 页';
export const UNKNOWN = '—';
