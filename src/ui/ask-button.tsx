import { useState } from 'react';
import { Button, type ButtonProps } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Stack } from './layout';

export interface AskButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'icon' | 'block' | 'busy' | 'children'> {
  disabled?: boolean;
  /** What is asked first; null: nothing, the button does it at once. */
  question: { readonly title: string; readonly lines: readonly string[]; readonly yes: string; readonly no: string } | null;
  onGo: () => void;
}

/** A button that asks before it does what it says. */
export function AskButton({ question, onGo, ...button }: AskButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => (question ? setAsking(true) : onGo())} />
      {question && (
        <ConfirmDialog
          open={asking}
          title={question.title}
          confirmLabel={question.yes}
          cancelLabel={question.no}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onGo();
          }}
        >
          <Stack gap={2}>{question.lines.map((line) => <p key={line}>{line}</p>)}</Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
