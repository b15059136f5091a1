/** Names for values that can't be made into one by dropping what isn't a letter. */
const namesOfSigns: Readonly<Record<string, string>> = { ',': 'comma', '.': 'point' };

/**
 * Writes schemas so that older generators of clients read them too: a constant as the only one of its choices, with its
 * type, and a name for each choice that has no letter.
 */
export function widenSchemas<Document>(document: Document): Document {
  return widen(document) as Document;
}

function widen(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(widen);
  if (typeof node !== 'object' || node === null) return node;
  const fields = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, widen(value)]));
  if ('const' in fields && isScalar(fields['const'])) {
    const { const: only, ...rest } = fields;
    return { type: typeof only, ...rest, enum: [only] };
  }
  const choices: unknown = fields['enum'];
  if (Array.isArray(choices) && choices.every((choice) => typeof choice === 'string' && choice in namesOfSigns))
    return { ...fields, 'x-enum-varnames': choices.map((choice) => namesOfSigns[choice as string]) };
  return fields;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
