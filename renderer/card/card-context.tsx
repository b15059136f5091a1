import type { ReactNode } from 'react';
import { createContext, useContext, useMemo } from 'react';
import type { Party } from '#renderer/card/party.ts';
import { useSaveParty } from '#renderer/card/save-party.ts';
import type { SaveParty } from '#renderer/card/save-party.ts';

interface Card {
  readonly party: Party;
  readonly save: SaveParty;
  /** What is in the recycle bin is shown but not changed. */
  readonly isReadOnly: boolean;
}

const CardContext = createContext<Card | null>(null);

export function CardProvider({ party, children }: { readonly party: Party; readonly children: ReactNode }) {
  const save = useSaveParty(party.type, party.id);
  const card = useMemo(() => ({ party, save, isReadOnly: party.deletedAt !== null }), [party, save]);
  return <CardContext.Provider value={card}>{children}</CardContext.Provider>;
}

/** The card that the component stands on. */
export function useCard(): Card {
  const card = useContext(CardContext);
  if (card === null) throw new Error('a part of the card stands outside a card');
  return card;
}
