import type { AnyProcedure } from '@orpc/server';
import { isProcedure } from '@orpc/server';
import { UsageError } from '#core/host/command-line/faults.ts';

/** Something that can be called, as the description of the REST API names it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly procedure: AnyProcedure;
}

/** Everything that can be called, in the order of the contract. */
export async function listOperations(): Promise<readonly Operation[]> {
  // Read only here: all handlers with all they need would make every command slow to begin.
  const { router } = await import('#core/router.ts');
  return [...operationsOf(router)];
}

/** @throws {UsageError} when there is none of this name */
export function findOperation(operations: readonly Operation[], name: string): Operation {
  const found = operations.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const similar = operations.map(({ id }) => id).filter((id) => id.toLowerCase().includes(name.toLowerCase()));
  const expected = similar.length > 0 ? similar.join(', ') : 'cartera api';
  throw new UsageError('flagBadValue', { flag: 'OPERATION', value: name, expected });
}

function* operationsOf(node: unknown): Generator<Operation> {
  if (isProcedure(node)) {
    const { operationId: id, method = 'POST', path = '', summary = '' } = node['~orpc'].route;
    if (id !== undefined) yield { id, method, path, summary, procedure: node };
  } else if (typeof node === 'object' && node !== null) for (const inner of Object.values(node)) yield* operationsOf(inner);
}
