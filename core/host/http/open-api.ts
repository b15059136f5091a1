import type { AnySchema } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { createErrorSchemas } from '#core/host/http/describe-errors.ts';
import { widenSchemas } from '#core/host/http/widen-schemas.ts';
import { activitySchema } from '#shared/activity/contract.ts';
import { companyInputSchema, companySchema } from '#shared/company/fields.ts';
import { contactInputSchema, contactSchema } from '#shared/contact/fields.ts';
import { contract } from '#shared/contract.ts';
import { customFieldSchema } from '#shared/custom-field/contract.ts';
import { savedEventSchema } from '#shared/event/contract.ts';
import { restoreSummarySchema } from '#shared/export/contract.ts';
import { attachedFileSchema } from '#shared/file/contract.ts';
import { conditionSchema, filterItemSchema, filterSchema, nestedFilterSchemas } from '#shared/filter/filter.ts';
import { actSchema, changeSchema } from '#shared/history/contract.ts';
import { importRowSchema, importSummarySchema, importTemplateSchema, inspectionSchema } from '#shared/import/contract.ts';
import { mappingSchema } from '#shared/import/mapping.ts';
import { jobSchema } from '#shared/job/contract.ts';
import { linkSchema } from '#shared/link/contract.ts';
import { partyDuplicateSchema, partyFilterSchema, partyRowSchema, partySortSchema } from '#shared/party/contract.ts';
import {
  addressInputSchema,
  addressSchema,
  customValuesSchema,
  emailInputSchema,
  emailSchema,
  messengerInputSchema,
  messengerSchema,
  phoneInputSchema,
  phoneSchema,
  webPageInputSchema,
  webPageSchema,
} from '#shared/party/fields.ts';
import { personSchema } from '#shared/people/contract.ts';
import { actorHeader } from '#shared/people/permission.ts';
import { searchResultSchema } from '#shared/search/contract.ts';
import { settingsSchema } from '#shared/settings/contract.ts';
import { version } from '#shared/version.ts';

/** What goes in, by the name that a generated client gives it. */
const inputs = {
  AddressInput: addressInputSchema,
  CompanyInput: companyInputSchema,
  ContactInput: contactInputSchema,
  EmailInput: emailInputSchema,
  Filter: filterSchema,
  FilterCondition: conditionSchema,
  FilterItem: filterItemSchema,
  Mapping: mappingSchema,
  MessengerInput: messengerInputSchema,
  PartyFilter: partyFilterSchema,
  PartySort: partySortSchema,
  PhoneInput: phoneInputSchema,
  WebPageInput: webPageInputSchema,
};

/** What comes out. */
const outputs = {
  Act: actSchema,
  Activity: activitySchema,
  Address: addressSchema,
  AttachedFile: attachedFileSchema,
  Change: changeSchema,
  Company: companySchema,
  Contact: contactSchema,
  CustomField: customFieldSchema,
  CustomValues: customValuesSchema,
  Email: emailSchema,
  ImportInspection: inspectionSchema,
  ImportRow: importRowSchema,
  ImportSummary: importSummarySchema,
  ImportTemplate: importTemplateSchema,
  Job: jobSchema,
  Link: linkSchema,
  Messenger: messengerSchema,
  PartyDuplicate: partyDuplicateSchema,
  PartyRow: partyRowSchema,
  Person: personSchema,
  Phone: phoneSchema,
  RestoreSummary: restoreSummarySchema,
  SavedEvent: savedEventSchema,
  SearchResult: searchResultSchema,
  Settings: settingsSchema,
  WebPage: webPageSchema,
};

let described: ReturnType<typeof describe> | undefined;

/** The OpenAPI document of the REST API, made from the contract. */
export function describeApi() {
  return (described ??= describe());
}

async function describe() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter({ interceptors: [describeOnce] })] });
  const errors = createErrorSchemas();
  const document = await generator.generate(contract, {
    info: { title: 'Cartera', version, description: 'Contacts, companies and everything else that Cartera keeps.' },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }, { key: [], user: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        user: { type: 'apiKey', in: 'header', name: actorHeader, description: 'The id of the person who acts' },
      },
    },
    commonSchemas: { ...named(inputs, 'input'), ...named(outputs, 'output') },
    customErrorResponseBodySchema: (definitions) => errors.of(definitions),
  });
  const schemas = { ...document.components?.schemas, ...errors.components };
  return widenSchemas({ ...document, components: { ...document.components, schemas } });
}

type Interceptor = NonNullable<NonNullable<ConstructorParameters<typeof ZodToJsonSchemaConverter>[0]>['interceptors']>[number];

/** The levels of filters within filters are told of as one. */
const describeOnce: Interceptor = ({ schema, next }) => {
  const name = nestedFilterSchemas.get(schema);
  return name === undefined ? next() : [true, { $ref: `#/components/schemas/${name}` }];
};

function named<Schemas extends Readonly<Record<string, AnySchema>>>(schemas: Schemas, strategy: 'input' | 'output') {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, { strategy, schema }]));
}
