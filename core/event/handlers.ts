import { EventEmitter, on } from 'node:events';
import type { Core } from '#core/core.ts';
import { procedures } from '#core/procedure.ts';
import { entrantActor } from '#core/session/entrants.ts';
import type { SavedEvent } from '#shared/event/contract.ts';
import type { Actor } from '#shared/people/permission.ts';

export const eventHandlers = {
  saved: procedures.event.saved.handler(({ context: { core, actor }, signal }) =>
    savedEvents({ core, actor, signal: signal ? AbortSignal.any([signal, core.closing]) : core.closing }),
  ),
};

interface Following {
  readonly core: Core;
  readonly actor: Actor;
  readonly signal: AbortSignal;
}

/** What is saved, as far as whoever follows sees it; ends when that is no longer as far as it was, so that she follows anew. */
async function* savedEvents({ core, actor, signal }: Following): AsyncGenerator<SavedEvent> {
  const limits = () => {
    const found = entrantActor(core.store.connection, actor.userId);
    return found.type === 'actor' ? JSON.stringify(found.actor.limits) : found.type;
  };
  const atFirst = limits();
  const emitter = new EventEmitter();
  const stop = core.store.onSaved((event) => emitter.emit(limits() === atFirst ? 'saved' : 'changed', event));
  try {
    const events = on(emitter, 'saved', { signal, close: ['changed'] }) as AsyncIterable<[SavedEvent]>;
    for await (const [event] of events) yield event;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stop();
  }
}
