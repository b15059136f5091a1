import type { ReactNode } from 'react';
import { createContext, useContext, useMemo } from 'react';
import { useCan } from '#renderer/people/use-me.ts';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';
import type { Party } from '#renderer/card/party.ts';
import { useSaveParty } from '#renderer/card/save-party.ts';
import type { SaveParty } from '#renderer/card/save-party.ts';

interface Card {
  readonly party: Party;
  readonly save: SaveParty;
  /** What is in the recycle bin is shown but not changed; so is everything to those who may not change it. */
  readonly isReadOnly: boolean;
  /** Notes, calls... may be written by some who may not change the card itself. */
  readonly canWrite: boolean;
}

const CardContext = createContext<Card | null>(null);

export function CardProvider({ party, children }: { readonly party: Party; readonly children: ReactNode }) {
  const save = useSaveParty(party.type, party.id);
  const isGone = party.deletedAt !== null;
  const mayOn = useMayOn();
  const isReadOnly = !mayOn('client', 'edit', heldBy(party)) || isGone;
  const canWrite = useCan('activity.edit') && !isGone;
  const card = useMemo(() => ({ party, save, isReadOnly, canWrite }), [party, save, isReadOnly, canWrite]);
  return <CardContext.Provider value={card}>{children}</CardContext.Provider>;
}

/** The card that the component stands on. */
export function useCard(): Card {
  const card = useContext(CardContext);
  if (card === null) throw new Error('a part of the card stands outside a card');
  return card;
}
