import type { RoleTable } from '../rule-table.js';

/** Parent 家长: answers questionnaires without a name and reads what is made public; neither exists yet. */
export const parent: RoleTable = () => undefined;
