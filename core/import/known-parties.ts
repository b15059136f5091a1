import { identityLimit } from '#core/party/duplicates.ts';
import type { IdentitySource, KnownIdentity } from '#core/party/duplicates.ts';

/** Somebody an import knows: saved before, or of a row before. */
export interface ImportIdentity extends KnownIdentity {
  /** The row it came with first; null for one saved before. */
  readonly line: number | null;
}

/**
 * Those that the import has met so far, over those that were saved before it. What a row adds to somebody saved is known
 * to the rows after it too.
 */
export interface KnownParties extends IdentitySource {
  add(known: ImportIdentity): void;
  lineOf(id: string): number | null;
}

export function knownParties(saved: IdentitySource): KnownParties {
  const byPhone = new Map<string, ImportIdentity[]>();
  const byEmail = new Map<string, ImportIdentity[]>();
  const byTaxId = new Map<string, ImportIdentity[]>();
  const byNameKey = new Map<string, ImportIdentity[]>();
  const byId = new Map<string, ImportIdentity>();
  return {
    byPhone: (digits) => both(byPhone.get(digits), () => saved.byPhone(digits)),
    byEmail: (key) => both(byEmail.get(key), () => saved.byEmail(key)),
    byTaxId: (taxId) => both(byTaxId.get(taxId), () => saved.byTaxId(taxId)),
    byNameKey: (type, nameKey) => both(byNameKey.get(`${type} ${nameKey}`), () => saved.byNameKey(type, nameKey)),
    add(known) {
      byId.set(known.id, known);
      for (const phone of known.phones) push(byPhone, phone, known);
      for (const email of known.emails) push(byEmail, email, known);
      push(byTaxId, known.taxId, known);
      if (known.nameKey !== '') push(byNameKey, `${known.type} ${known.nameKey}`, known);
    },
    lineOf: (id) => byId.get(id)?.line ?? null,
  };
}

/** What was met later stands for the same party saved before, which is only looked up when that isn't enough. */
function* both(met: readonly ImportIdentity[] | undefined, readSaved: () => Iterable<KnownIdentity>): Generator<KnownIdentity> {
  if (met) yield* met;
  for (const known of readSaved()) if (!met?.some(({ id }) => id === known.id)) yield known;
}

function push(map: Map<string, ImportIdentity[]>, key: string, known: ImportIdentity) {
  if (key === '') return;
  const list = map.get(key);
  if (!list) map.set(key, [known]);
  else {
    const index = list.findIndex(({ id }) => id === known.id);
    if (index >= 0) list[index] = known;
    else if (list.length < identityLimit) list.push(known);
  }
}
