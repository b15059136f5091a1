import type { ReactNode } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { setActingUser } from '#renderer/people/acting-user.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { ChangeUser } from '#renderer/session/ChangeUser.tsx';
import { holdSession } from '#renderer/session/session-state.ts';
import { useEntrants } from '#renderer/session/use-entrants.ts';
import type { Entrant } from '#shared/session/contract.ts';

/** `change(id)` lets somebody else work in this window: at once where nothing is asked of them, else once they have said it in `dialog`. */
export function useChangeUser(): { readonly change: (id: string) => void; readonly dialog: ReactNode } {
  const { isProtected, people } = useEntrants();
  const nameOf = usePersonName();
  const [entrant, setEntrant] = useState<Entrant | null>(null);
  const change = (id: string) => {
    const found = people.find((person) => person.id === id);
    if (!isProtected || found === undefined) setActingUser(id);
    else if (found.entry === 'tap') client.session.begin({ userId: id }).then(holdSession, notifyError);
    else setEntrant(found);
  };
  const dialog = <ChangeUser entrant={entrant} name={nameOf(entrant?.id ?? null)} onClose={() => setEntrant(null)} />;
  return { change, dialog };
}
