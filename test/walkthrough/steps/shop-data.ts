// What happens in the walk-through: one window shop, one client, from Monday morning to the day the windows stand.

const madrid = '+01:00';
const at = (wall: string) => Date.parse(`${wall}:00${madrid}`);

/** Moments by the shop's wall clock, UTC milliseconds. */
export const moments = {
  opening: at('2026-11-23T09:00'),
  request: at('2026-11-23T09:05'),
  callDue: at('2026-11-23T09:20'),
  called: at('2026-11-23T09:40'),
  leave: at('2026-11-24T09:30'),
  visit: at('2026-11-24T10:00'),
  measured: at('2026-11-24T10:50'),
  priced: at('2026-11-25T11:00'),
  accepted: at('2026-11-25T16:00'),
  partPaid: at('2026-11-26T10:00'),
  dayAgreed: at('2026-11-26T10:15'),
  install: at('2026-12-03T08:00'),
  installed: at('2026-12-03T11:45'),
  restPaid: at('2026-12-03T17:00'),
} as const;

export const shopSettings = {
  ownerName: 'Olga Owner',
  shopName: 'Clear Windows',
  country: 'ES',
  language: 'en',
  trade: 'windows',
  timeZone: 'Europe/Madrid',
  taxRate: 2100,
  pricesIncludeTax: false,
  quoteTerms: 'Half in advance.',
  seller: {
    legalName: 'Clear Windows SL',
    taxId: 'B12345678',
    address: '1 Glass Street',
    phone: '',
    email: '',
    bank: 'ES91 2100',
  },
} as const;

export const staff = {
  head: { name: 'Hector Head', role: 'head' },
  manager: { name: 'Anna First', role: 'seller' },
  secondManager: { name: 'Bruno Second', role: 'seller' },
  measurer: { name: 'Mario Measurer', role: 'specialist' },
  installer: { name: 'Igor Installer', role: 'specialist' },
} as const;
export type StaffKey = keyof typeof staff;

export const products = {
  window: { name: 'Window, two panes', code: 'W2', kind: 'goods', unit: 'squareMetre', price: 18_000 },
  work: { name: 'Installation work', code: 'IW', kind: 'service', unit: 'service', price: 15_000 },
} as const;

/** Sent by the site's form. */
export const request = {
  name: 'Ana Ruiz',
  phones: ['612 34 56 78'],
  emails: ['ana@home.test'],
  title: 'Windows for a kitchen',
  text: 'Two windows, please call after nine.',
  source: 'site',
  channel: 'form',
  externalId: 'form-1001',
} as const;

/** Dropped into the watched folder by another program. */
export const droppedRequest = { id: 'shop-77', name: 'Bea Soler', phone: '612 34 56 79', message: 'A balcony door' } as const;
/** A file of requests: the second is the site's client once more. */
export const requestsFile =
  'name,phone,message\nCarlos Vega,612 34 56 80,Three windows\nAna Ruiz,+34 612 345 678,One more window\n';

export const site = { siteAddress: '5 River Road, Madrid', visitAt: moments.visit, leaveAt: moments.leave } as const;

/** What the measurer enters, millimetres. */
export const sizes = [
  { place: 'Kitchen', width: 1200, height: 1400, pieces: 2 },
  { place: 'Hall', width: 900, height: 1200, pieces: 1 },
] as const;

/** Minor units: 3.36 m² and 1.08 m² at 180.00, 150.00 for the work, 21 % on all. */
export const sums = { net: 94_920, tax: 19_933, gross: 114_853, partPayment: 60_000, rest: 54_853 } as const;
/** As documents write them. */
export const sumsWritten = { gross: '€1,148.53', partPayment: '€600.00', rest: '€548.53' } as const;

export const workMinutes = 240;

/** How often each rule fires for this client from the first request to the report, and the question two weeks later. */
export const expectedRuns = {
  'A new request gets somebody in charge': 1,
  'Call whoever sent a request': 1,
  'A visit is agreed: the measurer gets the job': 1,
  'Sizes are in: on to the quote': 1,
  'To the quote: somebody works out the price': 1,
  'The quote is accepted: invoice and payment': 1,
  'A payment moves the deal on': 1,
  'No day for the work yet: agree it': 1,
  'The day is agreed: the installer gets the job': 1,
  'Installed: the deal is won': 1,
  'Won: the head gets the report': 1,
  'Won, but not all is paid': 1,
  'Ask the client afterwards': 1,
} as const;
