import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { readyPurposes } from '#shared/privacy/purposes.ts';
import type { Purpose } from '#shared/privacy/purposes.ts';

/** What clients are asked for, and what each purpose is called. */
export function usePurposes(): { readonly purposes: readonly Purpose[]; readonly nameOf: (id: string) => string } {
  const t = useText();
  const { data: purposes = [] } = useQuery(api.privacy.purposes.queryOptions());
  const nameOf = (id: string) => {
    const name = purposes.find((purpose) => purpose.id === id)?.name ?? '';
    const ready = readyPurposes.find((one) => one === id);
    return name !== '' || ready === undefined ? name || id : t(`privacy.purpose.${ready}`);
  };
  return { purposes, nameOf };
}
