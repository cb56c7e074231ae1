import { fetchFromServer, grantHeaders } from './client.js';
import { toServerError } from './server-error.js';
import { createSubmissionKeys } from './submission-keys.js';

const uploads = createSubmissionKeys();

function fileName(response: Response): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)"?/i.exec(header)?.[1] ?? 'download');
}

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // the browser reads the blob after the click has returned
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Fetches a file under the grant in use and hands it to the browser as a download: under `name`, else as the server calls it. Throws ServerError. */
export async function downloadFile(path: string, name?: string): Promise<void> {
  const response = await fetchFromServer(path, { headers: grantHeaders() });
  if (!response.ok) throw toServerError(response.status, await response.json().catch(() => null));
  saveAs(await response.blob(), name ?? fileName(response));
}

/**
 * Sends a multipart form under the grant in use and returns the JSON answer. Throws ServerError. `submission` names what
 * is being sent, the same on a retry; leave it out where nothing is stored (a preview).
 */
export async function uploadForm<Answer>(path: string, form: FormData, submission?: string): Promise<Answer> {
  const key: Record<string, string> = submission ? { 'idempotency-key': uploads.keyFor(submission) } : {};
  const response = await fetchFromServer(path, { method: 'POST', headers: { ...grantHeaders(), ...key }, body: form });
  const answer: unknown = await response.json().catch(() => null);
  if (submission && response.status < 500) uploads.settle(submission);
  if (!response.ok) throw toServerError(response.status, answer);
  return answer as Answer;
}
