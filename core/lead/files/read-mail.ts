import { readFile } from 'node:fs/promises';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import PostalMime from 'postal-mime';
import type { Address, Email } from 'postal-mime';
import { requestFileLimits } from '#core/lead/files/request-file.ts';
import type { Attachment, FileToRead, RequestFile } from '#core/lead/files/request-file.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { toPhoneCountry } from '#shared/phone/countries.ts';
import { formFieldOf } from '#shared/lead/form-field.ts';
import { readForm } from '#shared/lead/read-form.ts';
import type { FormEntry } from '#shared/lead/read-form.ts';

/**
 * The request in a saved mail. A mail that a site's form wrote ("Name: Ana", a line each) tells of who filled it in, any
 * other one of who sent it.
 * @throws {SourceError} when it is none
 */
export async function readMail({ path, country }: FileToRead): Promise<RequestFile> {
  const bytes = await readFile(path);
  if (bytes.length === 0) throw new SourceError('empty', { file: path });
  const mail = await parse(bytes, path);
  const sender = addressOf(mail.replyTo?.[0]) ?? addressOf(mail.from);
  const text = (mail.text?.trim() || plainText(mail.html ?? '')).slice(0, 100_000);
  const form = readForm(formEntries(text), country);
  const isForm = form.phones.length + form.emails.length > 0;
  if (!sender && !isForm) throw new SourceError('unknownFormat', { file: path });
  const receivedAt = Date.parse(mail.date ?? '');
  const lead = {
    name: (isForm && form.name) || (sender?.name ?? ''),
    companyName: isForm ? form.companyName : '',
    phones: isForm && form.phones.length > 0 ? form.phones : phonesIn(text, country),
    emails: isForm && form.emails.length > 0 ? form.emails : sender ? [sender.address] : [],
    title: (mail.subject ?? '').slice(0, 200),
    text,
    channel: 'email',
    ...(mail.messageId && { externalId: mail.messageId.slice(0, 200), sender: 'mail' }),
    ...(!Number.isNaN(receivedAt) && { receivedAt }),
  } as const;
  return { requests: [{ row: 1, lead, attachments: attachmentsOf(mail) }], problems: [] };
}

async function parse(bytes: Buffer, path: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  } catch (cause) {
    throw new SourceError('damaged', { file: path }, { cause });
  }
}

interface Sender {
  readonly name: string;
  readonly address: string;
}

function addressOf(address: Address | undefined): Sender | undefined {
  const mailbox = address?.address === undefined ? address?.group?.[0] : address;
  const found = mailbox?.address ?? '';
  if (!found.includes('@') || found.length > 254) return undefined;
  const name = mailbox?.name ?? '';
  return { address: found, name: name.includes('@') ? '' : name.slice(0, 200) };
}

/** Lines such as "Phone: 625 607 313" whose names a form would use. */
function formEntries(text: string): readonly FormEntry[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, key = '', value = ''] = /^\s*\*?([^:*]{2,40})\*?\s*:\*?\s*(\S.*)$/.exec(line) ?? [];
    return key !== '' && formFieldOf(key) !== undefined ? [[key, value] as const] : [];
  });
}

function phonesIn(text: string, country: string): string[] {
  const home = toPhoneCountry(country);
  const found = home ? findPhoneNumbersInText(text, home) : findPhoneNumbersInText(text);
  return [...new Set(found.map(({ number }) => String(number.number)))].slice(0, 5);
}

/** The words of a mail that has no plain text. */
function plainText(html: string): string {
  return html
    .replace(/<(style|script|head)\b[^]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/gi, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** Files sent along; pictures within the text stay behind. */
function attachmentsOf(mail: Email): readonly Attachment[] {
  return mail.attachments
    .filter(({ disposition, related }) => disposition === 'attachment' && related !== true)
    .slice(0, requestFileLimits.attachments)
    .map(({ filename, mimeType, content }, index) => ({
      name: (filename ?? '').split(/[/\\]/).at(-1)?.slice(0, 255) || `${index + 1}`,
      mediaType: mimeType,
      bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    }));
}
