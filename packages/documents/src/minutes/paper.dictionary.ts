import type { CivilDate, ItemResult, MeetingKind } from '@zhixiao/domain';

/** Fonts of official documents (GB/T 9704): named, never shipped. */
export const FONTS = {
  body: '仿宋_GB2312',
  heading: '黑体',
  title: '方正小标宋简体',
  pageNumber: '宋体',
} as const;
export type PaperFont = (typeof FONTS)[keyof typeof FONTS];

/** What is taken where a font is missing. Word reads one name; free fonts stand in on Linux, where none of these is. */
export const STAND_INS: Readonly<Record<PaperFont, { alternative: string; family: 'roman' | 'swiss' }>> = {
  [FONTS.body]: { alternative: '仿宋', family: 'roman' },
  [FONTS.heading]: { alternative: 'Noto Sans CJK SC', family: 'swiss' },
  [FONTS.title]: { alternative: '宋体', family: 'roman' },
  [FONTS.pageNumber]: { alternative: 'Noto Serif CJK SC', family: 'roman' },
};

/** 会议名称 by kind, where the school has no other name for it. */
export const KIND_NAMES: Readonly<Record<MeetingKind, string>> = {
  PARTY_ORG: '党组织会议',
  PRINCIPAL_OFFICE: '校长办公会议',
  MEMBERS_ASSEMBLY: '党员大会',
  SCHOOL_COUNCIL: '校务委员会会议',
  DEMOCRATIC_LIFE: '民主生活会',
  INTEGRITY: '党风廉政建设会议',
};

export const RESULT_WORDS: Readonly<Record<ItemResult, string>> = {
  APPROVED: '同意',
  APPROVED_IN_PRINCIPLE: '原则同意',
  APPROVED_AS_AMENDED: '修改后同意',
  REJECTED: '不同意',
  POSTPONED: '缓议',
  WITHDRAWN: '撤回',
  NOTED: '听取（知悉）',
  SUBMIT_TO_PARTY_MEETING: '提交党组织会议',
  SUBMIT_TO_STAFF_CONGRESS: '提交教职工代表大会',
  SUBMIT_TO_SUPERIOR: '报上级审批',
};

export const PUNCTUATION = { stop: '。', colon: '：', list: '、', and: '；', open: '（', close: '）' } as const;

/** In a list, a name of two characters is as wide as one of three. */
export const WIDE_SPACE = '　';

/** 2026年3月5日, as official documents write it. */
export function chineseDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 第3次 of the year: 2026年第3次. */
export const sessionOf = (heldOn: CivilDate, number: number): string => `${heldOn.slice(0, 4)}年第${number}次`;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 to 九十九, as the first level of headings counts; beyond that in figures. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${DIGITS[value % 10]}`;
}
