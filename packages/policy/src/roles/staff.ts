import type { RoleTable } from '../rule-table.js';

/** Staff 教职工: nothing yet but the own account. Surveys, published records and the staff congress come with theirs. */
export const staff: RoleTable = () => undefined;
