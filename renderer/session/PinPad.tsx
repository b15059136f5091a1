import { Button, SimpleGrid } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';

interface PinPadProps {
  readonly onDigit: (digit: string) => void;
  readonly onBack: () => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;

/** Digits to be tapped. The keyboard goes to the field above, so they take no focus. */
export function PinPad({ onDigit, onBack }: PinPadProps) {
  const t = useText();
  const common = { variant: 'default', size: 'lg', tabIndex: -1, onMouseDown: keepFocus } as const;
  return (
    <SimpleGrid cols={3} spacing={8} verticalSpacing={8}>
      {digits.map((digit) =>
        digit === '' ? (
          <span key="none" />
        ) : (
          <Button key={digit} {...common} onClick={() => onDigit(digit)}>
            {digit}
          </Button>
        ),
      )}
      <Button {...common} aria-label={t('session.backspace')} onClick={onBack}>
        <IconBackspace size={24} />
      </Button>
    </SimpleGrid>
  );
}

function keepFocus(event: { preventDefault(): void }) {
  event.preventDefault();
}
