import { POSTS, contains, type Post, type ProcedureContext } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { roleOfPost } from '../identity/index.js';

/** The seat by which somebody acts. */
export interface PostInUse {
  readonly post: Post;
  /** 主持工作 by document */
  readonly acting: boolean;
  readonly personName: string;
}

/** The seat that gives the right in use today, the highest of several; null for a right that was granted. */
export function postInUse(ctx: WriteContext, { school }: Pick<ProcedureContext, 'school'>): PostInUse | null {
  const { personId, role } = ctx.grant;
  const held = school.seats
    .filter((seat) => seat.personId === personId && roleOfPost(seat.post) === role && contains(seat, ctx.today))
    .sort((a, b) => POSTS.indexOf(a.post) - POSTS.indexOf(b.post));
  const [seat] = held;
  return seat ? { post: seat.post, acting: seat.acting, personName: seat.personName } : null;
}
