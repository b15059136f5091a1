import type { Caller } from '#core/session/caller.ts';

/** How often (ms) it is looked whether whoever follows is still let in. */
const lookEvery = 1000;

/** An answer that goes on and on ends when whoever asked has signed out, is locked out, or comes with a key that was revoked. */
export function untilOut(output: unknown, caller: Caller): unknown {
  return isEndless(output) ? following(output, caller) : output;
}

function isEndless(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;
}

async function* following(source: AsyncIterator<unknown>, caller: Caller): AsyncGenerator<unknown> {
  let tellOut: () => void = () => undefined;
  const out = new Promise<'out'>((resolve) => (tellOut = () => resolve('out')));
  const timer = setInterval(() => {
    if (!caller.isStillIn()) tellOut();
  }, lookEvery);
  timer.unref();
  try {
    for (;;) {
      const next = await Promise.race([source.next(), out]);
      // What comes at the very moment isn't told either.
      if (next === 'out' || next.done === true || !caller.isStillIn()) return;
      yield next.value;
    }
  } finally {
    clearInterval(timer);
    // Not waited for: a source that is asked for its next value answers this one only after that.
    void source.return?.();
  }
}
