import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageKey } from '#shared/messages/catalogue.ts';

type Tag = (chunks: ReactNode[]) => ReactNode;

interface MessageProps {
  readonly id: MessageKey;
  /** Values of the message's placeholders, and a function for each of its tags. */
  readonly values?: Readonly<Record<string, string | number | Date | Tag>>;
}

/** A message in the user's language. */
export function Message({ id, values }: MessageProps) {
  return values === undefined ? <FormattedMessage id={id} /> : <FormattedMessage id={id} values={values} />;
}
