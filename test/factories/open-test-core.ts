import { createRouterClient } from '@orpc/server';
import type { RouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { openCore } from '#core/core.ts';
import type { Core, CoreOptions } from '#core/core.ts';
import { router } from '#core/router.ts';
import type { Settings } from '#shared/settings/contract.ts';
import type { Actor } from '#shared/people/permission.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

export { makeTestDirectory };

export interface TestCore {
  readonly core: Core;
  readonly directory: string;
  /** Calls procedures as the owner, with validation and rights as from outside. */
  readonly client: RouterClient<typeof router>;
  clientOf(actor: Actor): RouterClient<typeof router>;
}

/** A core on a real database in a folder of its own, closed when the test ends. */
export async function openTestCore(settings: Partial<Settings> = {}, options: CoreOptions = {}): Promise<TestCore> {
  const directory = makeTestDirectory();
  const core = openCore(directory, options);
  onTestFinished(() => core.close());
  const clientOf = (actor: Actor) => createRouterClient(router, { context: { core, actor, apiAddress: null } });
  const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  await client.settings.update({ country: 'ES', ...settings });
  return { core, directory, client, clientOf };
}
