import { z } from 'zod';

// A party is whoever the shop deals with: a contact (a person) or a company (an organisation).
// Both have one card format, so both share everything in this file.

export const partyTypes = ['contact', 'company'] as const;
export const partyTypeSchema = z.enum(partyTypes);
export type PartyType = z.infer<typeof partyTypeSchema>;

export const partyKinds = ['client', 'lead', 'partner', 'agent', 'competitor', 'supplier', 'other'] as const;
export const partyKindSchema = z.enum(partyKinds);
export type PartyKind = z.infer<typeof partyKindSchema>;

export const channels = ['call', 'sms', 'email', 'messenger', 'post'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

export const pointLabels = ['mobile', 'work', 'home', 'main', 'fax', 'billing', 'delivery', 'other'] as const;
export const messengerServices = [
  'whatsapp',
  'telegram',
  'viber',
  'signal',
  'skype',
  'vk',
  'facebook',
  'instagram',
  'other',
] as const;

/** A label is one of {@link pointLabels} (translated when shown) or the user's own words. */
const label = z.string().trim().max(60).default('');
/** Ids of list elements are stable, so that two branches can change different elements of one list. */
const elementId = z.string().min(1).max(40).optional();
const line = (max: number) => z.string().trim().max(max);

export const phoneInputSchema = z.object({ id: elementId, label, raw: line(100).min(1) });
export const emailInputSchema = z.object({ id: elementId, label, address: line(254).min(3) });
export const addressInputSchema = z.object({
  id: elementId,
  label,
  street: line(300).default(''),
  city: line(120).default(''),
  region: line(120).default(''),
  postalCode: line(20).default(''),
  country: line(80).default(''),
});
export const messengerInputSchema = z.object({
  id: elementId,
  label,
  service: z.enum(messengerServices).default('other'),
  handle: line(200).min(1),
});
export const webPageInputSchema = z.object({ id: elementId, label, url: line(2000).min(3) });

/** A phone as kept: what was typed, E.164 (or null when no country's rules fit it) and the extension. */
export const phoneSchema = phoneInputSchema.extend({
  id: z.string(),
  e164: z.string().nullable(),
  extension: z.string().default(''),
});
export const emailSchema = emailInputSchema.extend({ id: z.string() });
export const addressSchema = addressInputSchema.extend({ id: z.string() });
export const messengerSchema = messengerInputSchema.extend({ id: z.string() });
export const webPageSchema = webPageInputSchema.extend({ id: z.string() });

export type PhoneInput = z.input<typeof phoneInputSchema>;
export type Phone = z.infer<typeof phoneSchema>;
export type Email = z.infer<typeof emailSchema>;
export type Address = z.infer<typeof addressSchema>;
export type Messenger = z.infer<typeof messengerSchema>;
export type WebPage = z.infer<typeof webPageSchema>;

const shortText = line(200);
const words = z.array(line(80).min(1)).max(200);

/** A custom field's value: text, number, yes/no, a date as ISO text, or several choices. */
export const customValueSchema = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(200),
]);
export const customValuesSchema = z.record(z.string(), customValueSchema);
export type CustomValue = z.infer<typeof customValueSchema>;

/** What the user may set on any party, besides the lists of phones, emails and so on. */
const partyPlainShape = {
  kind: partyKindSchema,
  /** A key client: only those whose role lets them see and mark such ones. */
  isKey: z.boolean(),
  tags: words,
  groups: words,
  taxId: line(40),
  /** The user in charge; null when nobody is. */
  ownerId: z.string().nullable(),
  branchId: z.string().nullable(),
  /** Branches that have the card besides its own, where cards are private. */
  sharedWith: z.array(z.string().min(1).max(64)).max(1000),
  /** Where the party came from: "Instagram", "recommended by Ana"... */
  source: shortText,
  preferences: line(10_000),
  preferredChannel: channelSchema.nullable(),
  /** Channels the party asked not to be reached on. */
  doNotContact: z.array(channelSchema).max(channels.length),
  notes: z.string().max(1_000_000),
  custom: customValuesSchema,
} as const;

/** What the user may set on any party. */
export const partyInputShape = {
  ...partyPlainShape,
  phones: z.array(phoneInputSchema).max(200),
  emails: z.array(emailInputSchema).max(200),
  addresses: z.array(addressInputSchema).max(200),
  messengers: z.array(messengerInputSchema).max(200),
  webPages: z.array(webPageInputSchema).max(200),
} as const;

/** What a party looks like when read. Times are UTC milliseconds. */
export const partyReadShape = {
  ...partyPlainShape,
  id: z.string(),
  /** The name as shown in lists. */
  title: z.string(),
  phones: z.array(phoneSchema),
  emails: z.array(emailSchema),
  addresses: z.array(addressSchema),
  messengers: z.array(messengerSchema),
  webPages: z.array(webPageSchema),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** When it went to the recycle bin; null while in use. */
  deletedAt: z.number().nullable(),
} as const;

/** What a party has where nothing was said. */
export const emptyPartyFields = {
  kind: 'client',
  isKey: false,
  tags: [],
  groups: [],
  taxId: '',
  ownerId: null,
  branchId: null,
  sharedWith: [],
  source: '',
  preferences: '',
  preferredChannel: null,
  doNotContact: [],
  notes: '',
  custom: {},
  phones: [],
  emails: [],
  addresses: [],
  messengers: [],
  webPages: [],
} as const satisfies Record<keyof typeof partyInputShape, unknown>;
