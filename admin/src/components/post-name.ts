import { COMMITTEE_PORTFOLIOS, POSTS, type CommitteePortfolio, type Post } from '@zhixiao/domain';
import type { Words } from './finding-text.js';

/** A seat as far as its name goes. */
export interface NamedSeat {
  readonly post: Post;
  readonly portfolio?: CommitteePortfolio | null;
  readonly fullTime?: boolean | null;
}

/** 专职副书记, 组织委员, 副书记（组织委员）: the post as people say it. */
export function postName({ post, portfolio, fullTime }: NamedSeat, { t, word }: Pick<Words, 't' | 'word'>): string {
  const base = post === 'DEPUTY_SECRETARY' && fullTime ? t('common.fullTimeDeputy') : word('Post', post);
  if (!portfolio) return base;
  const charge = word('CommitteePortfolio', portfolio);
  return post === 'COMMITTEE_MEMBER' ? charge : t('common.inParens', { text: base, note: charge });
}

const rankOf = ({ post, portfolio }: NamedSeat): number =>
  POSTS.indexOf(post) * 10 + (portfolio ? COMMITTEE_PORTFOLIOS.indexOf(portfolio) : COMMITTEE_PORTFOLIOS.length);

/** Officials in the order of their posts, members of a committee by their charge: never by name. */
export function byPost(a: NamedSeat, b: NamedSeat): number {
  return rankOf(a) - rankOf(b);
}
