import { foldText } from '#shared/text/fold-text.ts';
import { givenNames, nameLanguages } from '#shared/name/given-names.ts';

// What single words of a name say about themselves.

const folded = (words: string) => new Set(words.split(/\s+/).map(foldText));

/** Spelt otherwise than in Russian: lists of Ukraine come in both. */
const ukrainian = `Іван Олена Тарас Наталія Андрій Ганна Дмитро Марія Оксана Петро Сергій Олексій Олександр Олександра Володимир Ірина
  Тетяна Світлана Юлія Юрій Катерина Анастасія Вікторія Віктор Михайло Микола Василь Богдан Ярослав Людмила Любов Надія Лілія
  Євген Євгенія Олег Ігор Павло Роман Степан Григорій Анатолій Віталій Валерій В'ячеслав Максим Назар Остап Мирослава Соломія`;

const knownGivenNames = new Set([
  ...nameLanguages.flatMap((language) => [...givenNames[language].female, ...givenNames[language].male].map(foldText)),
  ...ukrainian.split(/\s+/).map(foldText),
]);

/** Given names that are at least as common as family names: no evidence of either. */
const alsoFamilyNames =
  folded(`Martín Alonso Vicente Simón Gil Tomás Thomas Pascual Santos León Oliver Jordan James Lewis Scott Taylor
  Kelly Henry George Paul Francis Bruno Franco Xavier Benito Salvador Domingo Cruz Reyes Marina Marco Lucas Duarte Afonso Rosario
  Bautista Conceição Vega Graham Russell Bruce Wayne Douglas Grace Austin Logan Tyler Jordi Simon Lawrence Vincent Ralph Joyce
  Vitória Trinidad Assunção Asunción Gregory Blanca`);

/** First words of double given names: José Luis, Ana Paula, Anna Maria. */
const compoundStarters =
  folded(`María Maria José Juan Ana Anna Luis Luiz Luís Rosa João Pedro Carlos Jean Mary Francisco Miguel Antonio Antônio
  Mari Marco Eva Víctor Paulo Marcos Márcia Carla Μαρία Άννα Анна`);

/** What stands after "del" or "de los" in given names: María del Carmen, Juan de Dios. */
const devotions = folded(
  'Carmen Pilar Mar Rosario Ángeles Dolores Mercedes Luz Dios Jesús Rocío Consuelo Sol Socorro Lourdes Fátima Nieves Remedios Soledad Prado Valle Lima Milagros Graça Conceição Aparecida Glória Penha',
);

const particles = folded('de del la las los da das do dos di van von der den ter zu bin ibn al el le du d της του των den y e i');
const joiners = folded('y e i и και and');

const patronymic = /(?:ович|евич|ьич|ийч|овна|евна|ична|инична)$/u;
/** Stand after the father's name: Гусейн оглы. */
const patronymicWords = folded('оглы кызы улы қызы угли');

const cyrillicFamily =
  /(?:[ое]в|[иы]н|ский|цкий|ской|[ое]ва|[иы]на|ская|цкая|енко|чук|юк|ук|ян|швили|дзе|ых|их|ец|ой|ый|ий|ая|ко|ич|ман|берг)$/u;
const greekFamily =
  /(?:πουλοσ|πουλου|ιδησ|ιδη|αδησ|αδη|ακησ|ακη|ακοσ|ακου|ογλου|ατοσ|ατου|εασ|ελλησ|ελλη|ιου|ιτησ|ιτη|ου|αιοσ|ωτησ|ωτη)$/u;

export function isKnownGivenName(word: string): boolean {
  return (
    foldText(word)
      .split(' ')
      .every((part) => knownGivenNames.has(part)) && foldText(word) !== ''
  );
}

/** A given name that is hardly ever a family name. */
export function isSurelyGivenName(word: string): boolean {
  return isKnownGivenName(word) && !alsoFamilyNames.has(foldText(word));
}

export function isCompoundStarter(word: string): boolean {
  return compoundStarters.has(foldText(word));
}

/** "del Carmen", "de los Ángeles". */
export function isDevotion(unit: string): boolean {
  const words = foldText(unit).split(' ');
  return words.length > 1 && particles.has(words[0] ?? '') && devotions.has(words.at(-1) ?? '');
}

export function isParticle(word: string): boolean {
  return particles.has(foldText(word)) && !word.endsWith('.');
}

/** "y" in Ortega y Gasset: ties what is on both sides. */
export function isJoiner(word: string): boolean {
  return joiners.has(foldText(word)) && !word.endsWith('.') && word === word.toLowerCase();
}

export function isPatronymic(word: string): boolean {
  return patronymic.test(foldText(word)) || isPatronymicWord(word);
}

export function isPatronymicWord(word: string): boolean {
  return patronymicWords.has(foldText(word));
}

/** Ends as family names of its script do. Latin endings say too little. */
export function endsLikeFamilyName(word: string): boolean {
  const key = foldText(word);
  return !knownGivenNames.has(key) && key.length > 3 && (cyrillicFamily.test(key) || greekFamily.test(key));
}

/** "J.", "И.И.", "M". */
export function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.?-?){1,3}$/u.test(word) && (word.includes('.') || word.length === 1);
}

export function isCyrillic(word: string): boolean {
  return /\p{Script=Cyrillic}/u.test(word);
}
