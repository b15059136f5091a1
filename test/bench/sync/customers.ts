import { createRandom } from '#core/demo/random.ts';

/** A customer of twelve fields, the same for all contestants. */
export interface Customer {
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly taxId: string;
  readonly source: string;
  readonly preferences: string;
  readonly notes: string;
}

const names =
  'Ana Luis Eva Marta Jorge Irene Pablo Rosa Nuria Diego Elena Hugo Laura Iván Sara Mario Julia Óscar Lucía Raúl'.split(' ');
const families =
  'García Pérez Sanz Molina Vidal Ortega Castro Rubio Navarro Iglesias Serrano Prieto Cano Lozano Reyes Bravo'.split(' ');
const cities = 'Vigo Lugo Pontevedra Ourense Santiago Ferrol Marín Cangas Redondela Lalín Tui Sarria'.split(' ');
const streets = 'Mayor Real Nueva Alta Progreso Urzáiz Colón Pizarro Rosalía Castelao'.split(' ');
const words = 'white door window glass sliding measure balcony kitchen call before ten price discount spring blinds frame'.split(
  ' ',
);

/** Invented; the same index is always the same customer. */
export function makeCustomers(count: number): Customer[] {
  const random = createRandom(11);
  const pick = (list: readonly string[]) => list[random.int(list.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const [givenName, familyName] = [pick(names), `${pick(families)} ${pick(families)}`];
    const letters = givenName
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/g, '')
      .toLowerCase();
    return {
      givenName,
      familyName,
      jobTitle: random.int(3) === 0 ? pick(['owner', 'buyer', 'architect', 'fitter']) : '',
      phone: `+346${String(10_000_000 + random.int(89_999_999))}`,
      email: `${letters}${index}@example.com`,
      street: `Calle ${pick(streets)} ${1 + random.int(180)}`,
      city: pick(cities),
      postalCode: String(36_000 + random.int(999)),
      taxId: String(10_000_000 + random.int(89_999_999)),
      source: pick(['walk-in', 'web', 'phone', 'friend', 'fair']),
      preferences: `${pick(words)} ${pick(words)}`,
      notes: Array.from({ length: 6 }, () => pick(words)).join(' '),
    };
  });
}

/** What an edit writes: two fields. */
export function editOf(round: number, index: number): Pick<Customer, 'notes' | 'jobTitle'> {
  return {
    notes: `round ${round}: ${words[index % words.length]} of customer ${index}`,
    jobTitle: `role ${round}-${index % 50}`,
  };
}
