import { useEffect } from 'react';

const unsaved = new Set<symbol>();

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function mark(form: symbol): void {
  if (unsaved.size === 0) window.addEventListener('beforeunload', warn);
  unsaved.add(form);
}

function unmark(form: symbol): void {
  unsaved.delete(form);
  if (unsaved.size === 0) window.removeEventListener('beforeunload', warn);
}

/** Is there a form with changes that nobody saved? */
export function hasUnsavedForms(): boolean {
  return unsaved.size > 0;
}

/** Call it in every form with its `isDirty`: switching the grant, the day or the page then asks first. */
export function useUnsavedForm({ isDirty }: { readonly isDirty: boolean }): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const form = Symbol('form');
    mark(form);
    return () => unmark(form);
  }, [isDirty]);
}
