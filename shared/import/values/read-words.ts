import type { PartyKind, PartyType } from '#shared/party/fields.ts';
import { foldText } from '#shared/text/fold-text.ts';

const yes = 'si, s, sim, ναι, да, д, yes, y, true, verdadero, verdadeiro, истина, αληθησ, 1, x, v, +, ok, activo, ativo, есть';
const no = 'no, n, nao, οχι, нет, н, false, falso, ложь, ψευδησ, 0, -, inactivo, inativo';

const kinds: Record<PartyKind, string> = {
  client: `
    cliente, clientes, clienta, cliente habitual, cliente vip, comprador, paciente, πελατης, πελατες, клиент, клиенты, покупатель, заказчик, постоянный клиент,
    client, customer, buyer, opportunity, evangelist, consumidor, consumidor final, vip
  `,
  lead: `
    lead, leads, prospecto, prospecto cliente, potencial, cliente potencial, interesado, potencial cliente, possivel cliente, δυνητικος πελατης, υποψηφιος, лид, потенциальный,
    потенциальный клиент, заявка, prospect, potential, subscriber, marketingqualifiedlead, marketing qualified lead, sales qualified lead, salesqualifiedlead
  `,
  partner: 'socio comercial, partner, parceiro, aliado, συνεργατης, партнер, партнёр, партнеры, партнеры, colaborador',
  agent:
    'agente, agent, representante, comercial externo, representante comercial, агент, дилер, посредник, αντιπροσωπος, revendedor, distribuidor, dealer, reseller',
  competitor: 'competidor, competencia, concorrente, ανταγωνιστης, конкурент, competitor',
  supplier:
    'proveedor, proveedores, acreedor, fornecedor, fornecedores, προμηθευτης, поставщик, поставщики, supplier, vendor, fabricante',
  other: 'otro, otros, outro, outros, αλλο, другой, другое, прочее, прочие, other, contacto, contato, контакт',
};

const partyTypes: Record<PartyType, string> = {
  contact: `
    persona, persona fisica, particular, individual, fisica, contacto, autonomo, pessoa, pessoa fisica, pf, f, ιδιωτης, φυσικο προσωπο, физлицо, физ лицо, физическое лицо,
    контакт, частное лицо, физическое, person, contact, natural, natural person, private, persona natural, consumidor final
  `,
  company: `
    empresa, empresas, persona juridica, juridica, compañia, sociedad, negocio, pessoa juridica, pj, j, εταιρεια, εταιρια, επιχειρηση, νομικο προσωπο, юрлицо, юр лицо,
    юридическое лицо, компания, организация, ип, индивидуальный предприниматель, обособленное подразделение, государственный орган, юридическое, company,
    organization, organisation, business, legal entity, legal
  `,
};

const yesWords = wordSet(yes);
const noWords = wordSet(no);
const kindByWord = byWord(kinds);
const partyTypeByWord = byWord(partyTypes);

/** True, false, or null when the text is neither a yes nor a no in any of the languages. */
export function readYesNo(text: string): boolean | null {
  const key = foldText(text) || text.trim();
  if (yesWords.has(key) || key === '✓' || key === '✔') return true;
  return noWords.has(key) || key === '✗' ? false : null;
}

/** The kind that a word such as "proveedor" or "лид" stands for; null for any other word. */
export function readKind(text: string): PartyKind | null {
  return kindByWord.get(foldText(text)) ?? null;
}

/** Whether a word says "a person" or "an organisation"; null when it says neither. */
export function readPartyType(text: string): PartyType | null {
  return partyTypeByWord.get(foldText(text)) ?? null;
}

/** Words of a list in one cell, as tags and groups are written. */
export function splitWords(text: string): string[] {
  const parts = text.split(/\s*(?::::|[;,|\n])\s*/).map((part) => part.replace(/^\*\s*/, '').trim());
  return [
    ...new Set(parts.filter((part) => part !== '' && !/^(?:my ?contacts|starred)$/i.test(part)).map((part) => part.slice(0, 80))),
  ];
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((word) => foldText(word) || word.trim()));
}

function byWord<T extends string>(lists: Record<T, string>): ReadonlyMap<string, T> {
  return new Map(
    (Object.entries(lists) as [T, string][]).flatMap(([value, list]) =>
      list.split(',').map((word) => [foldText(word), value] as const),
    ),
  );
}
