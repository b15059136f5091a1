import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { foldText } from '#shared/text/fold-text.ts';

/** The id of a request that its sender calls so: the same wherever it is taken in. */
export function leadIdOf(sender: string, externalId: string): string {
  return deterministicId('lead', foldText(sender), externalId);
}
