import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useRef } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { refusalOf } from '#renderer/card/save-party.ts';
import type { SaveResult } from '#renderer/card/save-party.ts';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';
import type { Deal } from '#shared/deal/contract.ts';

type DealPatch = Omit<Parameters<typeof client.deal.update>[0], 'id'>;
/** Fields to change, or how to work them out from the deal as it is by then. */
type DealChange = DealPatch | ((now: Deal) => DealPatch);

interface DealCard {
  readonly deal: Deal;
  readonly save: (change: DealChange) => Promise<SaveResult>;
  /** What is in the recycle bin is shown but not changed; so is everything to those who may not change it. */
  readonly isReadOnly: boolean;
}

const DealContext = createContext<DealCard | null>(null);

export function DealProvider({ deal, children }: { readonly deal: Deal; readonly children: ReactNode }) {
  const save = useSaveDeal(deal.id);
  const mayOn = useMayOn();
  const isReadOnly = !mayOn('deal', 'edit', { ...heldBy(deal), stageId: deal.stageId }) || deal.deletedAt !== null;
  const card = useMemo(() => ({ deal, save, isReadOnly }), [deal, save, isReadOnly]);
  return <DealContext.Provider value={card}>{children}</DealContext.Provider>;
}

/** The deal that the component stands on. */
export function useDealCard(): DealCard {
  const card = useContext(DealContext);
  if (card === null) throw new Error('a part of a deal stands outside its card');
  return card;
}

/** Saves changes of a deal one after another. */
function useSaveDeal(id: string): DealCard['save'] {
  const queries = useQueryClient();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (change) => {
      const saving = last.current.then(async (): Promise<SaveResult> => {
        const queryKey = api.deal.get.queryKey({ input: { id } });
        const now = queries.getQueryData<Deal>(queryKey);
        const patch = typeof change === 'function' ? (now === undefined ? {} : change(now)) : change;
        try {
          const saved = await client.deal.update({ ...patch, id });
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
    [queries, id],
  );
}
