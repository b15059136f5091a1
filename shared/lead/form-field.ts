import { headerWords } from '#shared/import/header-words.ts';
import { readHeader } from '#shared/import/read-header.ts';
import { foldText, foldWords } from '#shared/text/fold-text.ts';

/** What a field of a site's form can be about. */
export const formFields = [
  'name',
  'givenName',
  'middleName',
  'familyName',
  'companyName',
  'phone',
  'email',
  'text',
  'title',
  'source',
  'externalId',
  'receivedAt',
] as const;
export type FormField = (typeof formFields)[number];

/** As forms call them in five languages, beyond what lists of clients call their columns. */
const formWords: Partial<Record<FormField, string>> = {
  text: `message, mensaje, mensagem, μήνυμα, сообщение, msg, question, pregunta, pergunta, ερώτηση, вопрос, consulta, dúvida, text,
    texto, κείμενο, текст, body, enquiry, inquiry, request, solicitud, pedido, αίτημα, заявка, запрос, content, query`,
  title: 'subject, asunto, assunto, θέμα, тема, title, título, τίτλος, заголовок',
  source: 'source, utm source, lead source, referrer',
  name: 'client name, customer name, contact name, sender, remitente, remetente, αποστολέας, отправитель',
  phone: 'callback, call back, whatsapp, viber',
  email: 'reply to',
  externalId: 'external id',
  receivedAt: `received at, created at, submitted at, created, submitted, timestamp, date, datetime, date time, fecha, data, ημερομηνία,
    дата, дата создания, sent at`,
};
const fieldByWords = new Map(
  Object.entries(formWords).flatMap(([field, words]) =>
    words.split(',').map((word) => [foldText(word), field as FormField] as const),
  ),
);
const noise = new Set(
  foldWords(
    'your my form fields field input contact user customer client su tu tus seu sua el la o a de votre ваш ваше ваша ваши',
  ),
);

/** What a form's field is about by its name ("your-tel", "form_fields[email]", "Имя"), or undefined. */
export function formFieldOf(key: string): FormField | undefined {
  const words = headerWords(key).map(({ folded }) => folded);
  const telling = words.filter((word) => !noise.has(word));
  for (const tried of [words, telling]) {
    const field = fieldByWords.get(tried.join(' '));
    if (field) return field;
  }
  return fieldOfHeader(key) ?? fieldOfHeader(telling.join(' '));
}

function fieldOfHeader(header: string): FormField | undefined {
  const reading = readHeader(header);
  if (!reading || reading.confidence < 0.6) return undefined;
  switch (reading.concept) {
    case 'fullName':
    case 'contactPerson':
      return 'name';
    case 'legalName':
      return 'companyName';
    case 'notes':
      return 'text';
    default:
      return formFields.find((field) => field === reading.concept);
  }
}
