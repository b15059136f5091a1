import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { canBeSaved } from '#renderer/quick-add/draft.ts';
import type { Draft } from '#renderer/quick-add/draft.ts';

const pauseWhileTyping = 200;

/** Cards that may be whom the draft is about, asked for in the pauses of typing. */
export function useDuplicates(draft: Draft) {
  const queries = useQueryClient();
  const asked = JSON.stringify(questionAbout(draft));
  const [settled] = useDebouncedValue(asked, pauseWhileTyping);
  const isWorthAsking = canBeSaved(draft);
  const { data, isPlaceholderData } = useQuery({
    ...api.party.findDuplicates.queryOptions({ input: JSON.parse(settled) as Question }),
    enabled: isWorthAsking,
    placeholderData: keepPreviousData,
  });
  const duplicates = isWorthAsking ? (data ?? []) : [];
  const isAnswered = settled === asked && data !== undefined && !isPlaceholderData;
  return {
    duplicates,
    /** Whether the user may save now: false when there are duplicates that were not shown for what is typed now. */
    mayCreate: async (): Promise<boolean> => {
      if (isAnswered) return true;
      const found = await queries
        .fetchQuery(api.party.findDuplicates.queryOptions({ input: questionAbout(draft) }))
        // The hint is a help: without an answer one may still save.
        .catch(() => []);
      return found.length === 0;
    },
  };
}

type Question = ReturnType<typeof questionAbout>;

function questionAbout({ type, name, phone, email, company }: Draft) {
  return { type, name: name.trim(), company: company.trim(), phones: listOf(phone), emails: listOf(email) };
}

function listOf(text: string): string[] {
  return text.trim() === '' ? [] : [text.trim()];
}
