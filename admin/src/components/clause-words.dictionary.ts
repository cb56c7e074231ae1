/** What the clause of a check says where it is no clause of the Opinion's own. */
export const PARTY_RULES = '党规';
export const SCOPE_OF_OPINION = '适用';
export const LOCAL_RULES = '地方';
/** Read out of a clause that does not say it in so many words. */
export const INFERRED = '（推断）';
