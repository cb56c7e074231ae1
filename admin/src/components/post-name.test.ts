import { describe, expect, test } from '@jest/globals';
import { zhCN } from '../i18n/zh-CN/index.js';
import { byPost, postName, type NamedSeat } from './post-name.js';

type Tree = { readonly [key: string]: string | Tree };

const textAt = (key: string): string =>
  String(key.split('.').reduce<unknown>((node, part) => (node as Tree)[part], zhCN));
const words: Parameters<typeof postName>[1] = {
  t: (key, params = {}) => textAt(key).replace(/%\{(\w+)\}/g, (_, name: string) => String(params[name])),
  word: (list, value) => textAt(`enums.${list}.${value}`),
};
const nameOf = (seat: NamedSeat) => postName(seat, words);
const { CommitteePortfolio, Post } = zhCN.enums;

describe('the name of a post', () => {
  test('says 专职 of a full-time deputy secretary, and of nobody else', () => {
    expect(nameOf({ post: 'DEPUTY_SECRETARY', fullTime: true })).toBe(zhCN.common.fullTimeDeputy);
    expect(nameOf({ post: 'DEPUTY_SECRETARY', fullTime: false })).toBe(Post.DEPUTY_SECRETARY);
    expect(nameOf({ post: 'SECRETARY', fullTime: true })).toBe(Post.SECRETARY);
  });

  test('calls a member of the committee by the charge, not 委员 twice', () => {
    expect(nameOf({ post: 'COMMITTEE_MEMBER', portfolio: 'DISCIPLINE' })).toBe(CommitteePortfolio.DISCIPLINE);
    expect(nameOf({ post: 'COMMITTEE_MEMBER', portfolio: null })).toBe(Post.COMMITTEE_MEMBER);
  });

  test('keeps the post of a deputy secretary with a charge', () => {
    const name = nameOf({ post: 'DEPUTY_SECRETARY', portfolio: 'ORGANIZATION' });
    expect(name).toContain(Post.DEPUTY_SECRETARY);
    expect(name).toContain(CommitteePortfolio.ORGANIZATION);
  });
});

test('officials stand by post, the committee by charge: 组织 before 宣传 before 纪检, those without a charge last', () => {
  const seats: NamedSeat[] = [
    { post: 'PRINCIPAL' },
    { post: 'COMMITTEE_MEMBER' },
    { post: 'COMMITTEE_MEMBER', portfolio: 'DISCIPLINE' },
    { post: 'COMMITTEE_MEMBER', portfolio: 'ORGANIZATION' },
    { post: 'SECRETARY' },
    { post: 'COMMITTEE_MEMBER', portfolio: 'PUBLICITY' },
  ];
  expect([...seats].sort(byPost).map(({ post, portfolio }) => portfolio ?? post)).toEqual([
    ...['SECRETARY', 'ORGANIZATION', 'PUBLICITY', 'DISCIPLINE', 'COMMITTEE_MEMBER', 'PRINCIPAL'],
  ]);
});
