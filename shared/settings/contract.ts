import { z } from 'zod';
import { currencySchema, rateSchema } from '#shared/money/money.ts';
import { permissionSchema } from '#shared/people/permission.ts';
import { declare, idSchema, notFound, refused } from '#shared/procedure.ts';
import { initialPurposes, purposeSchema } from '#shared/privacy/purposes.ts';
import { clientCardReaches, initialScopePolicy } from '#shared/sync/scope-rules.ts';
import { workingHoursSchema } from '#shared/time/working-hours.ts';

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
  /** What the shop is paid in; empty takes the country's. */
  currency: z.union([currencySchema, z.literal('')]),
  /** Basis points of tax on what has no rate of its own. */
  taxRate: rateSchema,
  /** Whether prices are typed with tax. */
  pricesIncludeTax: z.boolean(),
  /** IANA zone; empty is the computer's. */
  timeZone: z.string().max(80),
  workingHours: workingHoursSchema,
  /** What opens when a telephone number is clicked. */
  callScheme: z.enum(['tel', 'sip', 'callto']),
  /** How the shop names itself on documents. */
  seller: z.object({
    legalName: z.string().trim().max(200),
    taxId: z.string().trim().max(40),
    address: z.string().trim().max(500),
    phone: z.string().trim().max(100),
    email: z.string().trim().max(254),
    bank: z.string().trim().max(500),
  }),
  /** What stands under every quote. */
  quoteTerms: z.string().max(10_000),
  quoteValidDays: z.number().int().min(1).max(3650),
  /** The folder whose files are taken in as requests; empty is "inbox" in the data folder. */
  inboxFolder: z.string().max(1000),
  /** Whether every branch has every client's card, or only its own and those shared with it. */
  clientCards: z.enum(clientCardReaches),
  /** Whether branches see what clients have bought in others. */
  purchasesInOtherBranches: z.boolean(),
  /** What clients are asked to allow. */
  consentPurposes: z.array(purposeSchema).max(30),
  /** Keep running in the tray when the last window is closed, so that reminders come. */
  stayInTray: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What holds until something else is set. */
export const initialSettings: Settings = {
  ownerName: '',
  shopName: '',
  country: 'ES',
  language: 'en',
  trade: 'other',
  theme: 'auto',
  hidden: [],
  listColumns: [],
  firstRunDone: false,
  currency: '',
  taxRate: 0,
  pricesIncludeTax: true,
  timeZone: '',
  workingHours: { from: '09:00', to: '18:00', days: [1, 2, 3, 4, 5] },
  callScheme: 'tel',
  seller: { legalName: '', taxId: '', address: '', phone: '', email: '', bank: '' },
  quoteTerms: '',
  quoteValidDays: 30,
  inboxFolder: '',
  ...initialScopePolicy,
  consentPurposes: [...initialPurposes],
  stayInTray: true,
};

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  userId: z.string().nullable(),
  /** What it may do at most; null is all that its person may. */
  scopes: z.array(permissionSchema).nullable(),
  /** UTC milliseconds; null is never. */
  expiresAt: z.number().nullable(),
  lastUsedAt: z.number().nullable(),
  createdAt: z.number(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

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
  createApiKey: declare('session.own')
    .route({ method: 'POST', path: '/api-keys', operationId: 'createApiKey', tags, summary: 'Make a key for another program' })
    .errors(refused)
    /**
     * `userId` is whom the program acts as: oneself, or with the right to manage keys anybody (null is the owner, as without one).
     * It does what that person may do then, at most what `scopes` names. Nothing is answered from `expiresAt` on.
     */
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        userId: idSchema.nullable().optional(),
        scopes: z.array(permissionSchema).max(200).nullable().optional(),
        expiresAt: z.number().int().positive().nullable().optional(),
      }),
    )
    .output(z.object({ id: z.string(), name: z.string(), key: z.string() })),
  /** One's own; everybody's with the right to manage keys. */
  listApiKeys: declare('session.own')
    .route({ method: 'GET', path: '/api-keys', operationId: 'listApiKeys', tags, summary: 'Keys in use' })
    .output(z.array(apiKeySchema)),
  deleteApiKey: declare('session.own')
    .route({ method: 'DELETE', path: '/api-keys/{id}', operationId: 'deleteApiKey', tags, summary: 'Revoke a key' })
    .errors(notFound)
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string() })),
};
