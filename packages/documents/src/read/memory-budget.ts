import { DocumentProblem } from '../document-problem.js';
import type { ReadLimits } from './read-limits.js';

/** A cell object with its place in the row, by measurement. */
const CELL_BYTES = 150;

/** Counts what has been kept; throws before the heap is full, since a heap that overflows can't be caught. */
export function memoryBudget({ heapBytes }: ReadLimits): (characters: number) => void {
  let spent = 0;
  return (characters) => {
    spent += CELL_BYTES + 2 * characters;
    if (spent > heapBytes) throw new DocumentProblem('PARSE_MEMORY', { limit: heapBytes });
  };
}
