import { squeeze } from '../cell/normalize-text.js';
import { AUTONOMOUS, DIVISION_SUFFIX, SCHOOL_NAME_FILLERS, SCHOOL_NAME_FORMS } from './places.dictionary.js';

const DIGITS = '零一二三四五六七八九';
const DIVISION_FORMS = new Map<string, readonly string[]>();

/** 黔东南苗族侗族自治州 → itself, 黔东南, 黔东南州; 丹寨县 → 丹寨县, 丹寨. */
export function divisionForms(name: string): readonly string[] {
  const known = DIVISION_FORMS.get(name);
  if (known) return known;
  const full = squeeze(name);
  const autonomous = AUTONOMOUS.test(full);
  const short = autonomous ? full.replace(AUTONOMOUS, '') : full.replace(DIVISION_SUFFIX, '');
  const forms = new Set([full]);
  if (short.length >= 2) forms.add(short);
  if (autonomous && short.length >= 1) forms.add(short + full.slice(-1));
  const made = [...forms].sort((a, b) => b.length - a.length);
  DIVISION_FORMS.set(name, made);
  return made;
}

/** A school's name without its division, in one way of writing: 丹寨县第一中学 and 一中 meet. */
export function schoolKey(name: string, division: string): string {
  let key = squeeze(name).replace(/[()·]/g, '');
  for (const form of divisionForms(division)) {
    if (form !== '' && key.startsWith(form) && key.length > form.length + 1) {
      key = key.slice(form.length);
      break;
    }
  }
  key = key.replace(
    /(?<!\d)第?(\d{1,2})(?=[小中高幼完职])|第(\d{1,2})(?!\d)/g,
    (_, a: string | undefined, b: string | undefined) => toChinese(Number(a ?? b)),
  );
  return SCHOOL_NAME_FORMS.reduce((text, [shape, form]) => text.replace(shape, form), key);
}

/** As `schoolKey`, without 镇, 乡, 城关 too: 龙泉镇中心小学 and 龙泉中心小学 meet. */
export function schoolLooseKey(name: string, division: string): string {
  const key = schoolKey(name, division);
  const loose = key.replace(SCHOOL_NAME_FILLERS, '');
  return loose.length >= 2 ? loose : key;
}

function toChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`;
}
