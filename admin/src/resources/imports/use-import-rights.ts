import { useAbility, useViewer } from '../../data/index.js';
import type { ImportKind } from './preview.type.js';

const OF_A_COUNTY: readonly ImportKind[] = ['SCHOOL_REGISTER', 'ROSTER', 'PROGRESS'];
/** A school brings its own meetings; a county never enters them. */
const OF_A_SCHOOL: readonly ImportKind[] = ['MEETINGS'];

interface OneBatch {
  readonly id: string;
  readonly kind: ImportKind;
}

export interface ImportRights {
  /** What can be brought under the grant in use. */
  readonly kinds: readonly ImportKind[];
  readonly may: (action: 'create' | 'confirm' | 'undo', batch: OneBatch) => boolean;
}

/** What may be imported and done with a batch. Whose batch a clerk sees is the clerk's own. */
export function useImportRights(): ImportRights {
  const { can } = useAbility();
  const viewer = useViewer();
  const schoolId = viewer?.grant?.schoolId ?? null;
  const accountId = viewer?.account.id;
  const kinds = schoolId === null ? OF_A_COUNTY : OF_A_SCHOOL;
  return {
    kinds,
    may: (action, { id, kind }) => kinds.includes(kind) && can(action, 'Import', { id, schoolId, accountId }),
  };
}
