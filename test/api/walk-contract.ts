import { isContractProcedure } from '@orpc/contract';
import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '#shared/contract.ts';
import type { ProcedureMeta } from '#shared/procedure.ts';

export interface NamedProcedure {
  /** Such as ["contact", "create"]. */
  readonly path: readonly string[];
  readonly name: string;
  readonly meta: ProcedureMeta;
  readonly procedure: AnyContractProcedure;
}

/** Every procedure of the contract. */
export function allProcedures(): readonly NamedProcedure[] {
  return walk(contract, []);
}

function walk(node: unknown, path: readonly string[]): readonly NamedProcedure[] {
  if (isContractProcedure(node))
    return [{ path, name: path.join('.'), meta: node['~orpc'].meta as ProcedureMeta, procedure: node }];
  return Object.entries(node as object).flatMap(([key, child]) => walk(child, [...path, key]));
}
