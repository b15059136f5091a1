export interface CreationOffer {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** What a text that nobody was found by would be on a new card: an email, a phone or a name. */
export function offerCreation(typed: string): CreationOffer {
  const text = typed.trim();
  if (/^\S+@\S+$/.test(text)) return { email: text };
  const digits = text.replace(/\D/g, '').length;
  if (digits >= 5 && /^[\d\s()+./-]+$/.test(text)) return { phone: text };
  return { name: text };
}
