/** = + - @, tab, carriage return, line feed, and the full-width forms that Excel and WPS take for them. */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠﹢﹣﹫]/;
const GUARDED = /^'(?='*[=+\-@\t\r\n＝＋－＠﹢﹣﹫])/;
/** A plain number or an international phone number begins with a sign and is no formula. */
const SIGNED_NUMBER = /^[+-]\d[\d ,.]*%?$/;
/** Text for a .csv, where everything is text and a program decides: what would start a formula gets an apostrophe before it. */
export function guardCsvText(text: string): string {
  return FORMULA_START.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}

/** Did `guardCsvText` put an apostrophe there? */
export function isGuarded(text: string): boolean {
  return GUARDED.test(text);
}

/** Takes the apostrophe of `guardCsvText` away again. */
export function unguardCsvText(text: string): string {
  return text.replace(GUARDED, '');
}
