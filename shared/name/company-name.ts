import { foldText, foldWords } from '#shared/text/fold-text.ts';
import { cutLegalForms } from '#shared/name/legal-forms.ts';
import { isKnownGivenName } from '#shared/name/name-words.ts';

const businessWords = new Set(
  `bar restaurante restaurant taller talleres hotel hostal cafe cafetería cafeteria panadería pastelería peluquería salón salon clínica
  farmacia ferretería supermercado tienda colegio escuela instituto universidad ayuntamiento comunidad asociación fundación inmobiliaria
  cdad construcciones reformas transportes autoescuela gestoría asesoría grupo hermanos hnos hijos cooperativa comercial distribuciones
  suministros cristalería carpintería persianas ventanas aluminios instalaciones óptica joyería librería papelería floristería gimnasio
  academia bodega bodegas despacho estudio centro servicios almacenes autos motor neumáticos vidrios
  salão loja lojas oficina padaria farmácia restaurantes escola prefeitura associação condomínio construtora transportadora imobiliária
  mercearia mercado lanchonete pizzaria churrascaria distribuidora comércio indústria consultório igreja irmãos vidraçaria esquadrias
  shop store stores services solutions garage school clinic pharmacy bakery group company workshop bros partners consulting studio
  магазин салон кафе ресторан гостиница отель автосервис школа завод фирма компания клиника аптека студия мастерская группа центр
  склад рынок база агентство бюро кооператив автомойка шиномонтаж парикмахерская столовая тд филиал колледж детский
  εταιρεία εταιρία εστιατόριο ξενοδοχείο καφέ καφετέρια φαρμακείο συνεργείο κατάστημα σχολείο ταβέρνα φούρνος αφοί υιοί κομμωτήριο
  ιατρείο φροντιστήριο γραφείο δήμος σύλλογος βιοτεχνία αρτοποιείο μανάβικο κρεοπωλείο`
    .split(/\s+/)
    .map(foldText),
);

/** What two spellings of one company's name have in common: folded, without legal form and quotes. '' for an empty name. */
export function companyNameKey(name: string): string {
  return cutLegalForms(name).words.join(' ');
}

/** Says whether two names are one company's, legal forms apart. Two empty names are not. */
export function companyNamesEqual(a: string, b: string): boolean {
  const key = companyNameKey(a);
  return key !== '' && key === companyNameKey(b);
}

/** Says whether a name is rather an organisation's than a person's: it has a legal form, quotes or a word of business in it. */
export function looksLikeCompany(name: string): boolean {
  if (cutLegalForms(name).found) return true;
  // "Lola (peluquería)": a remark says what the person does.
  const [first = '', ...others] = foldWords(name.replace(/(?<!\s)\s*\([^()]*\)\s*$/, ''));
  if (businessWords.has(first)) return true;
  // José "Pepe" García is a person; and "Ana peluquería" is how people note a person's trade in their phone.
  if (isKnownGivenName(first)) return false;
  return /[«„“"][\p{Lu}\p{N}].*[»“”"]/u.test(name) || others.some((word) => businessWords.has(word));
}
