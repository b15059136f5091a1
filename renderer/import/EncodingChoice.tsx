import { Radio, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { Inspection } from '#shared/import/contract.ts';
import type { Encoding } from '#shared/import/table.ts';
import styles from './EncodingChoice.module.css';
import { readAgain } from './import-actions.ts';
import type { ImportDraft } from './import-draft.ts';
import { tellingText } from './sample-view.ts';

const mostOffered = 4;

interface EncodingChoiceProps {
  readonly draft: ImportDraft;
  readonly info: Inspection['info'];
}

/** The same words of the list in each way its letters may be read: the user picks what can be read. */
export function EncodingChoice({ draft, info }: EncodingChoiceProps) {
  const t = useText();
  const { file, country, inspection } = draft;
  const offered = info.encodingCandidates.slice(0, mostOffered);
  if (info.encoding !== null && !offered.includes(info.encoding)) offered.push(info.encoding);
  const previews = useQueries({
    queries: offered.map((encoding) =>
      api.import.inspect.queryOptions({
        input: { fileId: file?.fileId ?? '', country, source: { encoding } },
        enabled: file !== null,
        staleTime: Infinity,
        retry: false,
      }),
    ),
  });
  const textOf = (encoding: Encoding, index: number) => {
    const shown = encoding === info.encoding ? inspection : previews[index]?.data;
    return shown === null || shown === undefined ? '' : tellingText(shown);
  };
  return (
    <Radio.Group
      size="sm"
      label={<Message id="import.garbled.title" />}
      value={info.encoding}
      onChange={(encoding) => void readAgain({ ...sourceWithoutLetters(draft), encoding: encoding as Encoding })}
    >
      <div className={styles.choices}>
        {offered.map((encoding, index) => (
          <Radio.Card key={encoding} value={encoding} className={styles.choice}>
            <Radio.Indicator size="xs" />
            <span className={styles.words}>
              <Text span fw={500} className={styles.text}>
                {textOf(encoding, index) || t(`import.encoding.${encoding}`)}
              </Text>
              <Text span size="xs" c="dimmed">
                {t(`import.encoding.${encoding}`)}
              </Text>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

/** Other letters may change what separates the columns, so that is found out anew. */
function sourceWithoutLetters({ mapping }: ImportDraft) {
  return mapping?.source.sheet === undefined ? {} : { sheet: mapping.source.sheet };
}
