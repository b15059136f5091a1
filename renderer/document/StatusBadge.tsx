import { Badge } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import type { DocumentStatus } from '#shared/document/contract.ts';

const colours = { draft: 'gray', sent: 'blue', accepted: 'green', refused: 'red', cancelled: 'gray' } as const;

/** What became of a document. */
export function StatusBadge({ status }: { readonly status: DocumentStatus }) {
  const t = useText();
  return (
    <Badge size="sm" tt="none" variant="light" color={colours[status]}>
      {t(`document.status.${status}`)}
    </Badge>
  );
}
