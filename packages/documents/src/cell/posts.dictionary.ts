import type { CommitteePortfolio, Post } from '@zhixiao/domain';

/** 专职副书记 is a deputy secretary with `fullTime`; rosters write it as a post of its own. */
export type RosterPost = Post | 'FULLTIME_DEPUTY_SECRETARY';

/** Names of posts. 书记 covers 党支部书记 and 党委书记: the organisation before it is passed over. */
export const POST_WORDS: ReadonlyMap<string, RosterPost> = new Map<string, RosterPost>([
  ['书记', 'SECRETARY'],
  ['副书记', 'DEPUTY_SECRETARY'],
  ['专职副书记', 'FULLTIME_DEPUTY_SECRETARY'],
  ['专职党支部副书记', 'FULLTIME_DEPUTY_SECRETARY'],
  ['专职党总支副书记', 'FULLTIME_DEPUTY_SECRETARY'],
  ['专职党委副书记', 'FULLTIME_DEPUTY_SECRETARY'],
  ['专职党组织副书记', 'FULLTIME_DEPUTY_SECRETARY'],
  ['党务副书记', 'FULLTIME_DEPUTY_SECRETARY'],
  ['专副', 'FULLTIME_DEPUTY_SECRETARY'],
  ['委员', 'COMMITTEE_MEMBER'],
  ['支委', 'COMMITTEE_MEMBER'],
  ['支委委员', 'COMMITTEE_MEMBER'],
  ['支委成员', 'COMMITTEE_MEMBER'],
  ['支委会成员', 'COMMITTEE_MEMBER'],
  ['支委会委员', 'COMMITTEE_MEMBER'],
  ['校长', 'PRINCIPAL'],
  ['园长', 'PRINCIPAL'],
  ['校(园)长', 'PRINCIPAL'],
  ['园(校)长', 'PRINCIPAL'],
  ['校长(园长)', 'PRINCIPAL'],
  ['园长(校长)', 'PRINCIPAL'],
  ['副校长', 'VICE_PRINCIPAL'],
  ['副园长', 'VICE_PRINCIPAL'],
  ['副校(园)长', 'VICE_PRINCIPAL'],
  ['副园(校)长', 'VICE_PRINCIPAL'],
  ['常务副校长', 'VICE_PRINCIPAL'],
  ['常务副园长', 'VICE_PRINCIPAL'],
  ['教学副校长', 'VICE_PRINCIPAL'],
  ['德育副校长', 'VICE_PRINCIPAL'],
  ['后勤副校长', 'VICE_PRINCIPAL'],
  ['总务副校长', 'VICE_PRINCIPAL'],
  ['安全副校长', 'VICE_PRINCIPAL'],
  ['行政副校长', 'VICE_PRINCIPAL'],
  ['业务副校长', 'VICE_PRINCIPAL'],
  ['科研副校长', 'VICE_PRINCIPAL'],
  ['教研副校长', 'VICE_PRINCIPAL'],
  ['教学副园长', 'VICE_PRINCIPAL'],
  ['保教副园长', 'VICE_PRINCIPAL'],
  ['业务副园长', 'VICE_PRINCIPAL'],
  ['后勤副园长', 'VICE_PRINCIPAL'],
  ['校长助理', 'ASSISTANT_PRINCIPAL'],
  ['园长助理', 'ASSISTANT_PRINCIPAL'],
  ['工会主席', 'UNION_CHAIR'],
  ['工会委员会主席', 'UNION_CHAIR'],
]);

/** Passed over: where the post is held, not which. */
export const ORGANISATION_WORDS: readonly string[] = [
  '中国共产党',
  '中共',
  '基层委员会',
  '总支部委员会',
  '支部委员会',
  '委员会',
  '党组织',
  '党总支部',
  '党总支',
  '党支部',
  '联合党支部',
  '联合支部',
  '党委',
  '总支部',
  '总支',
  '支部',
  '本校',
  '学校',
  '幼儿园',
  '法定代表人',
  '法人代表',
  '党内',
  '行政',
  '党',
];

/** Words of the committee's portfolios, before or behind 委员. */
export const PORTFOLIO_WORDS: ReadonlyMap<string, CommitteePortfolio | null> = new Map<
  string,
  CommitteePortfolio | null
>([
  ['组织', 'ORGANIZATION'],
  ['宣传', 'PUBLICITY'],
  ['纪检', 'DISCIPLINE'],
  ['纪律检查', 'DISCIPLINE'],
  ['纪律', 'DISCIPLINE'],
  ['统战', 'UNITED_FRONT'],
  ['青年', 'YOUTH'],
  ['保密', null],
  ['群工', null],
  ['群团', null],
  ['学习', null],
  ['生活', null],
  ['文体', null],
  ['妇女', null],
  ['安全', null],
  ['组宣', null],
  ['组织宣传', null],
]);

/** Between two posts. */
export const POST_JOINERS: readonly string[] = [
  '兼任',
  '兼',
  '和',
  '与',
  '及',
  '并',
  '、',
  ',',
  '，',
  ';',
  '；',
  '/',
  '\\',
  '+',
  '&',
  '|',
  '·',
  '.',
  '。',
  ':',
  '-',
  '—',
];

/** In brackets and without weight: 正科级, 试用期. 专职 is read apart; anything else in brackets makes the post unclear. */
export const POST_NOTES =
  /^(正|副)?(科|处|股|校)级?(实职|待遇)?$|^试用期?.*$|^(兼|兼职|法人|法定代表人|法人代表|男|女|挂职|正职|副职|交流)$/;
