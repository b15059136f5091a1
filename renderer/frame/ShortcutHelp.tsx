import { Kbd, Modal, Table } from '@mantine/core';
import { chordKeys } from '#renderer/app/chord.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useShortcutList } from '#renderer/app/shortcuts.ts';

/** The keys that work here and what they do. */
export function ShortcutHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const shortcuts = useShortcutList();
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Message id="frame.help" />}>
      <Table>
        <Table.Tbody>
          {shortcuts.map(({ chord, label }) => (
            <Table.Tr key={chord}>
              <Table.Td>
                <Message id={label} />
              </Table.Td>
              <Table.Td ta="right">
                <KeyCaps chord={chord} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

function KeyCaps({ chord }: { readonly chord: string }) {
  return chordKeys(chord).map((key) => (
    <Kbd key={key} ml={4}>
      {key}
    </Kbd>
  ));
}
