import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { maxFileBytes } from '#shared/file/contract.ts';

/** A file on its way, or one that could not be attached and why. */
export interface Attaching {
  readonly key: string;
  readonly file: File;
  readonly error: MessageKey | null;
}

let lastKey = 0;

/** Attaches files to a card, one after another; what fails stays in the list with the reason. */
export function useAttaching(partyId: string, dealId?: string) {
  const queries = useQueryClient();
  const [attaching, setAttaching] = useState<readonly Attaching[]>([]);
  const dismiss = (key: string) => setAttaching((now) => now.filter((one) => one.key !== key));
  const fail = (key: string, error: MessageKey) =>
    setAttaching((now) => now.map((one) => (one.key === key ? { ...one, error } : one)));
  const attachOne = async ({ key, file }: Attaching) => {
    try {
      await client.file.attach({ id: partyId, file, ...(dealId === undefined ? {} : { dealId }) });
      await queries.invalidateQueries({ queryKey: api.file.key() });
      dismiss(key);
    } catch {
      fail(key, 'file.notAttached');
    }
  };
  const attach = (files: readonly File[]) => {
    const added = files.map((file): Attaching => {
      lastKey += 1;
      return { key: String(lastKey), file, error: file.size > maxFileBytes ? 'file.tooBig' : null };
    });
    setAttaching((now) => [...now, ...added]);
    void added
      .filter(({ error }) => error === null)
      .reduce((before, one) => before.then(() => attachOne(one)), Promise.resolve());
  };
  return { attaching, attach, dismiss };
}
