import { useState, type ReactNode } from 'react';
import { useT } from '@/i18n';
import { ConfirmDialog, IconButton } from '@/ui';

export interface DeleteButtonProps {
  /** What is deleted, e.g. "Xóa ý kiến của đồng chí …". */
  label: string;
  onDelete: () => void;
  /** What will be lost. */
  children?: ReactNode;
}

/** A bin that asks first. */
export function DeleteButton({ label, onDelete, children }: DeleteButtonProps) {
  const t = useT('meetingWork');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton icon="trash" label={label} onClick={() => setAsking(true)} />
      <ConfirmDialog
        danger
        open={asking}
        title={`${label}?`}
        confirmLabel={t('common:delete')}
        cancelLabel={t('keep')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onDelete();
        }}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
