import type { JSONSchema } from '@orpc/openapi';

/** A code that a procedure declares: its message, whether its data is always there, and the data's shape. */
type ErrorDefinition = readonly [code: string, message: string, isDataRequired: boolean, data: JSONSchema];

export interface ErrorSchemas {
  /** The schema of the errors that a procedure declares for one status. */
  of(definitions: readonly ErrorDefinition[]): JSONSchema;
  /** Every error met so far by name, to stand among the document's components. */
  readonly components: Readonly<Record<string, object>>;
}

/** Describes each error once, by name, instead of wherever it may come up. */
export function createErrorSchemas(): ErrorSchemas {
  const components: Record<string, object> = {};
  function add([code, message, isDataRequired, data]: ErrorDefinition): { $ref: string } {
    const name = `${pascalCase(code)}Error`;
    const schema = errorSchema({ code, message, isDataRequired, data });
    const known = components[name];
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) throw new Error(`two errors go by ${code}`);
    components[name] = schema;
    return { $ref: `#/components/schemas/${name}` };
  }
  return {
    components,
    of(definitions) {
      const refs = definitions.map(add);
      const [only] = refs;
      return only && refs.length === 1 ? only : { oneOf: refs };
    },
  };
}

interface ErrorShape {
  readonly code: string;
  readonly message: string;
  readonly isDataRequired: boolean;
  readonly data: JSONSchema;
}

function errorSchema({ code, message, isDataRequired, data }: ErrorShape): object {
  return {
    type: 'object',
    properties: {
      code: { type: 'string', enum: [code] },
      status: { type: 'integer' },
      message: { type: 'string', examples: [message] },
      data,
    },
    required: ['code', 'status', 'message', ...(isDataRequired ? ['data'] : [])],
  };
}

function pascalCase(code: string): string {
  return code
    .split('_')
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join('');
}
