const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** Built-in formats that are dates, those of the Chinese Excel (27–36, 50–58) included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const BUILT_IN_CODES: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
]);

/** How a cell's number is shown. */
export interface NumberFormat {
  readonly date: boolean;
  readonly code: string;
}

export const GENERAL: NumberFormat = { date: false, code: 'General' };

/** The format of a style, by its id and, for one of the file's own, its code. */
export function numberFormat(id: number, code?: string): NumberFormat {
  if (code === undefined) return { date: isBuiltInDate(id), code: BUILT_IN_CODES.get(id) ?? 'General' };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? '';
  const date = /general/i.test(bare) ? false : /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
  return { date, code: bare };
}

/** An Excel serial as YYYY-MM-DD, or undefined where it is none. `epoch1904` is the old Macintosh count. */
export function serialToDate(serial: number, epoch: '1900' | '1904' = '1900'): string | undefined {
  const days = Math.floor(epoch === '1904' ? serial + 1462 : serial);
  if (!(days >= 1) || days > LAST_SERIAL) return undefined;
  // Excel counts a 29 February 1900 that never was.
  const since = days < 60 ? days + 1 : days;
  return new Date(Date.UTC(1899, 11, 30) + since * DAY).toISOString().slice(0, 10);
}

/** A number as the cell shows it: only what decides a reading (decimals, grouping, percent) is followed. */
export function showNumber(value: number, format: NumberFormat): string {
  const { code } = format;
  const shape = /^([#,0]+)(?:\.(0+))?(%?)$/.exec(code);
  if (!shape) return showGeneral(value);
  const decimals = shape[2]?.length ?? 0;
  const fixed = (shape[3] ? value * 100 : value).toFixed(decimals);
  const grouped = shape[1]?.includes(',') ? fixed.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : fixed;
  return grouped + (shape[3] ?? '');
}

/** Excel shows eleven digits, and integers in full: a school code of ten digits stays readable. */
function showGeneral(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(11)));
}
