import type { Post } from '@zhixiao/domain';

interface Wanted {
  readonly schoolId: string;
  readonly post?: Post;
  readonly fullTime?: boolean;
  readonly personId?: string;
}

/** The route of the appointment form, filled in as far as is known. */
export function appointPath({ schoolId, post, fullTime, personId }: Wanted): string {
  const params = new URLSearchParams({ schoolId });
  if (post) params.set('post', post);
  if (fullTime) params.set('fullTime', 'true');
  if (personId) params.set('personId', personId);
  return `/appointments/create?${params.toString()}`;
}
