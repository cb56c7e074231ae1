import { Worker } from 'node:worker_threads';
import { DocumentProblem, type DocumentProblemCode } from './document-problem.js';
import type { ParsedFile, ParseRequest } from './parse-file.js';
import { DEFAULT_LIMITS } from './read/read-limits.js';

export interface WorkerLimits {
  /** Until the thread is ended. */
  readonly timeoutMs: number;
  /** Heap of the thread. */
  readonly memoryMb: number;
}

/** Of the heap, for the cells; the rest is for what is made of them. */
const CELL_SHARE = 0.6;

const DEFAULT_WORKER_LIMITS: WorkerLimits = { timeoutMs: 30_000, memoryMb: 768 };

interface Answer {
  readonly file?: ParsedFile;
  readonly problem?: { readonly code: DocumentProblemCode; readonly params: Readonly<Record<string, string | number>> };
}

/**
 * Opens an uploaded spreadsheet in a thread of its own, with a cap on memory and time: whatever a hostile file does, it does
 * there. Answers sheets (proposal and preview, for the screen) and tables (mapped rows, for staging); rejects with a
 * DocumentProblem. To change header or mapping, call again with the same bytes and `request.choices`.
 */
export async function parseInWorker(
  bytes: Uint8Array,
  request: ParseRequest,
  workerLimits: Partial<WorkerLimits> = {},
): Promise<ParsedFile> {
  const limits = request.limits ?? DEFAULT_LIMITS;
  if (bytes.byteLength > limits.fileBytes) throw new DocumentProblem('FILE_TOO_LARGE', { limit: limits.fileBytes });
  const { timeoutMs, memoryMb } = { ...DEFAULT_WORKER_LIMITS, ...workerLimits };
  const copy = new Uint8Array(bytes);
  const heapBytes = Math.min(limits.heapBytes, memoryMb * CELL_SHARE * 1024 * 1024);
  const worker = new Worker(workerFile(), {
    workerData: { bytes: copy, request: { ...request, limits: { ...limits, heapBytes } } },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(worker, timeoutMs);
  } finally {
    await worker.terminate();
  }
}

/** Sources run under a transformer that a thread doesn't have; its entry is the built file then. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return isSource ? new URL('../dist/parse-worker.js', import.meta.url) : new URL('./parse-worker.js', import.meta.url);
}

function answerOf(worker: Worker, timeoutMs: number): Promise<ParsedFile> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DocumentProblem('PARSE_TIMEOUT', { timeoutMs })), timeoutMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    worker.once('message', ({ file, problem }: Answer) =>
      settle(() =>
        file ? resolve(file) : reject(new DocumentProblem(problem?.code ?? 'FILE_DAMAGED', problem?.params)),
      ),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle(() =>
        reject(new DocumentProblem(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'PARSE_MEMORY' : 'FILE_DAMAGED')),
      ),
    );
    worker.once('exit', () => settle(() => reject(new DocumentProblem('FILE_DAMAGED'))));
  });
}
