import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/file/Files.module.css';

export function ChooseFiles({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const t = useText();
  return (
    <Group gap={6} mt={4}>
      <FileButton multiple onChange={onChoose} inputProps={{ 'aria-label': t('file.choose') }}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="subtle" leftSection={<IconPaperclip size={14} aria-hidden />}>
            {t('file.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed" className={classes.dropHint ?? ''}>
        {t('file.drop')}
      </Text>
    </Group>
  );
}
