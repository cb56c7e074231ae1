import { parentPort, workerData } from 'node:worker_threads';
import { DocumentProblem } from './document-problem.js';
import { parseFile, type ParseRequest } from './parse-file.js';

/** The thread in which an uploaded file is opened; see `parseInWorker`. */
const { bytes, request } = workerData as { bytes: Uint8Array; request: ParseRequest };

try {
  parentPort?.postMessage({ file: parseFile(bytes, request) });
} catch (cause) {
  const problem = cause instanceof DocumentProblem ? cause : new DocumentProblem('FILE_DAMAGED');
  parentPort?.postMessage({ problem: { code: problem.code, params: problem.params } });
}
