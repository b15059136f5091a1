import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '#shared/contract.ts';
import { version } from '#shared/version.ts';

let described: ReturnType<typeof describe> | undefined;

/** The OpenAPI document of the REST API, made from the contract. */
export function describeApi() {
  return (described ??= describe());
}

function describe() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: { title: 'Cartera', version, description: 'Contacts, companies and everything else that Cartera keeps.' },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  });
}
