import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { startDuties } from '#core/clock/start-duties.ts';
import { openCore } from '#core/core.ts';
import type { Core } from '#core/core.ts';
import { router } from '#core/router.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';
import type { TestClock } from '#test/factories/test-clock.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface ClockedCore {
  readonly core: Core;
  readonly clock: TestClock;
  readonly directory: string;
  readonly client: ReturnType<typeof clientOf>;
  clientOf(actor: Actor): ReturnType<typeof clientOf>;
  /** Ends it in good order; a test that does not is cleaned up after. */
  close(): Promise<void>;
}

interface ClockedCoreOptions {
  /** UTC milliseconds; not asked where there is a clock already. */
  readonly at?: number;
  /** Another core's, to be the second program on one computer. */
  readonly clock?: TestClock;
  readonly directory?: string;
}

/** A core whose duties are done by a clock that the test moves. */
export function openClockedCore({
  at = 0,
  clock = createTestClock(at),
  directory = makeTestDirectory(),
}: ClockedCoreOptions): ClockedCore {
  const core = openCore(directory, { clock });
  const stop = startDuties(core);
  let open = true;
  async function close() {
    if (!open) return;
    open = false;
    await stop();
    await core.close();
  }
  onTestFinished(close);
  return {
    core,
    clock,
    directory,
    client: clientOf(core, () => core.owner()),
    clientOf: (actor) => clientOf(core, () => actor),
    close,
  };
}

function clientOf(core: Core, actor: () => Actor) {
  return createRouterClient(router, { context: () => ({ core, actor: actor(), apiAddress: null }) });
}
