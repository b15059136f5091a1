import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { errorText } from '#renderer/app/error-text.ts';
import { client } from '#renderer/app/client.ts';
import type { MessageValues } from '#renderer/app/text.ts';
import { partyQueryKey } from '#renderer/card/card-query.ts';
import type { Party, PartyPatch } from '#renderer/card/party.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What came of saving a field; a refusal is shown at the field, with what was typed still in it. */
export type SaveResult =
  | { readonly type: 'saved' }
  | { readonly type: 'refused'; readonly message: MessageKey; readonly values?: MessageValues; readonly error?: unknown };

/** Fields to change, or how to work them out from the party as it is by then. */
export type PartyChange = PartyPatch | ((now: Party) => PartyPatch);
export type SaveParty = (change: PartyChange) => Promise<SaveResult>;

const refusals: Readonly<Record<string, MessageKey>> = { nameless: 'card.refused.empty', tooLong: 'card.refused.tooLong' };

/** Saves changes of a card one after another, so that two quick changes of one list don't lose each other. */
export function useSaveParty(type: PartyType, id: string): SaveParty {
  const queries = useQueryClient();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (change) => {
      const saving = last.current.then(async (): Promise<SaveResult> => {
        const queryKey = partyQueryKey(type, id);
        const now = queries.getQueryData<Party>(queryKey);
        const patch = typeof change === 'function' ? (now === undefined ? {} : change(now)) : change;
        try {
          const saved = await (type === 'contact' ? client.contact : client.company).update({ ...patch, id });
          await queries.cancelQueries({ queryKey });
          queries.setQueryData(queryKey, saved);
          return { type: 'saved' };
        } catch (error) {
          return { type: 'refused', message: refusalOf(error), error };
        }
      });
      last.current = saving;
      return saving;
    },
    [queries, type, id],
  );
}

/** Why it could not be saved, in words. */
export function refusalOf(error: unknown): MessageKey {
  if (!(error instanceof ORPCError)) return 'card.notSaved';
  if (error.code === 'FORBIDDEN') return errorText(error);
  if (error.code === 'REFUSED') {
    const { code } = error.data as { readonly code: string };
    return refusals[code] ?? 'card.refused.any';
  }
  return error.code === 'BAD_REQUEST' ? 'card.refused.any' : 'card.notSaved';
}
