import { Modal, Text, TextInput } from '@mantine/core';
import { IconCommand } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import { intoDialog } from '#renderer/app/into-dialog.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useListbox } from '#renderer/app/use-listbox.ts';
import styles from '#renderer/frame/CommandPalette.module.css';
import { buildCommands } from '#renderer/frame/commands.ts';
import { usePages } from '#renderer/frame/use-pages.ts';
import { useMe } from '#renderer/people/use-me.ts';
import type { Permission } from '#shared/people/permission.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { findCommands } from '#renderer/frame/find-commands.ts';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/** Ctrl+K: everything the program does, by typing a little of its name. */
export function CommandPalette({ isOpen, onClose, onHelp }: CommandPaletteProps) {
  const t = useText();
  return (
    <Modal.Root opened={isOpen} onClose={onClose} yOffset="12vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('shortcut.palette')}>
        <Palette onClose={onClose} onHelp={onHelp} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Palette({ onClose, onHelp }: Omit<CommandPaletteProps, 'isOpen'>) {
  const t = useText();
  const [, goTo] = useLocation();
  const update = useUpdateSettings();
  const [typed, setTyped] = useState('');
  const me = useMe();
  const may = (permission: Permission) => me?.permissions.includes(permission) ?? false;
  const pages = usePages();
  const powers = { t, goTo, update: (changes: Partial<Settings>) => void update(changes), showHelp: onHelp, may, pages };
  const commands = findCommands(buildCommands(powers), typed);
  const choose = (index: number) => {
    const command = commands[index];
    // Closed before the command may open a dialog of its own.
    flushSync(onClose);
    if (command !== undefined) intoDialog(command.run);
  };
  const listbox = useListbox({ count: commands.length, isOpen: true, onChoose: choose });
  return (
    <>
      <TextInput
        {...listbox.inputProps}
        data-autofocus
        size="md"
        variant="unstyled"
        className={styles.input}
        leftSection={<IconCommand size={20} aria-hidden />}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          listbox.setActive(0);
        }}
        onKeyDown={listbox.onKeyDown}
      />
      <div {...listbox.listProps} aria-label={t('shortcut.palette')} className={styles.list}>
        {commands.map(({ id, text, icon: Icon }, index) => (
          // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- the field above keeps the focus
          <div key={id} {...listbox.optionProps(index)} className={styles.option}>
            <Icon size={18} stroke={1.6} />
            {text}
          </div>
        ))}
      </div>
      {commands.length === 0 && (
        <Text c="dimmed" p="md" role="status">
          <Message id="palette.nothing" />
        </Text>
      )}
    </>
  );
}
