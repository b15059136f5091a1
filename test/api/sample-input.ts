import type { z } from 'zod';

/** A place in an input, such as ["lines", 0, "pieces"], with what may stand there. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly schema: z.ZodType;
}

export interface Sample {
  readonly value: unknown;
  readonly leaves: readonly Leaf[];
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}

/** What is filled in where a key says what is meant: an id, a date... */
export type Fill = (key: string, schema: z.ZodType) => unknown;

const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'catch']);

/** An input with everything filled in that a schema knows, and all of its places; `choose` picks among what may stand in one. */
export function sampleInput(schema: z.ZodType, fill: Fill, choose: (count: number) => number): Sample {
  const leaves: Leaf[] = [];
  function sample(at: z.ZodType, path: Leaf['path'], depth: number): unknown {
    const definition = at._zod.def as unknown as Definition;
    const inner = definition.innerType ?? definition.in ?? (definition.type === 'lazy' ? definition.getter?.() : undefined);
    if (definition.type === 'optional' && choose(3) === 0) {
      leaves.push({ path, schema: at });
      return undefined;
    }
    if (definition.type === 'nullable' && choose(3) === 0) {
      leaves.push({ path, schema: at });
      return null;
    }
    if (inner && (wrappers.has(definition.type) || definition.type === 'pipe' || definition.type === 'lazy'))
      return sample(inner, path, depth);
    leaves.push({ path, schema: at });
    const key = String(path.findLast((part) => typeof part === 'string') ?? '');
    const filled = fill(key, at);
    if (filled !== undefined) return filled;
    switch (definition.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(definition.shape ?? {}).map(([name, child]) => [name, sample(child, [...path, name], depth + 1)]),
        );
      case 'array':
        return depth > 6 || !definition.element ? [] : [sample(definition.element, [...path, 0], depth + 1)];
      case 'union': {
        const option = definition.options?.[depth > 6 ? 0 : choose(definition.options.length)];
        return option && sample(option, path, depth + 1);
      }
      case 'record':
        return definition.valueType ? { key: sample(definition.valueType, [...path, 'key'], depth + 1) } : {};
      case 'enum':
        return Object.values(definition.entries ?? {})[choose(Object.keys(definition.entries ?? {}).length)];
      case 'literal':
        return definition.values?.[0];
      case 'number':
      case 'int':
        return 1;
      case 'boolean':
        return choose(2) === 0;
      case 'null':
        return null;
      case 'file':
        return new File(['name\nAna\n'], 'file.csv', { type: 'text/csv' });
      case 'template_literal':
        return 'custom.size';
      default:
        return 'word';
    }
  }
  return { value: sample(schema, [], 0), leaves };
}

/** An input with something else at one place. */
export function withValueAt(input: unknown, path: Leaf['path'], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(input)) return input.map((item, index) => (index === first ? withValueAt(item, rest, value) : item));
  if (typeof input !== 'object' || input === null) return input;
  return { ...input, [first]: withValueAt((input as Record<string, unknown>)[first], rest, value) };
}
