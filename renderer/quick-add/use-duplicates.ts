import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Draft } from '#renderer/quick-add/draft.ts';
import { canBeSaved } from '#renderer/quick-add/draft.ts';

const pauseWhileTyping = 200;

/** Cards that may be whom the draft is about, asked for in the pauses of typing. */
export function useDuplicates(draft: Draft) {
  const { type, name, phone, email, company } = draft;
  const asked = JSON.stringify({ type, name, phone, email, company });
  const [settled] = useDebouncedValue(asked, pauseWhileTyping);
  const about = JSON.parse(settled) as typeof draft;
  const isWorthAsking = canBeSaved(about);
  const input = {
    type: about.type,
    name: about.name.trim(),
    company: about.company.trim(),
    phones: about.phone.trim() === '' ? [] : [about.phone.trim()],
    emails: about.email.trim() === '' ? [] : [about.email.trim()],
  };
  const { data } = useQuery({
    ...api.party.findDuplicates.queryOptions({ input }),
    enabled: isWorthAsking,
    placeholderData: keepPreviousData,
  });
  return isWorthAsking ? (data ?? []) : [];
}
