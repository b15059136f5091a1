import { z } from 'zod';
import { declare, refused } from '#shared/procedure.ts';

export const languages = ['es', 'pt', 'el', 'ru', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
export const trades = ['windows', 'salon', 'wholesale', 'garage', 'online', 'other'] as const;

export const settingsSchema = z.object({
  /** Empty until the first run is done. */
  ownerName: z.string().trim().max(120),
  shopName: z.string().trim().max(120),
  /** ISO 3166 country whose rules phones, dates and money follow. */
  country: z.string().regex(/^[A-Z]{2}$/),
  language: languageSchema,
  trade: z.enum(trades),
  theme: z.enum(['auto', 'light', 'dark']),
  /** Parts of the left rail and of cards that the user doesn't want to see. */
  hidden: z.array(z.string()),
  /** Columns of the list, in order, with their widths in pixels. */
  listColumns: z.array(z.object({ field: z.string(), width: z.number() })),
  firstRunDone: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

const tags = ['Settings'];

export const settingsContract = {
  get: declare('settings.see')
    .route({ method: 'GET', path: '/settings', operationId: 'getSettings', tags, summary: 'Settings' })
    .output(settingsSchema.extend({ version: z.string(), dataDirectory: z.string(), apiAddress: z.string().nullable() })),
  update: declare('settings.edit')
    .route({ method: 'PATCH', path: '/settings', operationId: 'updateSettings', tags, summary: 'Change settings' })
    .errors(refused)
    .input(settingsSchema.partial())
    .output(settingsSchema),
  /** Keys for programs that use the REST API. The key itself is shown once, when it is made. */
  createApiKey: declare('apiKey.manage')
    .route({ method: 'POST', path: '/api-keys', operationId: 'createApiKey', tags, summary: 'Make a key for another program' })
    .input(z.object({ name: z.string().trim().min(1).max(120) }))
    .output(z.object({ id: z.string(), name: z.string(), key: z.string() })),
  listApiKeys: declare('apiKey.manage')
    .route({ method: 'GET', path: '/api-keys', operationId: 'listApiKeys', tags, summary: 'Keys in use' })
    .output(z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.number() }))),
  deleteApiKey: declare('apiKey.manage')
    .route({ method: 'DELETE', path: '/api-keys/{id}', operationId: 'deleteApiKey', tags, summary: 'Revoke a key' })
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string() })),
};
