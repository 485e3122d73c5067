import { useId } from 'react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { useModal } from './use-modal';

export interface SheetProps extends Omit<ComponentPropsWithoutRef<'dialog'>, 'title' | 'onClose' | 'ref'> {
  open: boolean;
  title: ReactNode;
  closeLabel: string;
  onClose: () => void;
  /** Buttons that stay in sight while the content scrolls. */
  footer?: ReactNode;
  /** A tap beside the sheet closes it too; on unless said otherwise. */
  dismissible?: boolean | undefined;
  /** Uses more width where there is some. */
  wide?: boolean | undefined;
}

/** From the bottom edge on a phone, in the middle of a wide screen. Its content lives only while it is open. */
export function Sheet({ open, title, closeLabel, onClose, footer, dismissible = true, wide, className, children, ...rest }: SheetProps) {
  const id = useId();
  const modal = useModal(open, onClose, dismissible);
  return (
    <dialog aria-labelledby={id} className={cx('ui-sheet', wide && 'ui-wide', className)} {...rest} {...modal}>
      {open && (
        <>
          <div className="ui-row ui-sheet-head">
            <h2 id={id} className="ui-h2 ui-grow" tabIndex={-1}>{title}</h2>
            <IconButton icon="close" label={closeLabel} onClick={onClose} />
          </div>
          <div>{children}</div>
          {footer ? <div className="ui-row ui-sheet-foot">{footer}</div> : null}
        </>
      )}
    </dialog>
  );
}
