import type { CommitteePortfolio } from '@zhixiao/domain';
import { normalize } from './normalize-text.js';
import {
  ORGANISATION_WORDS,
  PORTFOLIO_WORDS,
  POST_JOINERS,
  POST_NOTES,
  POST_WORDS,
  type RosterPost,
} from './posts.dictionary.js';
import { isNothing } from './read-placeholder.js';
import { BLANK, type Reading } from './reading.type.js';

export interface PostsReading {
  /** In the order of the cell, each once. */
  readonly posts: readonly RosterPost[];
  readonly portfolios: readonly CommitteePortfolio[];
}

const byLength = (words: Iterable<string>): string[] => [...words].sort((a, b) => b.length - a.length);
const POSTS_LONGEST_FIRST = byLength(POST_WORDS.keys());
const ORGANISATIONS_LONGEST_FIRST = byLength(ORGANISATION_WORDS);
const PORTFOLIOS_LONGEST_FIRST = byLength(PORTFOLIO_WORDS.keys());
const JOINERS_LONGEST_FIRST = byLength(POST_JOINERS);

interface PostsSoFar {
  readonly posts: RosterPost[];
  readonly portfolios: CommitteePortfolio[];
  /** 专职 was said and belongs to the next 副书记. */
  fullTime: boolean;
}

/**
 * 职务 of a cell: several at once (书记兼校长), with the organisation before or a note behind. What can't be read to the last
 * character is E_POST_UNKNOWN: 主持工作的副校长 or 学校负责人 say nothing certain without a document, and are never guessed.
 */
export function readPosts(text: string, schoolNames: readonly string[] = []): Reading<PostsReading> {
  if (isNothing(text)) return BLANK;
  let plain = normalize(text).replace(/\s+/g, (space) => (space.includes('\n') || space.includes('\r') ? '、' : ''));
  for (const name of schoolNames) plain = plain.replaceAll(name, '');
  const found: PostsSoFar = { posts: [], portfolios: [], fullTime: false };
  if (!readAll(plain, found) || found.posts.length === 0) return { value: null, error: 'E_POST_UNKNOWN', warnings: [] };
  return { value: { posts: [...new Set(found.posts)], portfolios: [...new Set(found.portfolios)] }, warnings: [] };
}

function readAll(text: string, found: PostsSoFar): boolean {
  let rest = text;
  while (rest !== '') {
    const used = usePost(rest, found) || useNote(rest, found) || usePortfolio(rest, found) || useAside(rest, found);
    if (used === 0) return false;
    rest = rest.slice(used);
  }
  return true;
}

function usePost(rest: string, found: PostsSoFar): number {
  const direct = startOf(rest, POSTS_LONGEST_FIRST);
  const charge = direct
    ? ''
    : (/^(分管|主管|负责)[\p{Script=Han}、]{1,10}?(?:工作)?的?(?=副[校园]长)/u.exec(rest)?.[0] ?? '');
  const word = direct ?? (charge && startOf(rest.slice(charge.length), POSTS_LONGEST_FIRST));
  if (!word) return 0;
  const post = POST_WORDS.get(word);
  if (!post) return 0;
  found.posts.push(post === 'DEPUTY_SECRETARY' && found.fullTime ? 'FULLTIME_DEPUTY_SECRETARY' : post);
  if (post === 'DEPUTY_SECRETARY') found.fullTime = false;
  return charge.length + word.length;
}

/** (专职) behind 副书记, (校长) behind 书记, (组织) behind 委员, and notes without weight. */
function useNote(rest: string, found: PostsSoFar): number {
  const note = /^[([【]([^)\]】]*)[)\]】]/.exec(rest);
  if (!note) return 0;
  const inside = note[1] ?? '';
  if (/^专职$/.test(inside)) return makeFullTime(found) ? note[0].length : 0;
  if (POST_NOTES.test(inside) || inside === '') return note[0].length;
  return readAll(inside, found) ? note[0].length : 0;
}

function makeFullTime(found: PostsSoFar): boolean {
  const last = found.posts.at(-1);
  if (last === 'DEPUTY_SECRETARY') found.posts[found.posts.length - 1] = 'FULLTIME_DEPUTY_SECRETARY';
  else if (found.posts.length === 0) found.fullTime = true;
  return last === undefined || last === 'DEPUTY_SECRETARY' || last === 'FULLTIME_DEPUTY_SECRETARY';
}

/** 组织委员, or 委员(组织): the word counts only beside 委员. */
function usePortfolio(rest: string, found: PostsSoFar): number {
  const word = startOf(rest, PORTFOLIOS_LONGEST_FIRST);
  if (!word) return 0;
  const after = rest.slice(word.length).replace(/^[、和兼,]/, '');
  const beside =
    after.startsWith('委员') || startOf(after, PORTFOLIOS_LONGEST_FIRST) || found.posts.at(-1) === 'COMMITTEE_MEMBER';
  if (!beside) return 0;
  const portfolio = PORTFOLIO_WORDS.get(word);
  if (portfolio) found.portfolios.push(portfolio);
  return word.length;
}

function useAside(rest: string, found: PostsSoFar): number {
  const word = startOf(rest, JOINERS_LONGEST_FIRST) ?? startOf(rest, ORGANISATIONS_LONGEST_FIRST);
  if (word) return word.length;
  if (!rest.startsWith('专职')) return 0;
  found.fullTime = true;
  return 2;
}

function startOf(rest: string, words: readonly string[]): string | undefined {
  return words.find((word) => rest.startsWith(word));
}
