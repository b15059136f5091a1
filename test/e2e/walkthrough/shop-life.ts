import { moments } from '#test/walkthrough/steps/shop-data.ts';

// Who works in the shop, who asks for windows, and when things happen besides what test/walkthrough tells already.

const minute = 60_000;

export const people = {
  owner: { name: 'Ana', role: 'owner' },
  head: { name: 'Carmen Ruiz', role: 'head' },
  manager: { name: 'Pedro Gil', role: 'seller' },
  estimator: { name: 'Marta Vega', role: 'seller' },
  measurer: { name: 'Luis Mora', role: 'specialist' },
  installer: { name: 'Ivan Sanz', role: 'specialist' },
} as const;
export type PersonKey = keyof typeof people;

/** The client whose windows are followed to the end. */
export const client = {
  name: 'Lucía Romero',
  phone: '612 34 56 78',
  email: 'lucia@home.test',
  wish: 'Ventanas para la cocina',
  said: 'Dos ventanas y una pequeña. Llamar después de las nueve.',
} as const;

/** Dropped into the watched folder; nobody calls. */
export const droppedRequest = { id: 'feria-77', name: 'Blas Soler', phone: '612 34 56 79', message: 'Una puerta de balcón' };
/** Sent by the site's form; called in time. */
export const formRequest = {
  name: 'Carla Vidal',
  phones: ['612 34 56 80'],
  title: 'Tres ventanas',
  source: 'web',
  channel: 'form',
  externalId: 'form-1001',
} as const;

export const siteAddress = 'Calle del Río 5, Madrid';

/** UTC milliseconds. */
export const times = {
  ...moments,
  dropped: moments.callDue + 5 * minute,
  droppedCallDue: moments.callDue + 20 * minute,
  /** The program is killed before the minute, and started after it. */
  killed: moments.callDue + 15 * minute,
  startedAgain: moments.callDue + 40 * minute,
  formSent: moments.callDue + 45 * minute,
  formCalled: moments.callDue + 50 * minute,
  /** After the minute by which the form's client was to be called. */
  called: moments.callDue + 70 * minute,
} as const;

/** Prices as typed, the same as in test/walkthrough/steps/shop-data.ts. */
export const products = {
  list: 'Tarifa general',
  window: { name: 'Ventana doble', code: 'V2', unit: 'squareMetre', price: '180' },
  work: { name: 'Montaje', code: 'MO', unit: 'service', price: '150' },
} as const;

/** As the interface and documents write them in Spanish. */
export const sumsShown = { gross: '1148,53 €', partPayment: '600,00 €', rest: '548,53 €' } as const;
export const workDayShown = '3 dic 2026, 8:00';
