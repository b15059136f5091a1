import { setTimeout as sleep } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { startDuties } from '#core/clock/start-duties.ts';
import { openCore } from '#core/core.ts';
import type { Core } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { router } from '#core/router.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';
import type { TestClock } from '#test/factories/test-clock.ts';
import type { Actor } from '#shared/people/permission.ts';

/** Long enough (ms, in real time) to look for what is due and to be refused. */
const lookingTime = 50;

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

/** Moves the clocks of programs on the same data so that all have seen what is due before one of them can save. */
export async function setClocksTogether(at: number, cores: readonly ClockedCore[]): Promise<void> {
  const [first] = cores;
  if (!first) return;
  const other = connect(databasePath(first.directory));
  other.execute('BEGIN IMMEDIATE');
  const moved = cores.map(({ clock }) => clock.set(at));
  await sleep(lookingTime);
  other.execute('ROLLBACK');
  other.close();
  await Promise.all(moved);
}

function clientOf(core: Core, actor: () => Actor) {
  return createRouterClient(router, { context: () => ({ core, actor: actor(), apiAddress: null }) });
}
