import { CommandError } from '#core/host/command-line/faults.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';

/** Everything is taken out, or written over, only by who sees everything. @throws {CommandError} */
export function mustSeeEverything({ limits }: Actor, permission: Permission) {
  if (limits !== null) throw new CommandError('forbidden', { permission });
}
