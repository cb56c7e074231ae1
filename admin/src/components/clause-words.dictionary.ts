/** What the clause of a check says where it is no clause of the Opinion's own. */
export const PARTY_RULES = '党规';
export const SCOPE_OF_OPINION = '适用';
export const LOCAL_RULES = '地方';
