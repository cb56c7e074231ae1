import { useState } from 'react';
import { uploadAttachment, type SchemaType } from '../../data/index.js';

/** A file that was chosen: not sent yet, on its way, kept, or refused. */
export interface StagedFile {
  readonly key: string;
  readonly file: File;
  readonly state: 'WAITING' | 'SENDING' | 'DONE' | 'FAILED';
  /** From 0 to 1. */
  readonly share: number;
  readonly error: unknown;
}

export interface Uploads {
  readonly files: readonly StagedFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  /** Sends what is not sent yet, one after another. Throws the first refusal; what was sent stays sent. */
  readonly send: (subject: string) => Promise<void>;
}

let counter = 0;

function staged(file: File): StagedFile {
  counter += 1;
  return { key: `${counter}`, file, state: 'WAITING', share: 0, error: null };
}

/** Files that are chosen before there is anything to attach them to, and sent when there is. */
export function useUploads(kind: SchemaType<'AttachmentKind'>): Uploads {
  const [files, setFiles] = useState<readonly StagedFile[]>([]);
  const change = (key: string, patch: Partial<StagedFile>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const sendOne = async (subject: string, { key, file }: StagedFile) => {
    change(key, { state: 'SENDING', share: 0, error: null });
    try {
      await uploadAttachment({ subject, kind, file, onProgress: (share) => change(key, { share }) });
      change(key, { state: 'DONE', share: 1 });
    } catch (error) {
      change(key, { state: 'FAILED', error });
      throw error;
    }
  };
  return {
    files,
    add: (chosen) => setFiles((all) => [...all, ...chosen.map(staged)]),
    remove: (key) => setFiles((all) => all.filter((one) => one.key !== key)),
    send: async (subject) => {
      for (const one of files.filter(({ state }) => state !== 'DONE')) await sendOne(subject, one);
    },
  };
}
