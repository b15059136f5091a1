import type { IncomingMessage } from 'node:http';
import { messageText } from '#shared/messages/message-text.ts';
import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Says whether a person's browser asks for a page, rather than a program for data. */
export function asksForPage(request: IncomingMessage): boolean {
  return request.headers.accept?.includes('text/html') === true;
}

/** What a person sees who comes without a valid key: what happened and what to do, in a language of her browser. */
export function noAccessPage(request: IncomingMessage): string {
  const language = preferredLanguage(request.headers['accept-language'] ?? '');
  const [title, text] = [messageText('access.title', language), messageText('access.text', language)];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Cartera</title>
<body style="font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1.5rem">
<main><h1 style="font-size: 1.5rem">${title}</h1><p>${text}</p></main>
</html>`;
}

function preferredLanguage(accepted: string): Language {
  const wanted = accepted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => languages.find((language) => language === code) ?? [])[0] ?? 'en';
}
