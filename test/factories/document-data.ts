import type { DocumentData, DocumentLine } from '#shared/document/data.ts';

/** A window shop's document with everything in it; what a test is about is given. */
export function documentData(given: Partial<DocumentData> = {}): DocumentData {
  return {
    kind: 'quote',
    language: 'en',
    country: 'GB',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    number: 'N-2026-0042',
    version: 2,
    date: '2026-11-22',
    validUntil: '2026-12-06',
    title: 'Four windows for the flat',
    seller: {
      name: 'Clear Windows',
      legalName: 'Clear Windows Ltd',
      taxId: 'B12345678',
      address: '1 Glass Street',
      phone: '+34 912 345 678',
      email: 'shop@windows.test',
      bank: 'Bank of Glass\nES91 2100 0418 4502 0005 1332',
    },
    buyer: {
      name: 'Maria García',
      company: '',
      taxId: '',
      address: '5 River Road, 3B',
      phone: '+34 600 111 222',
      email: 'maria@home.test',
      contact: '',
    },
    lines: [
      documentLine({ position: 1 }),
      documentLine({ position: 2, name: 'Installation', width: null, height: null, pieces: null }),
    ],
    totals: {
      net: 200_000,
      taxes: [{ rate: 2100, base: 200_000, tax: 42_000 }],
      gross: 242_000,
      discount: 10_000,
      paid: 100_000,
      balance: 142_000,
    },
    // 09:30 and 09:00 in Madrid.
    visit: {
      at: Date.UTC(2026, 10, 25, 8, 30),
      leaveAt: Date.UTC(2026, 10, 25, 8),
      address: '5 River Road, 3B',
      assignee: 'Pedro',
    },
    notes: 'Ring twice.\nThe dog is friendly.',
    terms: 'Half in advance, half after installation.',
    custom: [{ label: 'Floor', value: 'third' }],
    report: null,
    ...given,
  };
}

export function documentLine(given: Partial<DocumentLine> = {}): DocumentLine {
  return {
    position: 1,
    name: 'Window, two panes',
    description: 'White PVC',
    place: 'Kitchen',
    width: 1200,
    height: 1400,
    pieces: 2,
    quantity: 3.36,
    unit: 'm²',
    unitPrice: 29_762,
    discountPercent: 0,
    taxRate: 2100,
    net: 100_000,
    tax: 21_000,
    gross: 121_000,
    ...given,
  };
}

/** How a sale went, as its head reads it. */
export const dealReport: NonNullable<DocumentData['report']> = {
  stages: [
    { name: 'New', enteredAt: Date.UTC(2026, 10, 1, 9), leftAt: Date.UTC(2026, 10, 1, 11) },
    { name: 'Measured', enteredAt: Date.UTC(2026, 10, 1, 11), leftAt: Date.UTC(2026, 10, 4, 14) },
    { name: 'Won', enteredAt: Date.UTC(2026, 10, 4, 14), leftAt: null },
  ],
  tasks: [
    {
      title: 'Call within 15 minutes',
      assignee: 'Ana',
      dueAt: Date.UTC(2026, 10, 1, 9, 15),
      doneAt: Date.UTC(2026, 10, 1, 9, 40),
      result: 'Wants four windows',
      escalatedAt: Date.UTC(2026, 10, 1, 9, 15),
    },
  ],
  payments: [{ date: '2026-11-20', amount: 100_000, method: 'Transfer' }],
};
