import { isDecidingKind, MEETING_KINDS } from '@zhixiao/domain';

/** The meetings that decide: 党组织会议, 校长办公会议, 党员大会. */
export const DECIDING_BODIES = MEETING_KINDS.filter(isDecidingKind);
