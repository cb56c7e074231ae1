import type { ItemKind, ItemResult, MeetingKind } from '@zhixiao/domain';
import { chineseDate, chineseNumber } from './paper.dictionary.js';

interface Opening {
  readonly heldOn: string;
  readonly chair: string;
  readonly place: string;
  readonly meeting: string;
  readonly titles: readonly string[];
}

const MOST_TITLES = 3;
/** A title that says itself what is done needs no 研究 before it. */
const DONE = /^(?:研究|讨论|审议|审定|审核|学习|传达|听取|部署|通报|推荐|推选|选举|表决|复议)/;

/** ×年×月×日，××同志在××主持召开……会议，研究……等事项。现纪要如下： */
export function openingSentence({ heldOn, chair, place, meeting, titles }: Opening): string {
  const where = place === '' ? '' : `在${place}`;
  const named = titles.slice(0, MOST_TITLES).join('、');
  const matters =
    titles.length === 0 ? '' : `，${DONE.test(named) ? '' : '研究'}${named}${titles.length > 1 ? '等' : ''}事项`;
  return `${chineseDate(heldOn)}，${chair}同志${where}主持召开${meeting}${matters}。现纪要如下：`;
}

/** 学校党组织会议（2026年第3次）, but 校长办公会议; a kindergarten is not called a school. */
export function meetingOf(school: string, meeting: string, session: string | null): string {
  const whose = /^[校园]/.test(meeting) || /幼儿园/.test(school) ? '' : '学校';
  return `${whose}${meeting}${session === null ? '' : `（${session}）`}`;
}

/** A running number in brackets; a number of the year (〔2026〕3号) has its own. */
export const numberLine = (number: string): string => (/^\d+$/.test(number) ? `（第${Number(number)}号）` : number);

export const headingOf = (index: number, title: string): string => `${chineseNumber(index)}、${title}`;

const LED: readonly ItemKind[] = ['FIRST_TOPIC', 'STUDY'];

export const heardSentence = (kind: ItemKind, presenter: string): string =>
  LED.includes(kind) ? `会议由${presenter}领学。` : `会议听取了${presenter}的汇报。`;

export const HELD = { lead: '会议认为', pattern: /^会议(?:认为|指出|强调)/ } as const;

export const recusedSentence = (names: readonly string[]): string => `${names.join('、')}同志按规定回避。`;

/** Only a deciding body decides; the school council advises (意见（五）（六）). */
export const DECIDED: Readonly<Record<MeetingKind, string>> = {
  PARTY_ORG: '会议决定',
  PRINCIPAL_OFFICE: '会议决定',
  MEMBERS_ASSEMBLY: '会议决定',
  SCHOOL_COUNCIL: '会议建议',
  DEMOCRATIC_LIFE: '会议要求',
  INTEGRITY: '会议要求',
};
export const REQUIRED = '会议要求';

/** Results that say themselves what was done with the item. */
export const RESULT_SENTENCES: Readonly<Partial<Record<ItemResult, string>>> = {
  POSTPONED: '该事项缓议。',
  WITHDRAWN: '该议题撤回，不作决定。',
  SUBMIT_TO_PARTY_MEETING: '该事项提交党组织会议讨论决定。',
  SUBMIT_TO_STAFF_CONGRESS: '该事项提交教职工代表大会审议。',
  SUBMIT_TO_SUPERIOR: '该事项按程序报上级审批。',
};
export const NOTED_SENTENCE = '会议听取并知悉有关情况。';

export const MINUTES_WORDS = {
  minutes: '纪要',
  responsible: '责任人：',
  due: '完成时限：',
  present: '出席',
  leave: '请假',
  absent: '缺席',
  observers: '列席',
  recorder: '记录',
  issued: '签发',
} as const;

/** What is left out is said to be left out, and not what it is about. */
export const restrictedLine = (count: number): string =>
  `本次会议另有${count}项议题，按照有关规定另行记录，不列入本纪要。`;
