import { useLayoutEffect, useRef } from 'react';
import type { MouseEvent, RefObject, SyntheticEvent } from 'react';

export interface Modal {
  ref: RefObject<HTMLDialogElement>;
  onCancel: (event: SyntheticEvent<HTMLDialogElement>) => void;
  onClose: (event: SyntheticEvent<HTMLDialogElement>) => void;
  onClick: (event: MouseEvent<HTMLDialogElement>) => void;
}

/**
 * Ties a native modal dialog to an `open` prop. Focus goes to `[data-autofocus]`, else to the title: a field would pull
 * the keyboard up over the sheet before anything was read. It comes back to where it was, also when the owner just unmounts.
 */
export function useModal(open: boolean, close: () => void, byBackdrop: boolean): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  const ours = useRef(false);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    (dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector<HTMLElement>('[tabindex="-1"]'))?.focus();
    return () => {
      const inside = dialog.contains(document.activeElement);
      ours.current = true;
      dialog.close();
      ours.current = false;
      const lost = inside || document.activeElement === document.body;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  return {
    ref,
    onCancel: (event) => {
      // A file picker inside that is cancelled bubbles the same event.
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      close();
    },
    onClose: (event) => {
      // Android's back gesture may close the dialog without asking.
      if (event.target === event.currentTarget && open && !event.currentTarget.open && !ours.current) close();
    },
    onClick: (event) => {
      if (byBackdrop && event.target === event.currentTarget) close();
    },
  };
}
