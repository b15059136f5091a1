import { Accordion, Title } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const places: readonly (readonly [id: string, name: MessageKey | null, text: MessageKey])[] = [
  ['Google', 'import.help.google', 'import.help.googleText'],
  ['Outlook', null, 'import.help.outlookText'],
  ['iPhone', 'import.help.iphone', 'import.help.iphoneText'],
  ['Android', 'import.help.android', 'import.help.androidText'],
  ['1C', 'import.help.oneC', 'import.help.oneCText'],
  ['paper', 'import.help.paper', 'import.help.paperText'],
];

/** How to get a list out of where it is kept. */
export function ExportHelp() {
  return (
    <section aria-labelledby="import-help">
      <Title order={2} size="h5" id="import-help" mb="xs">
        <Message id="import.help.title" />
      </Title>
      <Accordion variant="contained" order={3}>
        {places.map(([id, name, text]) => (
          <Accordion.Item key={id} value={id}>
            <Accordion.Control>{name === null ? id : <Message id={name} />}</Accordion.Control>
            <Accordion.Panel>
              <Message id={text} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
