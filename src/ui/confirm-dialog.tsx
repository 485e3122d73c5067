import { useId } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { useModal } from './use-modal';

export interface ConfirmDialogProps {
  open: boolean;
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: ReactNode;
  cancelLabel: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
}

/** Asks before what cannot be undone. Focus starts on the harmless answer; a tap beside it answers nothing. */
export function ConfirmDialog({ open, title, children, confirmLabel, cancelLabel, onConfirm, onCancel, danger, busy }: ConfirmDialogProps) {
  const id = useId();
  const modal = useModal(open, onCancel, false);
  return (
    <dialog role="alertdialog" aria-labelledby={id} aria-describedby={children ? `${id}t` : undefined} className="ui-sheet" {...modal}>
      {open && (
        <>
          <div className="ui-sheet-head">
            <h2 id={id} className="ui-h2">{title}</h2>
          </div>
          {children ? <div id={`${id}t`}>{children}</div> : null}
          <div className="ui-row ui-sheet-foot">
            <Button data-autofocus size="large" onClick={onCancel}>{cancelLabel}</Button>
            <Button variant={danger ? 'danger' : 'primary'} size="large" busy={busy} onClick={onConfirm}>{confirmLabel}</Button>
          </div>
        </>
      )}
    </dialog>
  );
}
