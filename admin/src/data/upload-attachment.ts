import { grantHeaders } from './client.js';
import type { SchemaType } from './graphql.js';
import { ServerError, toServerError } from './server-error.js';
import { createSubmissionKeys } from './submission-keys.js';

const PATH = '/files/attachments';
const submissions = createSubmissionKeys();

interface Upload {
  /** The opaque id of what the document belongs to. */
  readonly subject: string;
  readonly kind: SchemaType<'AttachmentKind'>;
  readonly file: File;
  /** How much is sent, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

function formOf({ subject, kind, file }: Upload): FormData {
  const form = new FormData();
  // the fields stand before the file: the server reads the bytes last
  form.append('subject', subject);
  form.append('kind', kind);
  form.append('file', file);
  return form;
}

function answerOf({ status, responseText }: XMLHttpRequest): unknown {
  try {
    return JSON.parse(responseText) as unknown;
  } catch {
    return { status };
  }
}

/**
 * Sends one document and says how far it is (fetch can't). A retry of the same file carries the same key, so that it is kept
 * once. Throws ServerError.
 */
export function uploadAttachment(upload: Upload): Promise<void> {
  const { subject, kind, file, onProgress } = upload;
  const submission = [subject, kind, file.name, file.size, file.lastModified].join(' ');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', PATH);
    const headers = { ...grantHeaders(), 'idempotency-key': submissions.keyFor(submission) };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ServerError({ code: 'NETWORK' }));
    request.onload = () => {
      if (request.status < 500) submissions.settle(submission);
      if (request.status === 201) resolve();
      else reject(toServerError(request.status, answerOf(request)));
    };
    request.send(formOf(upload));
  });
}
