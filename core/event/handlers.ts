import { EventEmitter, on } from 'node:events';
import { procedures } from '#core/procedure.ts';
import type { Store } from '#core/records/store.ts';
import type { SavedEvent } from '#shared/event/contract.ts';

export const eventHandlers = {
  saved: procedures.event.saved.handler(({ context: { core }, signal }) =>
    savedEvents(core.store, signal ? AbortSignal.any([signal, core.closing]) : core.closing),
  ),
};

async function* savedEvents(store: Store, signal: AbortSignal): AsyncGenerator<SavedEvent> {
  const emitter = new EventEmitter();
  const stop = store.onSaved((event) => emitter.emit('saved', event));
  try {
    for await (const [event] of on(emitter, 'saved', { signal }) as AsyncIterable<[SavedEvent]>) yield event;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stop();
  }
}
